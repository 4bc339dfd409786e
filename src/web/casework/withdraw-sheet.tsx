// Ends a case without a decision; the sheet names the consequence, since it cannot be undone.
import { type FormEvent, useState } from 'react';
import type { Case } from '#contract/casework.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { caseTexts } from './case-texts.ts';
import { staleCases } from './stale-cases.ts';

export function WithdrawSheet({
  one,
  onClose,
}: {
  readonly one: Case;
  readonly onClose: () => void;
}) {
  const text = useText(caseTexts);
  const [reason, setReason] = useState('');
  const withdraw = useWrite('POST /api/casework/cases/:id/withdrawal', {
    stale: staleCases,
    onDone: onClose,
  });
  const problem = useExplanation(withdraw.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    withdraw.mutate({ params: { id: one.id }, body: { seen: one.position, reason } });
  };
  return (
    <Sheet title={text('withdrawTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('withdrawLead')}</p>
        <Field label={text('reason')} problem={problem}>
          <input
            className="input"
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={withdraw.isPending}>
            {text('withdrawEnter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
