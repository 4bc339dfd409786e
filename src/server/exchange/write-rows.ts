// The rows of one sheet as lines of JSON, for a capability that reads them in its own way: first what the
// file is, then batches of rows. Refuses a sheet that is not there.
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Spreadsheet } from './reading/spreadsheet.ts';
import type { RowsHead, RowsTask } from './reading-task.ts';

export async function writeRows(
  spreadsheet: Spreadsheet,
  { sheet, most }: Pick<RowsTask, 'sheet' | 'most'>,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const { sheets, format } = spreadsheet;
  const names = sheets.map(({ name }) => name);
  const visible = sheets.findIndex(({ hidden }) => !hidden);
  const index = sheet === undefined ? Math.max(0, visible) : names.indexOf(sheet);
  if (index < 0) {
    refuse(fileRefusals.sheetMissing, { sheet: sheet ?? '', sheets: names.join('、') });
  }
  const head: RowsHead = { format, sheets: names, sheet: names[index] ?? '' };
  await write(`${JSON.stringify(head)}\n`);
  let count = 0;
  for await (const batch of spreadsheet.rows(index).batches) {
    const rows = most === undefined ? batch : batch.slice(0, most - count);
    count += rows.length;
    await write(`${JSON.stringify(rows)}\n`);
    if (most !== undefined && count >= most) break;
  }
}
