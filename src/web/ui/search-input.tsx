// A search that is asked once somebody has stopped typing, or at once with Enter. It follows its value
// when that is changed elsewhere, as by taking a condition out of the sentence above a list.
import { useRef, useState } from 'react';

interface SearchInputProps {
  readonly label: string;
  readonly value: string;
  readonly onSettled: (value: string) => void;
}

export function SearchInput({ label, value, onSettled }: SearchInputProps) {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  const settle = (next: string) => {
    clearTimeout(timer.current);
    const settled = next.trim();
    if (settled === told) return;
    setTold(settled);
    onSettled(settled);
  };
  return (
    <input
      className="input"
      type="search"
      autoComplete="off"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => settle(next), 300);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(typed);
      }}
    />
  );
}
