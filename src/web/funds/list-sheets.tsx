// Handing a payment list back with a reason, and paying again what failed.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { PaymentList } from '#contract/funds-lists.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { listTexts } from './list-texts.ts';
import { PaperFields } from './paper-fields.tsx';
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
        <PaperFields
          document={document}
          onDocument={setDocument}
          payOn={payOn}
          onPayOn={setPayOn}
          problem={problem}
        />
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={retry.isPending}>
            {text('retryTitle')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
