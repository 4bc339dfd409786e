// A spreadsheet that came with a request, as rows: read by the reading process, forgotten at once.
import { join } from 'node:path';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { forgetFile, importFilePath, keepFile } from '#server/exchange/import-file.ts';
import { rowsInProcess } from '#server/exchange/reading-process.ts';
import type { Context } from '#server/http/context.ts';
import { missingFile } from '#server/http/input-refusals.ts';

export async function sheetOf(
  { file, platform }: Context,
  id: string,
  sheet: string | undefined,
): Promise<readonly SheetRow[]> {
  if (file === undefined) return refuse(missingFile);
  const path = importFilePath(join(platform.dataFolder, 'payments'), id);
  await keepFile(path, file.stream, platform.secrets.hash('payment-file', 'digest'));
  try {
    const { batches } = await rowsInProcess({ kind: 'rows', path, sheet, most: undefined });
    const rows: SheetRow[] = [];
    for await (const batch of batches) rows.push(...batch);
    return rows;
  } finally {
    await forgetFile(path);
  }
}
