// A whole number of a filter: told once it is one, and said beside the field when it is not.
import { useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { householdListTexts } from './household-list-texts.ts';

interface WholeNumberFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

export function WholeNumberField({ label, value, onChange }: WholeNumberFieldProps) {
  const text = useText(householdListTexts);
  const [typed, setTyped] = useState(value ?? '');
  const [told, setTold] = useState(value);
  if (value !== told) {
    setTold(value);
    setTyped(value ?? '');
  }
  const wrong = wholeNumber(typed) === undefined && typed.trim() !== '';
  const settle = () => {
    const next = wholeNumber(typed);
    if (wrong || next === value) return;
    setTold(next);
    onChange(next);
  };
  return (
    <Field label={label} problem={wrong ? text('notWhole', { text: typed }) : undefined}>
      <input
        className="input"
        inputMode="numeric"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
    </Field>
  );
}

/** `3,000` and full-width digits are what people type. */
export function wholeNumber(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d{1,9}$/.test(plain) ? String(Number(plain)) : undefined;
}
