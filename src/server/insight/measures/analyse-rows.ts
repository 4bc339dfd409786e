// Runs an analysis over the rows of a spreadsheet, one after another: the heading row is found, the
// columns are looked up, faulty cells are collected. With a fault nothing is computed unless the faulty
// rows were asked to be left out; then they are counted and told.
import type { Analysis } from '#domain/insight/analysis/analysis.ts';
import { columnMissing, noRows, rowsInvalid } from '#domain/insight/analysis/analysis-refusals.ts';
import { type CellProblem, findColumns, readTableRow } from '#domain/insight/analysis/table-row.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Spreadsheet } from '#server/exchange/reading/spreadsheet.ts';

export interface AnalysedRows<Result> {
  readonly result: Result;
  readonly read: {
    /** Below the heading. */
    readonly rows: number;
    /** Left out because the measure's value is blank. */
    readonly missing: number;
    /** Left out because a cell is faulty. */
    readonly invalid: number;
    readonly problems: readonly CellProblem[];
    readonly holds: Analysis<Result>['holds'];
  };
}

const problemsShown = 20;

export async function analyseRows<Result>(
  spreadsheet: Spreadsheet,
  analysis: Analysis<Result>,
  options: { readonly skipInvalid: boolean; readonly language: Language; readonly sheet?: string },
): Promise<AnalysedRows<Result>> {
  const sheet = sheetOf(spreadsheet, options.sheet);
  const problems: CellProblem[] = [];
  let invalid = 0;
  let rows = 0;
  let places: readonly number[] | undefined;
  for await (const batch of spreadsheet.rows(sheet).batches) {
    for (const row of batch) {
      if (places === undefined) {
        places = placesOf(row.cells, analysis);
        continue;
      }
      rows += 1;
      let isFaulty = false;
      const report = (problem: CellProblem) => {
        isFaulty = true;
        if (problems.length < problemsShown) problems.push(problem);
      };
      const read = readTableRow(row, analysis.columns, places, report);
      const refused = read === undefined ? undefined : analysis.add(read);
      if (refused !== undefined) report(refused);
      if (isFaulty) invalid += 1;
    }
  }
  const missing = analysis.missing();
  const first = problems[0];
  if (first !== undefined && !options.skipInvalid) {
    const { row, message } = first;
    refuse(rowsInvalid, { count: invalid, row, problem: message[options.language] }, problems);
  }
  if (rows - invalid - (analysis.holds === 'table' ? 0 : missing) <= 0) {
    refuse(noRows, { rows, missing: missing + invalid });
  }
  return {
    result: analysis.result(),
    read: { rows, missing, invalid, problems, holds: analysis.holds },
  };
}

function sheetOf({ sheets }: Spreadsheet, name: string | undefined): number {
  const at = name === undefined ? -1 : sheets.findIndex((sheet) => sheet.name === name);
  return at >= 0
    ? at
    : Math.max(
        0,
        sheets.findIndex((sheet) => !sheet.hidden),
      );
}

function placesOf(headings: readonly string[], analysis: Analysis<unknown>): readonly number[] {
  const { places, missing } = findColumns(headings, analysis.columns);
  const [first] = missing;
  if (first !== undefined) {
    const columns = headings.filter((heading) => heading.trim() !== '').join('、');
    refuse(columnMissing, { column: first.heading, option: first.role, columns });
  }
  return places;
}
