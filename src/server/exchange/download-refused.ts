// The refused rows of an import as a file, with the reason beside each: its own problems, or the row of
// the same household that keeps it out.
import type { downloadRefused as downloadShape } from '#contract/exchange.ts';
import type { InputOf } from '#contract/route.ts';
import { problemMessage, type RowProblem } from '#domain/exchange/row-problem.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { type Language, refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { fileGone } from './exchange-refusals.ts';
import { getImport } from './get-import.ts';
import { importFilePath, keptFilesDays } from './import-file.ts';
import { listRefusedRows, type RefusedRow } from './import-row.store.ts';
import { refusedInProcess } from './reading-process.ts';

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export async function downloadRefused(
  context: Context,
  { params, query }: InputOf<typeof downloadShape>,
): Promise<Download> {
  const { tx, platform, language } = context;
  const stored = await getImport(tx, params.id);
  if (!stored.fileKept) refuse(fileGone, { days: keptFilesDays });
  const rows = await listRefusedRows(tx, stored.id);

  const body = refusedInProcess({
    kind: 'refused',
    path: importFilePath(platform.dataFolder, stored.id),
    sheetName: stored.sheet,
    headingRow: stored.headingRow,
    reasons: reasonsOf(rows, language),
    language,
    format: query.format,
  });
  context.note({
    area: areaCode(stored.areaCode),
    subject: `import:${stored.id}`,
    facts: { rows: rows.length },
  });
  const base = stored.fileName.replace(/\.[A-Za-z]{2,5}$/, '');
  const suffix = language === 'zh' ? '未导入' : 'refused';
  return {
    fileName: `${base}-${suffix}.${query.format}`,
    contentType: contentTypes[query.format],
    body,
  };
}

/** Rows of a household stand together, so the fault beside a faultless row is in its neighbours. */
export function reasonsOf(
  rows: readonly RefusedRow[],
  language: Language,
): readonly (readonly [number, string])[] {
  const faultOf = new Map<string, number>();
  for (const { row, householdNo, problems } of rows) {
    if (problems.some(isError) && !faultOf.has(householdNo)) faultOf.set(householdNo, row);
  }
  return rows.map(({ row, householdNo, problems }) => {
    const own = problems.map((problem) => problemMessage(problem)[language]);
    if (problems.some(isError)) return [row, own.join(' ')];
    const fault = faultOf.get(householdNo) ?? row;
    const because =
      language === 'zh'
        ? `同一户第 ${fault} 行有误，整户未导入。`
        : `Row ${fault} of the same household is wrong, so all of it was left out.`;
    return [row, [because, ...own].join(' ')];
  });
}

function isError(problem: RowProblem): boolean {
  return problem.severity === 'error';
}
