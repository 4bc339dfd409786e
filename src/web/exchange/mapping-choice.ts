// The mapping as a person edits it: what each column means now, what is doubtful, what was changed.
import type { ImportColumn } from '#contract/exchange.ts';

export type Choices = ReadonlyMap<number, string | null>;

/** How sure a meaning is, in the words the screen has for it. */
export type Sureness = 'known' | 'guessed' | 'none' | 'ignored' | 'duplicate';

export function sureness(column: ImportColumn, chosen: string | null): Sureness {
  if (chosen !== column.field) return chosen === null || chosen === 'ignore' ? 'ignored' : 'known';
  if (column.duplicateOf !== null) return 'duplicate';
  if (column.field === 'ignore') return 'ignored';
  if (column.field === null) return 'none';
  return column.confidence >= 1 ? 'known' : 'guessed';
}

export function isDoubtful(sure: Sureness): boolean {
  return sure !== 'known' && sure !== 'ignored';
}

/** Columns whose meaning a person changed, as the API takes them. */
export function changedColumns(
  columns: readonly ImportColumn[],
  choices: Choices,
): { column: number; field: string | null }[] {
  return columns.flatMap(({ column, field }) => {
    const chosen = choices.get(column);
    return chosen === undefined || chosen === field ? [] : [{ column, field: chosen }];
  });
}

/** `A`, `B`, … `AA`, for a column named by its position. */
export function lettersOf(columns: readonly ImportColumn[], column: number): string {
  return columns.find((one) => one.column === column)?.letters ?? String(column + 1);
}
