// Forms until the money is out: approve, refuse, sign, lend.
import { useState } from 'react';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { fenOfTyped } from '../read-yuan.ts';
import { type ActSheet, Form, TextField, useAct } from './act-form.tsx';
import { loanFormTexts } from './loan-form-texts.ts';

export function ApproveSheet(sheet: ActSheet) {
  const { loan, onClose } = sheet;
  const text = useText(loanFormTexts);
  const { problem, busy, send } = useAct(sheet);
  const [amount, setAmount] = useState(String(loan.asked / 100));
  const [months, setMonths] = useState(String(loan.months));
  const [rate, setRate] = useState('4.75');
  const [on, setOn] = useState('');
  const fen = fenOfTyped(amount);
  return (
    <Form
      title={text('approveTitle')}
      lead={text('approveLead', { amount: exactYuan(loan.asked) })}
      act={text('approveTitle')}
      busy={busy}
      onClose={onClose}
      onSend={() => {
        if (fen === undefined) return;
        const terms = { amount: fen, months: Number(months), ratePercent: Number(rate) };
        send({ act: 'approve', on, ...terms, words: '' });
      }}
    >
      <TextField
        label={text('amount')}
        value={amount}
        onChange={setAmount}
        decimal
        problem={fen === undefined ? text('amountWrong') : undefined}
      />
      <TextField label={text('months')} value={months} onChange={setMonths} decimal />
      <TextField
        label={text('rate')}
        hint={text('rateHint')}
        value={rate}
        onChange={setRate}
        decimal
      />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}

export function RefuseLoanSheet(sheet: ActSheet) {
  const { loan, onClose } = sheet;
  const text = useText(loanFormTexts);
  const { problem, busy, send } = useAct(sheet);
  const choices = useRead('GET /api/funds/loans/choices', { query: {} });
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const [on, setOn] = useState('');
  const refusals = choices.data?.refusals ?? [];
  const chosen = reason === '' ? (refusals[0]?.code ?? '') : reason;
  return (
    <Form
      title={text('refuseTitle')}
      lead={text('refuseLead')}
      act={text('refuseTitle')}
      busy={busy || loan.state !== 'applied'}
      onClose={onClose}
      onSend={() => send({ act: 'refuse', on, reason: chosen, words })}
    >
      <Field label={text('reason')}>
        <select
          className="input"
          value={chosen}
          onChange={(event) => setReason(event.target.value)}
        >
          {refusals.map((one) => (
            <option key={one.code} value={one.code}>
              {text.pick(one.title)}
            </option>
          ))}
        </select>
      </Field>
      <TextField label={text('words')} value={words} onChange={setWords} optional />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}

export function SignSheet(sheet: ActSheet) {
  const text = useText(loanFormTexts);
  const { problem, busy, send } = useAct(sheet);
  const [document, setDocument] = useState('');
  const [insurance, setInsurance] = useState('');
  const [on, setOn] = useState('');
  return (
    <Form
      title={text('signTitle')}
      lead={text('signLead')}
      act={text('save')}
      busy={busy}
      onClose={sheet.onClose}
      onSend={() => send({ act: 'sign', on, document, insurance })}
    >
      <TextField label={text('contract')} value={document} onChange={setDocument} />
      <TextField label={text('insurance')} value={insurance} onChange={setInsurance} optional />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}

export function LendSheet(sheet: ActSheet) {
  const { loan } = sheet;
  const text = useText(loanFormTexts);
  const { problem, busy, send } = useAct(sheet);
  const [document, setDocument] = useState('');
  const [on, setOn] = useState('');
  return (
    <Form
      title={text('lendTitle')}
      lead={text('lendLead', { amount: exactYuan(loan.approved ?? 0), name: loan.headName })}
      act={text('lendTitle')}
      busy={busy}
      onClose={sheet.onClose}
      onSend={() => send({ act: 'lend', on, document })}
    >
      <TextField label={text('document')} value={document} onChange={setDocument} />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}
