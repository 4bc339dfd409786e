// Legacy .xls and OpenDocument .ods, read whole by a library, since no streaming reader for them exists;
// the file's size is limited instead. Hidden rows and formulas are not reported here, because the
// library does not tell them for these formats. Its reader of .xlsb passed over cells without a word,
// so that format is refused.
import { readFile } from 'node:fs/promises';
import { type CellValue, readOds, readXls, type Sheet, type Workbook } from 'hucre';
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { type CellMark, plainRow, type SheetRow } from '#domain/exchange/sheet-row.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { megabytes, type ReadingLimits } from '#server/exchange/reading/limits.ts';
import { createMergeFiller } from '#server/exchange/reading/merge-filler.ts';
import type { MergedArea } from '#server/exchange/reading/merged-areas.ts';
import type { Spreadsheet } from '#server/exchange/reading/spreadsheet.ts';

export type WholeFormat = 'xls' | 'ods';

const readers = { xls: readXls, ods: readOds } as const;
const batchRows = 500;

export async function openWholeWorkbook(
  path: string,
  bytes: number,
  format: WholeFormat,
  limits: ReadingLimits,
): Promise<Spreadsheet> {
  if (bytes > limits.wholeWorkbookBytes) {
    refuse(fileRefusals.tooLarge, { limit: megabytes(limits.wholeWorkbookBytes) });
  }
  const workbook = await readWorkbook(path, format);
  return {
    format,
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden === true || sheet.veryHidden === true,
    })),
    rows(index) {
      const sheet = workbook.sheets[index];
      if (sheet === undefined) throw new Error(`no sheet ${index}`);
      const areas = areasOf(sheet);
      const count = sheet.merges?.length ?? 0;
      return {
        batches: batches(sheet, areas, limits),
        facts: { hiddenColumns: [], mergedAreas: count },
      };
    },
    close: async () => {},
  };
}

async function readWorkbook(path: string, format: WholeFormat): Promise<Workbook> {
  try {
    return await readers[format](await readFile(path));
  } catch {
    // The library has an error class per way of being broken; a person needs only to know that it is.
    return refuse(fileRefusals.damaged, { part: `.${format}` });
  }
}

function areasOf(sheet: Sheet): ReadonlyMap<number, readonly MergedArea[]> {
  const areas = new Map<number, MergedArea[]>();
  for (const merge of sheet.merges ?? []) {
    const area = {
      firstRow: merge.startRow + 1,
      lastRow: merge.endRow + 1,
      firstColumn: merge.startCol,
      lastColumn: merge.endCol,
    };
    areas.set(area.firstRow, [...(areas.get(area.firstRow) ?? []), area]);
  }
  return areas;
}

async function* batches(
  sheet: Sheet,
  areas: ReadonlyMap<number, readonly MergedArea[]>,
  limits: ReadingLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const fill = createMergeFiller(areas, limits.columns);
  let batch: SheetRow[] = [];
  for (const [index, values] of sheet.rows.entries()) {
    const row = rowOf(index + 1, values, limits);
    if (row === undefined) continue;
    batch.push(fill(row));
    if (batch.length === batchRows) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function rowOf(
  number: number,
  values: readonly CellValue[],
  limits: ReadingLimits,
): SheetRow | undefined {
  const cells: string[] = [];
  const marks: CellMark[] = [];
  for (const [column, value] of values.entries()) {
    const text = textOf(value);
    if (text === '') continue;
    if (column >= limits.columns) {
      refuse(fileRefusals.tooManyColumns, { row: number, limit: limits.columns });
    }
    while (cells.length < column) cells.push('');
    cells.push(text);
    if (typeof value === 'number' && Math.abs(value) >= 1e15) {
      marks.push({ column, kind: 'long-number' });
    }
  }
  if (cells.length === 0) return undefined;
  return marks.length === 0 ? plainRow(number, cells) : { number, cells, hidden: false, marks };
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number' && Math.abs(value) >= 1e15) {
    return value.toLocaleString('en', { useGrouping: false });
  }
  return String(value).trim();
}
