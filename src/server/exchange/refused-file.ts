// The refused rows of a file as a spreadsheet: the columns as they were, behind them the row each stood
// in and why it was refused. Every cell is text, so that no digit is lost, and none begins like a
// formula, so that nothing runs when it is opened. Mended, the file can be uploaded as it is.
import { writeXlsxStream } from 'hucre';
import { type SheetRow, startsFormula } from '#domain/exchange/sheet-row.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { Spreadsheet } from './reading/spreadsheet.ts';

export type RefusedFormat = 'xlsx' | 'csv';

export interface RefusedRows {
  readonly sheet: number;
  readonly headingRow: number;
  /** Number of a row to its reasons. */
  readonly reasons: ReadonlyMap<number, string>;
  readonly language: Language;
}

const headingsBehind = {
  zh: ['原行号', '未导入原因'],
  en: ['Row in the file', 'Reason'],
} as const;

export function writeRefused(
  spreadsheet: Spreadsheet,
  refused: RefusedRows,
  format: RefusedFormat,
): AsyncIterable<Uint8Array> {
  const lines = refusedLines(spreadsheet, refused);
  return format === 'csv' ? csvOf(lines) : xlsxOf(lines);
}

async function* refusedLines(
  spreadsheet: Spreadsheet,
  { sheet, headingRow, reasons, language }: RefusedRows,
): AsyncGenerator<string[]> {
  let width = 0;
  for await (const batch of spreadsheet.rows(sheet).batches) {
    for (const row of batch) {
      if (row.number === headingRow) {
        width = row.cells.length;
        yield [...cellsOf(row, width), ...headingsBehind[language]];
      }
      const reason = reasons.get(row.number);
      if (reason === undefined) continue;
      yield [...cellsOf(row, width), String(row.number), reason];
    }
  }
}

/** As wide as the headings, so that the reasons stand in one column. */
function cellsOf(row: SheetRow, width: number): string[] {
  const cells = row.cells.slice(0, width).map(harmless);
  while (cells.length < width) cells.push('');
  return cells;
}

function harmless(text: string): string {
  return startsFormula(text) ? `'${text}` : text;
}

async function* csvOf(lines: AsyncIterable<readonly string[]>): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\ufeff');
  for await (const cells of lines) {
    const line = cells
      .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(',');
    yield Buffer.from(`${line}\r\n`);
  }
}

async function* xlsxOf(lines: AsyncIterable<string[]>): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(lines, { name: '未导入', freezePane: { rows: 1 } });
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
