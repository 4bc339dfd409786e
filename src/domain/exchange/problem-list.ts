// Collects the problems of one household while it is read. Knows which cell each is about, so that
// every problem names row, field and value, the value masked where the field is sensitive.

import { shownCell, type ValueProblem } from '#domain/exchange/cell-value.ts';
import type { PlannedColumn } from '#domain/exchange/import-plan.ts';
import { type ProblemCode, type RowProblem, rowProblems } from '#domain/exchange/row-problem.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import type { RefusalFacts } from '#domain/kernel/refusal.ts';

export interface ProblemList {
  readonly problems: readonly RowProblem[];
  readonly hasError: boolean;
  /** About a cell: the column it stands in, where the sheet has one. */
  atCell(row: SheetRow, column: PlannedColumn | undefined, problem: ValueProblem): void;
  /** About a row as a whole. */
  atRow(row: number, code: ProblemCode, facts?: RefusalFacts): void;
}

export function createProblemList(): ProblemList {
  const problems: RowProblem[] = [];
  let hasError = false;

  function add(problem: Omit<RowProblem, 'severity'>): void {
    const { severity } = rowProblems[problem.code];
    if (severity === 'error') hasError = true;
    problems.push({ ...problem, severity });
  }

  return {
    problems,
    get hasError() {
      return hasError;
    },
    atCell(row, column, { code, facts }) {
      add({
        row: row.number,
        column: column?.column ?? null,
        field: column?.field.id ?? null,
        value: column === undefined ? '' : shownCell(column.field, row.cells[column.column] ?? ''),
        code,
        facts,
      });
    },
    atRow(row, code, facts = {}) {
      add({ row, column: null, field: null, value: '', code, facts });
    },
  };
}
