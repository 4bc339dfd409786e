// A day as officials type it: 2016-09-30, 20160930, 2016/9/30, 2016.9.30 or 2016年9月30日. The browser's
// own control would write it in the order of the browser's language, which two people read two ways.
import { useEffect, useState } from 'react';
import { makePlainDate, type PlainDate } from '#domain/kernel/plain-date.ts';

interface DayInputProps {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly required?: boolean;
  /** The last day that can be meant. */
  readonly max?: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

export function DayInput({ value, onChange, max, required, ...rest }: DayInputProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const day = readDay(typed);
  const wrong = typed.trim() !== '' && (day === undefined || (max !== undefined && day > max));
  return (
    <input
      {...rest}
      aria-invalid={wrong || rest['aria-invalid'] === true}
      className="input"
      inputMode="numeric"
      autoComplete="off"
      placeholder="2016-09-30"
      maxLength={14}
      required={required}
      // The browser refuses to send what does not match, and says so beside the field.
      pattern={wrong ? '(?!)' : undefined}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = readDay(event.target.value);
        if (next !== undefined || event.target.value.trim() === '') onChange(next ?? '');
      }}
      onBlur={() => {
        if (day !== undefined) setTyped(day);
      }}
    />
  );
}

/** Reads a day in one of the shapes people write; undefined when it is no day of the calendar. */
export function readDay(text: string): PlainDate | undefined {
  const plain = text
    .trim()
    .replace(/[年月./／．]/g, '-')
    .replace(/日$/, '');
  const parts = /^(\d{4})-?(\d{1,2})-?(\d{1,2})$/.exec(plain);
  if (parts === null) return undefined;
  // Without separators every part has its full length.
  if (!plain.includes('-') && plain.length !== 8) return undefined;
  return makePlainDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}
