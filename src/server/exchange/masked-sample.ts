// The few rows a person looks at while mapping columns. They are kept in the database, so whatever
// looks like the number of a person, a telephone or an account is masked, mapped or not.
import { shownCell } from '#domain/exchange/cell-value.ts';
import { findImportField } from '#domain/exchange/import-field.ts';
import type { FileDescription } from './describe-file.ts';

const cellCharactersMax = 40;

export function maskedSample({ sample, mapping }: FileDescription) {
  const fields = new Map(
    mapping.columns.map(({ column, field }) => [column, findImportField(field ?? '')]),
  );
  return sample.map((row) => ({
    row: row.number,
    cells: row.cells.map((cell, column) =>
      maskNumbers(shownCell(fields.get(column), cell.slice(0, cellCharactersMax))),
    ),
  }));
}

/** Digits in a row, as long as a telephone number or longer, in whatever column. */
export function maskNumbers(text: string): string {
  return text.replace(/[0-9\uff10-\uff19]{11,}[Xx\uff38\uff58]?/g, (number) =>
    number.length < 15
      ? `${'*'.repeat(number.length - 4)}${number.slice(-4)}`
      : `${number.slice(0, 6)}${'*'.repeat(number.length - 10)}${number.slice(-4)}`,
  );
}
