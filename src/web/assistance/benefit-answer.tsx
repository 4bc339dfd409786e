// The household's own word on a thing that was delivered to it, or was not.
import { type FormEvent, useState } from 'react';
import type { BenefitView } from '#contract/assistance-delivery.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { benefitStateTexts } from './benefit-state-texts.ts';
import { stalePlans } from './stale-plans.ts';

/** Two large buttons; whoever says no is asked in one line what is wrong. */
export function BenefitAnswer({ one }: { readonly one: BenefitView }) {
  const text = useText(benefitStateTexts);
  const say = useSay();
  const [isWrong, setWrong] = useState(false);
  const [words, setWords] = useState('');
  const answer = useWrite('POST /api/assistance/benefits/:id/answer', {
    stale: stalePlans,
    onDone: (after) => say(text(after.state === 'disputed' ? 'disputed' : 'thanks')),
  });
  const problem = useExplanation(answer.error);
  const params = { id: one.id };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ params, body: { arrived: false, words } });
  };
  return (
    <div className="no-print">
      <div className="help-acts">
        {one.deliveredOn === null ? null : (
          <button
            type="button"
            className="button"
            disabled={answer.isPending}
            onClick={() => answer.mutate({ params, body: { arrived: true } })}
          >
            {text('yes')}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-expanded={isWrong}
          onClick={() => setWrong(!isWrong)}
        >
          {text('no')}
        </button>
      </div>
      {isWrong ? (
        <form onSubmit={submit}>
          <Field label={text('whatWrong')}>
            <input
              className="input"
              required
              maxLength={300}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
          <p className="sheet-act">
            <button type="submit" className="button" disabled={answer.isPending}>
              {text('say')}
            </button>
          </p>
        </form>
      ) : null}
      <Problem>{problem}</Problem>
    </div>
  );
}
