// What a file holds before anything of it is imported: its format and encoding, its sheets, the sheet
// that looks like a survey, what its columns mean, and a few rows to look at.
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import {
  guessMapping,
  headingRowsSearched,
  type MappingProfile,
  missingColumns,
  profileFit,
  type SheetMapping,
} from '#domain/exchange/mapping.ts';
import type { FileFacts } from '#domain/exchange/sheet-notice.ts';
import type { SheetRow, SheetSummary } from '#domain/exchange/sheet-row.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Spreadsheet } from '#server/exchange/reading/spreadsheet.ts';

export interface DescribeOptions {
  readonly fileName: string;
  /** Name of the sheet to read; found when absent. */
  readonly sheet?: string;
  readonly profiles: readonly MappingProfile[];
  readonly isVillageFile: boolean;
}

export interface FileDescription {
  readonly facts: FileFacts;
  readonly sheets: readonly SheetSummary[];
  readonly sheetIndex: number;
  readonly mapping: SheetMapping;
  /** Name of the profile that was used. */
  readonly profile: string | undefined;
  readonly sample: readonly SheetRow[];
}

const sampleRows = 8;

/** Below this share of known headings a profile is for another kind of sheet. */
const profileFitMin = 0.8;

export async function describeFile(
  spreadsheet: Spreadsheet,
  options: DescribeOptions,
): Promise<FileDescription> {
  const candidates = candidateSheets(spreadsheet, options.sheet);
  let best: FileDescription | undefined;
  for (const index of candidates) {
    const rows = await firstRows(spreadsheet, index);
    const found = describeSheet(spreadsheet, index, rows, options);
    if (found === undefined) continue;
    if (missingColumns(found.mapping, options.isVillageFile).length === 0) return found;
    best ??= found;
  }
  if (best !== undefined) return best;
  const name = spreadsheet.sheets[candidates[0] ?? 0]?.name ?? '';
  const isEmpty = (await firstRows(spreadsheet, candidates[0] ?? 0)).length === 0;
  return isEmpty
    ? refuse(fileRefusals.sheetEmpty, { sheet: name })
    : refuse(fileRefusals.noHeading, { rows: headingRowsSearched });
}

function candidateSheets(spreadsheet: Spreadsheet, wanted: string | undefined): readonly number[] {
  const { sheets } = spreadsheet;
  if (wanted !== undefined) {
    const index = sheets.findIndex((sheet) => sheet.name.trim() === wanted.trim());
    if (index >= 0) return [index];
    const names = sheets.map((sheet) => sheet.name).join('、');
    return refuse(fileRefusals.sheetMissing, { sheet: wanted, sheets: names });
  }
  const visible = sheets.flatMap((sheet, index) => (sheet.hidden ? [] : [index]));
  return visible.length > 0 ? visible : sheets.map((_, index) => index);
}

function describeSheet(
  spreadsheet: Spreadsheet,
  index: number,
  rows: readonly SheetRow[],
  options: DescribeOptions,
): FileDescription | undefined {
  const guessed = guessMapping(rows.slice(0, headingRowsSearched));
  if (guessed === undefined) return undefined;
  const headings = guessed.columns.map((column) => column.heading);
  const fitting = options.profiles
    .map((profile) => ({ profile, fit: profileFit(profile, headings) }))
    .filter(({ fit }) => fit >= profileFitMin)
    .sort((left, right) => right.fit - left.fit)[0]?.profile;
  const mapping =
    fitting === undefined
      ? guessed
      : (guessMapping(rows.slice(0, headingRowsSearched), fitting) ?? guessed);
  return {
    facts: {
      fileName: options.fileName,
      format: spreadsheet.format,
      encoding: spreadsheet.encoding,
      isEncodingAssumed: spreadsheet.encoding === 'gb18030',
      sheets: spreadsheet.sheets.map((sheet) => sheet.name),
      sheet: spreadsheet.sheets[index]?.name ?? '',
    },
    sheets: spreadsheet.sheets,
    sheetIndex: index,
    mapping,
    profile: fitting?.name,
    sample: rows.filter((row) => row.number > mapping.headingRow).slice(0, sampleRows),
  };
}

async function firstRows(spreadsheet: Spreadsheet, sheet: number): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of spreadsheet.rows(sheet).batches) {
    rows.push(...batch);
    if (rows.length >= headingRowsSearched + sampleRows) break;
  }
  return rows.slice(0, headingRowsSearched + sampleRows);
}
