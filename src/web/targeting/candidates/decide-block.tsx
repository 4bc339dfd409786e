// The next act on a list: the village submits it, somebody above approves or returns it.
import { useState } from 'react';
import type { Candidates } from '#contract/targeting-candidates.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { candidateTexts } from './candidate-texts.ts';
import { staleLists } from './change-button.tsx';

export function DecideBlock({ list }: { readonly list: Candidates }) {
  const text = useText(candidateTexts);
  const [reason, setReason] = useState('');
  const submit = useWrite('POST /api/targeting/candidates/:id/submission', { stale: staleLists });
  const decide = useWrite('POST /api/targeting/candidates/:id/decision', { stale: staleLists });
  const problem = useExplanation(submit.error ?? decide.error);
  const params = { id: list.id };
  if (list.mayDecide) {
    const enter = (verdict: 'approved' | 'returned') =>
      decide.mutate({ params, body: { verdict, reason: reason.trim() } });
    return (
      <Block title={text('decide')}>
        <div className="no-print">
          <Field label={text('returnReason')}>
            <input
              className="input"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <Problem>{problem}</Problem>
          <p className="candidates-acts">
            <button
              type="button"
              className="button primary"
              disabled={decide.isPending}
              onClick={() => enter('approved')}
            >
              {text('approve')}
            </button>{' '}
            <button
              type="button"
              className="button"
              disabled={decide.isPending || reason.trim() === ''}
              onClick={() => enter('returned')}
            >
              {text('return')}
            </button>
          </p>
        </div>
      </Block>
    );
  }
  if (!list.mayChange) return null;
  return (
    <div className="candidates-acts no-print">
      <Problem>{problem}</Problem>
      <button
        type="button"
        className="button primary"
        disabled={submit.isPending || list.items.length === 0}
        onClick={() => submit.mutate({ params })}
      >
        {text('submit')}
      </button>
    </div>
  );
}
