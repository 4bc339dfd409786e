// A number of a trial that opens the households it counts.
import { exactNumber } from '#web/text/number.ts';
import type { Opened } from './use-trial.ts';

interface OpenNumberProps {
  readonly value: number;
  readonly opens: Opened;
  readonly onOpen: (opened: Opened) => void;
  readonly label: string;
}

export function OpenNumber({ value, opens, onOpen, label }: OpenNumberProps) {
  if (value === 0) return <span className="quiet">0</span>;
  return (
    <button
      type="button"
      className="open-number"
      aria-label={`${label} ${exactNumber(value)}`}
      onClick={() => onOpen(opens)}
    >
      {exactNumber(value)}
    </button>
  );
}
