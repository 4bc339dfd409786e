// Prints the page, once its letters are there: in others it would be longer, and a sheet would become two.
import type { ReactNode } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { lettersLoaded } from '#web/theme/letters.ts';
import { uiTexts } from './texts.ts';

interface PrintProps {
  /** What is printed, where the page has several things; otherwise “print”. */
  readonly children?: ReactNode;
  /** The page is there to be printed. */
  readonly isMain?: boolean;
  readonly disabled?: boolean;
}

export function PrintButton({ children, isMain = false, disabled = false }: PrintProps) {
  const text = useText(uiTexts);
  return (
    <button
      type="button"
      className={`button no-print${isMain ? ' primary' : ''}`}
      disabled={disabled}
      onClick={() => void printPage()}
    >
      {children ?? text('print')}
    </button>
  );
}

/** Opens the printer’s dialog when the page is written as it will be on paper. */
export async function printPage(): Promise<void> {
  await lettersLoaded();
  window.print();
}
