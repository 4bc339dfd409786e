// A bank claims subsidised interest for a period; what it comes to is computed by the server.
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { loanFormTexts } from './loan-form-texts.ts';
import { staleLoans } from './stale-loans.ts';

export function ClaimSheet({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}) {
  const text = useText(loanFormTexts);
  const say = useSay();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [document, setDocument] = useState('');
  const claim = useWrite('POST /api/funds/loan-papers/subsidies', {
    stale: staleLoans,
    onDone: ({ loans, amount }) => {
      say(text('saidClaimed', { loans: exactNumber(loans ?? 0), amount: exactYuan(amount) }));
      onClose();
    },
  });
  const problem = useExplanation(claim.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    claim.mutate({ body: { area, from, until, document } });
  };
  return (
    <Sheet title={text('claimTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('claimLead')}</p>
        <Field label={text('from')}>
          <DayInput required value={from} onChange={setFrom} />
        </Field>
        <Field label={text('untilDay')}>
          <DayInput required value={until} onChange={setUntil} />
        </Field>
        <Field label={text('claimDocument')} problem={problem}>
          <input
            className="input"
            required
            maxLength={100}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={claim.isPending}>
            {text('submitClaim')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
