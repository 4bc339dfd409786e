// An import as screens show it: problems with their sentences, counts by problem with what each means.
import type { ImportDetail, ImportItem, ImportProblem, ImportRow } from '#contract/exchange.ts';
import { missingColumns } from '#domain/exchange/mapping.ts';
import {
  isProblemCode,
  problemMessage,
  type RowProblem,
  rowProblems,
} from '#domain/exchange/row-problem.ts';
import { columnLetters } from '#domain/exchange/sheet-row.ts';
import type { ProblemCount, StoredImport } from './import.store.ts';
import type { NewImportRow } from './import-row.store.ts';

export function shownItem(stored: StoredImport): ImportItem {
  return {
    id: stored.id,
    areaCode: stored.areaCode,
    fileName: stored.fileName,
    state: stored.state,
    accountName: stored.accountName,
    createdAt: stored.createdAt,
    finishedAt: stored.finishedAt,
    counts: stored.counts,
  };
}

export function shownImport(stored: StoredImport): ImportDetail {
  const { failure, headingRow, columns } = stored;
  const isVillageFile = stored.areaCode.length >= 12;
  return {
    ...shownItem(stored),
    format: stored.format,
    encoding: stored.encoding,
    bytes: stored.bytes,
    sheets: [...stored.sheets],
    sheet: stored.sheet,
    headingRow,
    columns: columns.map(({ column, heading, field, confidence, duplicateOf }) => ({
      column,
      letters: columnLetters(column),
      heading,
      field,
      confidence,
      duplicateOf: duplicateOf ?? null,
    })),
    missingColumns: [...missingColumns({ headingRow, columns }, isVillageFile)],
    sample: stored.sample.map(({ row, cells }) => ({ row, cells: [...cells] })),
    profile: stored.profile,
    incomeYear: stored.incomeYear,
    notices: stored.notices.map(shownProblem),
    problemCounts: stored.problemCounts.flatMap(shownCount),
    job: stored.job,
    failure:
      failure === null ? null : { code: failure.code, message: { zh: failure.zh, en: failure.en } },
    fileKept: stored.fileKept,
  };
}

export function shownRow(row: NewImportRow): ImportRow {
  return {
    row: row.row,
    outcome: row.outcome,
    householdNo: row.householdNo,
    name: row.name,
    household: row.household,
    changes: [...row.changes],
    problems: row.problems.map(shownProblem),
  };
}

export function shownProblem(problem: RowProblem): ImportProblem {
  const { row, column, field, value, code, severity } = problem;
  return { row, column, field, value, code, severity, message: problemMessage(problem) };
}

/** Counts have no one row's facts, so the sentence leaves them open. */
function shownCount({ code, count }: ProblemCount): ImportDetail['problemCounts'] {
  if (!isProblemCode(code)) return [];
  const { severity, message } = rowProblems[code];
  const open = (text: string): string => text.replace(/\{\w+\}/g, '…');
  return [{ code, severity, count, message: { zh: open(message.zh), en: open(message.en) } }];
}
