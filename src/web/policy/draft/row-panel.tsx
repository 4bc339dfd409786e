// One article being edited: its faults, its form, its text, and back to how it was.

import { useState } from 'react';
import type { DraftRow } from '#contract/policy-drafts.ts';
import { rowWords } from '#domain/policy/pack/row-words.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import type { DraftEdits } from './draft-edits.ts';
import { PartFields } from './part-fields.tsx';
import { partsOf } from './row-parts.ts';
import { draftTexts } from './texts.ts';
import { ValueForm } from './value-form.tsx';

interface RowPanelProps {
  readonly edits: DraftEdits;
  readonly kind: string;
  readonly id: string;
  /** Narrow screens: back to the list. */
  readonly onBack: () => void;
}

export function RowPanel({ edits, kind, id, onBack }: RowPanelProps) {
  const text = useText(draftTexts);
  const read = useRead('GET /api/policy/drafts/:id/rows/:kind/:row', {
    params: { id: edits.view.summary.id, kind, row: id },
  });
  return (
    <section className="row-panel" aria-live="off">
      <button type="button" className="button plain row-back" onClick={onBack}>
        ← {text('backToRows')}
      </button>
      {read.data !== undefined ? (
        <RowOf key={`${kind}.${id}`} edits={edits} row={read.data} />
      ) : read.error === null ? (
        <Skeleton lines={6} />
      ) : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
    </section>
  );
}

function RowOf({ edits, row }: { readonly edits: DraftEdits; readonly row: DraftRow }) {
  const text = useText(draftTexts);
  const [asText, setAsText] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const { kind, id } = row;
  const words = kindWords(kind);
  const isChanged = edits.view.changes.some((one) => one.kind === kind && one.id === id);
  const restore = () =>
    edits
      .save([{ do: 'restore', kind, id }])
      .then(() => setError(null))
      .catch(setError);
  return (
    <>
      <header className="row-head">
        <h2>
          <span className="quiet">{words === undefined ? kind : text.pick(words)}</span>{' '}
          {text.pick(row.title)}
        </h2>
        <code className="quiet small">{id}</code>
        {row.isOwn && edits.mayEdit ? (
          <div className="row-acts no-print">
            <button type="button" className="button plain" onClick={() => setAsText(!asText)}>
              {text(asText ? 'asForm' : 'asText')}
            </button>
            {isChanged ? (
              <button type="button" className="button plain" onClick={() => void restore()}>
                {text('restore')}
              </button>
            ) : null}
          </div>
        ) : null}
      </header>
      <Problem>{problem}</Problem>
      {row.problems.map((one) => (
        <p key={`${one.line} ${one.column} ${one.message.en}`} className="notice problem">
          {text.pick(one.message)} {text.pick(one.remedy)}{' '}
          <span className="quiet small">
            {text('problemAt', { file: one.file, line: one.line })}
          </span>
        </p>
      ))}
      {row.isOwn ? (
        <OwnRow edits={edits} row={row} asText={asText} />
      ) : (
        <OverrideForm edits={edits} row={row} />
      )}
    </>
  );
}

function OwnRow({
  edits,
  row,
  asText,
}: {
  readonly edits: DraftEdits;
  readonly row: DraftRow;
  readonly asText: boolean;
}) {
  if (asText) return <RowText key={row.text} edits={edits} row={row} />;
  const { kind, id } = row;
  const place = { edits, kind, row: id };
  const parts = partsOf(kind === 'parameters' ? withoutValues(row.data) : row.data);
  return (
    <>
      {kind === 'parameters' ? <ValueForm edits={edits} row={row} /> : null}
      <PartFields place={place} parts={parts} />
    </>
  );
}

function OverrideForm({ edits, row }: { readonly edits: DraftEdits; readonly row: DraftRow }) {
  const text = useText(draftTexts);
  const [reason, setReason] = useState({ zh: '', en: '' });
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  if (!edits.mayEdit) return null;
  const { kind, id } = row;
  const both = { zh: reason.zh, en: reason.en.trim() === '' ? reason.zh : reason.en };
  return (
    <form
      className="new-value"
      onSubmit={(event) => {
        event.preventDefault();
        edits.save([{ do: 'override', kind, id, reason: both }]).catch(setError);
      }}
    >
      <p>{text('overrideText')}</p>
      <Field label={text('reasonZh')} problem={problem}>
        <input
          className="input"
          required
          minLength={2}
          value={reason.zh}
          onChange={(event) => setReason({ ...reason, zh: event.target.value })}
        />
      </Field>
      <Field label={text('reasonEn')}>
        <input
          className="input"
          lang="en"
          value={reason.en}
          onChange={(event) => setReason({ ...reason, en: event.target.value })}
        />
      </Field>
      <button type="submit" className="button primary">
        {text('override')}
      </button>
    </form>
  );
}

function RowText({ edits, row }: { readonly edits: DraftEdits; readonly row: DraftRow }) {
  const text = useText(draftTexts);
  const [typed, setTyped] = useState(row.text);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const { kind, id } = row;
  return (
    <form
      className="row-text"
      onSubmit={(event) => {
        event.preventDefault();
        edits
          .save([{ do: 'text', kind, id, text: typed }])
          .then(() => setError(null))
          .catch(setError);
      }}
    >
      <Field label={text('asText')} hint={text('textHint')} problem={problem}>
        <textarea
          className="input"
          rows={Math.min(40, typed.split('\n').length + 2)}
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <button type="submit" className="button primary" disabled={typed === row.text}>
        {text('save')}
      </button>
    </form>
  );
}

function withoutValues(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'values'));
}

function kindWords(kind: string) {
  return new Map(Object.entries(rowWords)).get(kind);
}
