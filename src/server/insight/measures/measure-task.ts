// Computes the measures of one table: reads its heading, takes or guesses the columns, and runs the
// analysis of poverty over its rows. Runs in the measuring process only.
import type { TableMeasures } from '#contract/insight-measures.ts';
import type { LineAsk } from '#domain/insight/analysis/analysis.ts';
import { guessColumns, type MeasureRole } from '#domain/insight/analysis/guess-columns.ts';
import { createPovertyAnalysis } from '#domain/insight/analysis/poverty-analysis.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { openSpreadsheet } from '#server/exchange/reading/open-spreadsheet.ts';
import type { Spreadsheet } from '#server/exchange/reading/spreadsheet.ts';
import { analyseRows } from './analyse-rows.ts';

export interface MeasureTask {
  readonly path: string;
  readonly line: LineAsk;
  /** Undefined: guess. */
  readonly columns: Readonly<Partial<Record<MeasureRole, string>>> | undefined;
  readonly skipInvalid: boolean;
  readonly language: Language;
}

export type MeasuredTable = Omit<TableMeasures, 'fileName'>;

export async function measureTable(task: MeasureTask): Promise<MeasuredTable> {
  const spreadsheet = await openSpreadsheet(task.path);
  try {
    const headings = await headingsOf(spreadsheet);
    const {
      income = null,
      members = null,
      weight = null,
      household = null,
      by = null,
    } = task.columns ?? guessColumns(headings);
    const columns = { income, members, weight, household, by };
    if (income === null) {
      const read = { rows: 0, missing: 0, invalid: 0 };
      return { headings: [...headings], columns, result: null, read };
    }
    const analysis = createPovertyAnalysis({
      income,
      line: task.line,
      members: members ?? undefined,
      weight: weight ?? undefined,
      household: household ?? undefined,
      by: by ?? undefined,
    });
    const { result, read } = await analyseRows(spreadsheet, analysis, task);
    const { distribution, groups } = result;
    return {
      headings: [...headings],
      columns,
      result: {
        ...result,
        distribution:
          distribution === null
            ? null
            : {
                ...distribution,
                quantiles: [...distribution.quantiles],
                lorenz: [...distribution.lorenz],
              },
        groups: [...groups],
      },
      read: { rows: read.rows, missing: read.missing, invalid: read.invalid },
    };
  } finally {
    await spreadsheet.close();
  }
}

async function headingsOf(spreadsheet: Spreadsheet): Promise<readonly string[]> {
  const sheet = Math.max(
    0,
    spreadsheet.sheets.findIndex(({ hidden }) => !hidden),
  );
  for await (const batch of spreadsheet.rows(sheet).batches) {
    const [first] = batch;
    if (first !== undefined) return first.cells.map((cell) => cell.trim()).filter(Boolean);
  }
  return [];
}
