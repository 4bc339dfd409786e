// The text of a cell, after a word about how it came to be: a formula's stored result, a formula that
// reaches outside, an error value, a number too long for a spreadsheet, a merged area.

import type { PlannedColumn } from '#domain/exchange/import-plan.ts';
import type { ProblemList } from '#domain/exchange/problem-list.ts';
import type { ProblemCode } from '#domain/exchange/row-problem.ts';
import type { MarkKind, SheetRow } from '#domain/exchange/sheet-row.ts';

/** The text to read; empty where the cell's content may not be taken. */
export function readMarkedCell(
  row: SheetRow,
  planned: PlannedColumn,
  problems: ProblemList,
): string {
  const text = row.cells[planned.column] ?? '';
  if (row.marks.length === 0) return text;
  let taken = text;
  for (const mark of row.marks) {
    if (mark.column !== planned.column) continue;
    const code = problemOf(mark.kind, planned);
    if (code === undefined) continue;
    problems.atCell(row, planned, { code, facts: {} });
    if (mark.kind !== 'formula' && mark.kind !== 'merged') taken = '';
  }
  return taken;
}

function problemOf(kind: MarkKind, planned: PlannedColumn): ProblemCode | undefined {
  switch (kind) {
    case 'formula':
      return 'exchange/formula-result';
    case 'formula-empty':
      return 'exchange/formula-empty';
    case 'command':
      return 'exchange/formula-command';
    case 'error-value':
      return 'exchange/cell-error';
    case 'long-number':
      // An identity number has a check character, which tells better whether digits were lost.
      return planned.field.form?.type === 'sealed' && !isIdentity(planned)
        ? 'exchange/digits-lost'
        : undefined;
    case 'merged':
      // A household written once beside its members is how such sheets are meant to be.
      return planned.field.level === 'person' ? 'exchange/merged-cell' : undefined;
  }
}

function isIdentity(planned: PlannedColumn): boolean {
  return planned.field.form?.name === 'identity' || planned.field.id === 'head.identity';
}

/** A spreadsheet keeps 15 digits of a number and puts zeros for the others. */
export function mayHaveLostDigits(row: SheetRow, planned: PlannedColumn): boolean {
  return row.marks.some((mark) => mark.column === planned.column && mark.kind === 'long-number');
}
