// One value of the form. Pressing it shows where it came from: source, date, author, what it was before.
import { createContext, type ReactNode, useContext } from 'react';
import type { FieldValue } from '#contract/registry-value.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { fieldOf, shownValue } from '#web/registry/shown-value.ts';
import { useLanguage } from '#web/text/catalogue.ts';
import { Unwritten } from '#web/ui/figure.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';

/** Opens the history of a field: `houseArea`, or `<person id>.labour`. */
export const OpenProvenance = createContext<(field: string) => void>(() => {});

interface ValueProps {
  readonly field: string;
  readonly value: FieldValue | undefined;
  /** Instead of the value in words. */
  readonly children?: ReactNode;
}

export function Value({ field, value, children }: ValueProps) {
  const words = useFormWords();
  const language = useLanguage();
  const open = useContext(OpenProvenance);
  const shape = fieldOf(field);
  const shown = children ?? shownValue(value, shape ?? { type: 'text' }, words, language) ?? (
    <Unwritten />
  );
  return (
    <button
      type="button"
      className="value"
      title={words.field(field.slice(field.lastIndexOf('.') + 1))}
      onClick={() => open(field)}
    >
      {typeof shown === 'string' ? <WholeDays>{shown}</WholeDays> : shown}
    </button>
  );
}
