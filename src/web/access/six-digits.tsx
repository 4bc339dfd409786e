import type { ReactNode } from 'react';
import { Field } from '#web/ui/field.tsx';

interface SixDigitsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: ReactNode;
}

export function SixDigits({ label, value, onChange, problem }: SixDigitsProps) {
  return (
    <Field label={label} problem={problem}>
      <input
        className="input six-digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
