// Handing a payment list back with a reason, and paying again what failed.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { PaymentList } from '#contract/funds-lists.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { listTexts } from './list-texts.ts';
import { staleLists } from './stale-lists.ts';

interface SheetProps {
  readonly list: PaymentList;
  readonly onClose: () => void;
}

export function RefuseSheet({ list, onClose }: SheetProps) {
  const text = useText(listTexts);
  const say = useSay();
  const answer = useWrite('POST /api/funds/lists/:id/answer', {
    stale: staleLists,
    onDone: () => {
      say(text('saidRefused'));
      onClose();
    },
  });
  const problem = useExplanation(answer.error);
  return (
    <WordsSheet
      title={text('refuse')}
      lead={text('refuseLead')}
      label={text('reason')}
      act={text('refuse')}
      problem={problem}
      busy={answer.isPending}
      onSend={(reason) =>
        answer.mutate({ params: { id: list.id }, body: { approve: false, reason } })
      }
      onClose={onClose}
    />
  );
}

export function RetrySheet({ list, onClose }: SheetProps) {
  const text = useText(listTexts);
  const navigate = useNavigate();
  const [document, setDocument] = useState('');
  const [payOn, setPayOn] = useState('');
  const retry = useWrite('POST /api/funds/lists/:id/retry', {
    stale: staleLists,
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: '/payments/$id', params: { id } });
    },
  });
  const problem = useExplanation(retry.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    retry.mutate({ params: { id: list.id }, body: { document, payOn } });
  };
  return (
    <Sheet title={text('retryTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('retryLead')}</p>
        <Field label={text('document')}>
          <input
            className="input"
            required
            maxLength={100}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </Field>
        <Field label={text('payOn')} problem={problem}>
          <DayInput required value={payOn} onChange={setPayOn} />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={retry.isPending}>
            {text('retryTitle')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
