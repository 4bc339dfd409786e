// A word about a pair that only needs its reason: not the same, look again, send back, undo.
import { type FormEvent, useId, useState } from 'react';
import type { PairDetail } from '#contract/registry-duplicates.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { duplicateTexts } from './duplicate-texts.ts';
import { staleAfterMerge } from './stale-duplicates.ts';

const said = { reopening: 'saidOpen', undo: 'saidUndone' } as const;
const labels = { reopening: 'reopen', undo: 'undo' } as const;

export function SimpleWord({
  detail,
  word,
}: {
  readonly detail: PairDetail;
  readonly word: 'reopening' | 'undo';
}) {
  const text = useText(duplicateTexts);
  const say = useSay();
  const note = useId();
  const [reason, setReason] = useState('');
  const options = { stale: staleAfterMerge, onDone: () => say(text(said[word])) };
  const reopen = useWrite('POST /api/registry/duplicates/:id/reopening', options);
  const undo = useWrite('POST /api/registry/duplicates/:id/undo', options);
  const act = word === 'undo' ? undo : reopen;
  const problem = useExplanation(act.error);
  const may = word === 'undo' ? detail.may.undo : detail.may.reopen;
  if (!may) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ params: { id: detail.pair.id }, body: { reason: reason.trim() } });
  };
  return (
    <form className="duplicate-word no-print" onSubmit={submit}>
      {word === 'undo' ? <p id={note}>{text('undoNote')}</p> : null}
      <Field label={text('reason')}>
        <input
          className="input"
          required
          minLength={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Problem>{problem}</Problem>
      <p className="duplicate-acts">
        <button type="submit" className="button" disabled={act.isPending}>
          {text(labels[word])}
        </button>
      </p>
    </form>
  );
}
