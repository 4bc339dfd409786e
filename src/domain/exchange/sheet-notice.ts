// What a person should know of the file before looking at its rows: which sheet was read, which columns
// were left out and why, what was filled or shown although hidden. Warnings at the heading row.

import { hasField, type SheetMapping } from '#domain/exchange/mapping.ts';
import { type ProblemCode, type RowProblem, rowProblems } from '#domain/exchange/row-problem.ts';
import { columnLetters } from '#domain/exchange/sheet-row.ts';
import type { RefusalFacts } from '#domain/kernel/refusal.ts';

export interface FileFacts {
  readonly fileName: string;
  readonly format: string;
  readonly encoding?: string;
  /** False where the file itself says its encoding, or where it needs none. */
  readonly isEncodingAssumed: boolean;
  readonly sheets: readonly string[];
  readonly sheet: string;
}

export interface SheetFindings {
  readonly mergedAreas: number;
  readonly hiddenColumns: readonly number[];
}

export function fileNotices(facts: FileFacts, mapping: SheetMapping): readonly RowProblem[] {
  const notices: RowProblem[] = [];
  const row = mapping.headingRow;
  if (facts.sheets.length > 1) {
    const sheets = facts.sheets.join('、');
    notices.push(notice(row, 'exchange/sheet-chosen', { sheets, sheet: facts.sheet }, facts.sheet));
  }
  const extension = /\.([a-z]+)$/i.exec(facts.fileName)?.[1]?.toLowerCase() ?? facts.format;
  const isText = facts.format === 'csv' && ['csv', 'txt', 'tsv'].includes(extension);
  const isWorkbook = facts.format === 'xlsx' && ['xlsx', 'xlsm', 'xltx'].includes(extension);
  if (extension !== facts.format && !isText && !isWorkbook) {
    notices.push(notice(row, 'exchange/format-differs', { format: `.${facts.format}` }));
  }
  if (facts.isEncodingAssumed) {
    const encoding = (facts.encoding ?? '').toUpperCase();
    notices.push(notice(row, 'exchange/encoding-assumed', { encoding }));
  }
  return [...notices, ...columnNotices(mapping)];
}

export function findingNotices(
  findings: SheetFindings,
  mapping: SheetMapping,
): readonly RowProblem[] {
  const notices: RowProblem[] = [];
  const row = mapping.headingRow;
  if (findings.mergedAreas > 0) {
    notices.push(notice(row, 'exchange/merged-areas', { count: findings.mergedAreas }));
  }
  const read = new Set(
    mapping.columns
      .filter(({ field }) => field !== null && field !== 'ignore')
      .map(({ column }) => column),
  );
  const hidden = findings.hiddenColumns.filter((column) => read.has(column));
  if (hidden.length > 0) {
    const columns = hidden.map(columnLetters).join('、');
    notices.push(notice(row, 'exchange/columns-hidden', { columns }));
  }
  return notices;
}

function columnNotices(mapping: SheetMapping): readonly RowProblem[] {
  const notices: RowProblem[] = [];
  for (const column of mapping.columns) {
    if (column.field !== null) continue;
    const code =
      column.duplicateOf === undefined ? 'exchange/column-unknown' : 'exchange/heading-duplicate';
    const facts: RefusalFacts =
      column.duplicateOf === undefined ? {} : { kept: columnLetters(column.duplicateOf) };
    notices.push({
      ...notice(mapping.headingRow, code, facts, column.heading),
      column: column.column,
    });
  }
  if (!hasField(mapping, 'person.name')) return notices;
  if (!hasField(mapping, 'person.identity')) {
    notices.push(notice(mapping.headingRow, 'exchange/identity-absent', {}));
  }
  if (!hasField(mapping, 'person.relation')) {
    notices.push(notice(mapping.headingRow, 'exchange/relation-absent', {}));
  }
  return notices;
}

function notice(row: number, code: ProblemCode, facts: RefusalFacts, value = ''): RowProblem {
  return {
    row,
    column: null,
    field: null,
    value,
    code,
    severity: rowProblems[code].severity,
    facts,
  };
}
