// Forms while a loan is owed: repay, check the use, extend, take back; and withdrawing an application.
import { useState } from 'react';
import { usesFound } from '#domain/funds/loans/loan.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { type ActSheet, Form, TextField, useAct } from './act-form.tsx';
import { AmountSheet } from './amount-sheet.tsx';
import { loanFormTexts } from './loan-form-texts.ts';
import { staleLoans } from './stale-loans.ts';

export function RepaySheet(sheet: ActSheet) {
  const text = useText(loanFormTexts);
  const { problem, busy, send } = useAct(sheet);
  return (
    <AmountSheet
      title={text('repayTitle')}
      lead={text('repayLead', { amount: exactYuan(sheet.loan.owed) })}
      act={text('save')}
      text={text}
      problem={problem}
      busy={busy}
      onSend={(sent) => send({ act: 'repay', ...sent })}
      onClose={sheet.onClose}
    />
  );
}

export function CheckSheet(sheet: ActSheet) {
  const text = useText(loanFormTexts);
  const { problem, busy, send } = useAct(sheet);
  const [found, setFound] = useState<(typeof usesFound)[number]>('asStated');
  const [words, setWords] = useState('');
  const [on, setOn] = useState('');
  return (
    <Form
      title={text('checkTitle')}
      lead={text('checkLead')}
      act={text('save')}
      busy={busy}
      onClose={sheet.onClose}
      onSend={() => send({ act: 'check', on, found, words })}
    >
      <Field label={text('found')}>
        <select
          className="input"
          value={found}
          onChange={(event) =>
            setFound(usesFound.find((one) => one === event.target.value) ?? 'asStated')
          }
        >
          {usesFound.map((one) => (
            <option key={one} value={one}>
              {text(`found_${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <TextField label={text('words')} value={words} onChange={setWords} />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}

export function ExtendSheet(sheet: ActSheet) {
  const { loan } = sheet;
  const text = useText(loanFormTexts);
  const { problem, busy, send } = useAct(sheet);
  const [until, setUntil] = useState('');
  const [words, setWords] = useState('');
  const [on, setOn] = useState('');
  return (
    <Form
      title={text('extendTitle')}
      lead={text('extendLead', { due: loan.dueOn ?? '' })}
      act={text('save')}
      busy={busy}
      onClose={sheet.onClose}
      onSend={() => send({ act: 'extend', on, until, words })}
    >
      <Field label={text('until')}>
        <DayInput required value={until} onChange={setUntil} />
      </Field>
      <TextField label={text('why')} value={words} onChange={setWords} />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}

export function TakeBackSheet(sheet: ActSheet) {
  const text = useText(loanFormTexts);
  const { problem, busy, send } = useAct(sheet);
  const [words, setWords] = useState('');
  const [on, setOn] = useState('');
  return (
    <Form
      title={text('takeBackTitle')}
      lead={text('takeBackLead')}
      act={text('save')}
      busy={busy}
      onClose={sheet.onClose}
      onSend={() => send({ act: 'takeBack', on, words })}
    >
      <TextField label={text('why')} value={words} onChange={setWords} />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}

export function WithdrawSheet({ loan, onClose }: ActSheet) {
  const text = useText(loanFormTexts);
  const say = useSay();
  const withdraw = useWrite('POST /api/funds/loans/:id/withdrawal', {
    stale: staleLoans,
    onDone: () => {
      say(text('saidWithdrawn'));
      onClose();
    },
  });
  return (
    <WordsSheet
      title={text('withdrawTitle')}
      lead={text('withdrawLead')}
      label={text('why')}
      act={text('withdrawTitle')}
      problem={useExplanation(withdraw.error)}
      busy={withdraw.isPending}
      onSend={(reason) => withdraw.mutate({ params: { id: loan.id }, body: { reason } })}
      onClose={onClose}
    />
  );
}
