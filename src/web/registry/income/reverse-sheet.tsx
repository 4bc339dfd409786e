// Takes an entry of the ledger back: both stay, with the reason.
import { type FormEvent, useState } from 'react';
import type { IncomeEntryView } from '#contract/registry-income.ts';
import { useWrite } from '#web/client/read.ts';
import { staleAfterWrite } from '#web/registry/household/household-reads.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { incomeTexts } from './income-texts.ts';

interface ReverseSheetProps {
  readonly household: string;
  readonly entry: IncomeEntryView;
  readonly onClose: () => void;
}

export function ReverseSheet({ household, entry, onClose }: ReverseSheetProps) {
  const text = useText(incomeTexts);
  const [reason, setReason] = useState('');
  const reverse = useWrite('POST /api/registry/households/:id/income/:entry/reversal', {
    stale: staleAfterWrite,
    onDone: onClose,
  });
  const problem = useExplanation(reverse.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reverse.mutate({ params: { id: household, entry: entry.id }, body: { reason: reason.trim() } });
  };
  return (
    <Sheet title={text('reverseTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p>
          {entry.year} {text(entry.kind)} {exactYuan(entry.amountFen)} {entry.note}
        </p>
        <p className="sheet-lead">{text('reverseLead')}</p>
        <Field label={text('reason')} hint={text('reasonHint')} problem={problem}>
          <input
            className="input"
            required
            minLength={2}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={reverse.isPending}>
            {text('reverse')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
