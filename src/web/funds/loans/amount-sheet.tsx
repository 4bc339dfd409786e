// A sheet that asks for money with its paper and its day, as several acts on a loan do alike.
import { useState } from 'react';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { fenOfTyped } from '../read-yuan.ts';
import { Form, TextField } from './act-form.tsx';

interface AmountSheetProps {
  readonly title: string;
  readonly lead: string;
  /** What the button says. */
  readonly act: string;
  readonly text: (key: 'amount' | 'amountWrong' | 'document' | 'on') => string;
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly onSend: (sent: {
    readonly on: string;
    readonly amount: number;
    readonly document: string;
  }) => void;
  readonly onClose: () => void;
}

/** Sends nothing while the amount cannot be read, and says so below it. */
export function AmountSheet({ text, problem, onSend, ...frame }: AmountSheetProps) {
  const [amount, setAmount] = useState('');
  const [document, setDocument] = useState('');
  const [on, setOn] = useState('');
  const fen = fenOfTyped(amount);
  return (
    <Form
      {...frame}
      onSend={() => {
        if (fen !== undefined) onSend({ on, amount: fen, document });
      }}
    >
      <TextField
        label={text('amount')}
        value={amount}
        onChange={setAmount}
        decimal
        problem={amount !== '' && fen === undefined ? text('amountWrong') : undefined}
      />
      <TextField label={text('document')} value={document} onChange={setDocument} />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}
