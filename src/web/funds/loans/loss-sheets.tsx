// Forms of a loan that is not repaid: the claim on the risk fund, and what was recovered after it.
import { useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { type ActSheet, Form, TextField } from './act-form.tsx';
import { AmountSheet } from './amount-sheet.tsx';
import { fundTexts } from './fund-texts.ts';
import { staleLoans } from './stale-loans.ts';

export function ClaimLossSheet({ loan, onClose }: ActSheet) {
  const text = useText(fundTexts);
  const say = useSay();
  const [document, setDocument] = useState('');
  const [on, setOn] = useState('');
  const claim = useWrite('POST /api/funds/loans/:id/claim', {
    stale: staleLoans,
    onDone: ({ fundPart, bankPart }) => {
      say(text('saidClaimed', { fund: exactYuan(fundPart ?? 0), bank: exactYuan(bankPart ?? 0) }));
      onClose();
    },
  });
  const problem = useExplanation(claim.error);
  return (
    <Form
      title={text('claim')}
      lead={text('claimLead', { amount: exactYuan(loan.owed) })}
      act={text('submit')}
      busy={claim.isPending}
      onClose={onClose}
      onSend={() => claim.mutate({ params: { id: loan.id }, body: { on, document } })}
    >
      <TextField label={text('document')} value={document} onChange={setDocument} />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}

export function RecoverSheet({ loan, onClose }: ActSheet) {
  const text = useText(fundTexts);
  const say = useSay();
  const recover = useWrite('POST /api/funds/loans/:id/recovery', {
    stale: staleLoans,
    onDone: () => {
      say(text('saidRecovered'));
      onClose();
    },
  });
  const problem = useExplanation(recover.error);
  return (
    <AmountSheet
      title={text('recover')}
      lead={text('recoverLead')}
      act={text('submit')}
      text={text}
      problem={problem}
      busy={recover.isPending}
      onSend={(body) => recover.mutate({ params: { id: loan.id }, body })}
      onClose={onClose}
    />
  );
}
