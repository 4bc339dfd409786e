// The acts that are open on a draft, each with its reason; why one is closed is said on its button.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftView } from '#contract/policy-drafts.ts';
import { call, newKey } from '#web/client/call.ts';
import { useLanguage, useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { ChangeList } from './change-list.tsx';
import { draftTexts } from './texts.ts';

const shownActs = ['withdraw', 'return', 'submit', 'approve'] as const;
type ShownAct = (typeof shownActs)[number];

export function DraftActs({ view }: { readonly view: DraftView }) {
  const text = useText(draftTexts);
  const [open, setOpen] = useState<ShownAct>();
  const { state } = view.summary;
  const isWaiting = state === 'submitted';
  const offered = view.acts.filter(({ act }) => {
    if (act === 'submit') return state === 'open' || state === 'returned';
    if (act === 'approve' || act === 'return') return isWaiting;
    return act === 'withdraw' && (isWaiting || state === 'open' || state === 'returned');
  });
  return (
    <>
      {view.baseReplacedBy === null ? null : <Rebase view={view} />}
      {shownActs.map((act) => {
        const found = offered.find((one) => one.act === act);
        if (found === undefined) return null;
        const { obstacle } = found;
        const isMain = act === 'submit' || act === 'approve';
        return (
          <button
            key={act}
            type="button"
            className={isMain ? 'button primary' : 'button'}
            disabled={obstacle !== null}
            title={obstacle === null ? undefined : text.pick(obstacle)}
            onClick={() => setOpen(act)}
          >
            {text(`do_${act}`)}
          </button>
        );
      })}
      {open === undefined ? null : (
        <ActSheet view={view} act={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

interface ActSheetProps {
  readonly view: DraftView;
  readonly act: ShownAct;
  readonly onClose: () => void;
}

function ActSheet({ view, act, onClose }: ActSheetProps) {
  const text = useText(draftTexts);
  const show = useShown();
  const { id, version, takesEffect } = view.summary;
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(takesEffect);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const problem = useExplanation(error);
  const isDated = act === 'submit' || act === 'approve';
  const send = () => {
    setBusy(true);
    const body = { baseVersion: version, reason, ...(isDated ? { takesEffect: day } : {}) };
    call(`POST /api/policy/drafts/:id/${act}`, { params: { id }, body }, { key: newKey() })
      .then((next) => {
        show(next);
        onClose();
      })
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <Sheet
      title={text(`do_${act}`)}
      onClose={onClose}
      foot={
        <button type="submit" form="draft-act" className="button primary" disabled={isBusy}>
          {text(`do_${act}`)}
        </button>
      }
    >
      <form
        id="draft-act"
        className="draft-act"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>{text(`${act}Text`)}</p>
        {isDated ? (
          <Field label={text('takesEffect')} hint={text('takesEffectHint')}>
            <DayInput required value={day} onChange={setDay} />
          </Field>
        ) : null}
        <Field label={text('reason')} hint={text('reasonHint')} problem={problem}>
          <textarea
            className="input"
            rows={3}
            required
            minLength={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
      {isDated ? (
        <section>
          <h3>{text('tab_changes')}</h3>
          <ChangeList changes={view.changes} />
        </section>
      ) : null}
    </Sheet>
  );
}

function Rebase({ view }: { readonly view: DraftView }) {
  const text = useText(draftTexts);
  const show = useShown();
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const { id, version } = view.summary;
  const rebase = view.acts.find(({ act }) => act === 'rebase');
  if (rebase === undefined) return null;
  return (
    <>
      {problem === undefined ? null : (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
      <button
        type="button"
        className="button"
        disabled={rebase.obstacle !== null}
        onClick={() =>
          call(
            'POST /api/policy/drafts/:id/rebase',
            { params: { id }, body: { baseVersion: version } },
            { key: newKey() },
          )
            .then(show)
            .catch(setError)
        }
      >
        {text('do_rebase')}
      </button>
    </>
  );
}

/** Puts what the server answered on the page, and makes the lists ask again. */
function useShown(): (view: DraftView) => void {
  const client = useQueryClient();
  const language = useLanguage();
  return (view) => {
    const { id } = view.summary;
    client.setQueryData(['GET /api/policy/drafts/:id', { params: { id } }, language], view);
    for (const stale of [
      'GET /api/policy/drafts',
      'GET /api/policy/drafts/:id/rows/:kind/:row',
      'GET /api/policy/packs',
      'GET /api/policy/packs/:id',
    ]) {
      void client.invalidateQueries({ queryKey: [stale] });
    }
  };
}
