// Gives a household a helper, or offers it to the next one.

import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { CandidateChoice } from './candidate-choice.tsx';
import { helperTexts } from './helper-texts.ts';
import { staleHelp } from './stale-help.ts';

interface PairSheetProps {
  readonly household: string;
  readonly headName: string | null;
  /** Pairs one without a helper, or hands over one that has. */
  readonly act: 'pair' | 'offer';
  readonly onClose: () => void;
}

export function PairSheet({ household, headName, act, onClose }: PairSheetProps) {
  const text = useText(helperTexts);
  const say = useSay();
  const [helper, setHelper] = useState<string>();
  const [reason, setReason] = useState('');
  const finish = (sentence: string) => () => {
    say(sentence);
    onClose();
  };
  const pair = useWrite('POST /api/workforce/households/:id/pairing', {
    stale: staleHelp,
    onDone: finish(text('saidPaired')),
  });
  const offer = useWrite('POST /api/workforce/households/:id/handover', {
    stale: staleHelp,
    onDone: finish(text('saidOffered')),
  });
  const problem = useExplanation(pair.error ?? offer.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (helper === undefined) return;
    const params = { id: household };
    if (act === 'pair') pair.mutate({ params, body: { helper } });
    else offer.mutate({ params, body: { helper, reason } });
  };
  const name = headName ?? text('nameless');
  return (
    <Sheet title={text(act === 'pair' ? 'pairTitle' : 'handOverTitle', { name })} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text(act === 'pair' ? 'pairLead' : 'handOverLead')}</p>
        <CandidateChoice
          household={household}
          chosen={helper}
          onChoose={(candidate) => setHelper(candidate.id)}
        />
        {act === 'pair' ? null : (
          <Field label={text('reason')} hint={text('reasonHint')}>
            <input
              className="input"
              required
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        )}
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={helper === undefined || pair.isPending || offer.isPending}
          >
            {text(act === 'pair' ? 'submitPair' : 'submitOffer')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
