// What is chosen, and what to do with it; it stays in sight at the foot of the list.
import { useState } from 'react';
import type { CaseCount, CaseRow } from '#contract/casework.ts';
import { useText } from '#web/text/catalogue.ts';
import { BatchSheet } from './batch-sheet.tsx';
import { batchTexts } from './batch-texts.ts';
import { commonStep, type Selection } from './use-selection.ts';

interface BatchBarProps {
  readonly cases: readonly CaseRow[];
  readonly selection: Selection;
  /** The step the list is filtered to, with how many wait there. */
  readonly atStep: { readonly count: CaseCount; readonly total: number } | undefined;
}

export function BatchBar({ cases, selection, atStep }: BatchBarProps) {
  const text = useText(batchTexts);
  const [open, setOpen] = useState(false);
  const chosen = cases.filter(({ id }) => selection.ids.has(id));
  const step = selection.all ? atStep?.count : commonStep(chosen);
  const count = selection.all ? (atStep?.total ?? 0) : chosen.length;
  if (count === 0) return null;
  return (
    <section className="batch-bar no-print" aria-label={text('decide')}>
      <strong aria-live="polite">{text(selection.all ? 'allOf' : 'chosen', { count })}</strong>
      {selection.all || atStep === undefined || atStep.total <= chosen.length ? null : (
        <button type="button" className="button plain" onClick={selection.takeAll}>
          {text('takeAll', { count: atStep.total })}
        </button>
      )}
      {step === undefined ? <span className="quiet">{text('several')}</span> : null}
      <button
        type="button"
        className="button primary"
        disabled={step === undefined}
        onClick={() => setOpen(true)}
      >
        {text('decide')}
      </button>
      <button type="button" className="button plain" onClick={selection.clear}>
        {text('clear')}
      </button>
      {open && step !== undefined ? (
        <BatchSheet
          cases={selection.all ? cases : chosen}
          step={step}
          count={count}
          all={selection.all}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
}
