// A spreadsheet that came with a request, as rows: read by the reading process, forgotten at once.
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { missingFile } from '#server/http/input-refusals.ts';
import { forgetFile, importFilePath, keepFile } from './import-file.ts';
import { rowsInProcess } from './reading-process.ts';
import type { RowsTask } from './reading-task.ts';

export async function uploadedRows(
  { file, platform }: Context,
  { sheet, most }: Partial<Pick<RowsTask, 'sheet' | 'most'>> = {},
): Promise<readonly SheetRow[]> {
  if (file === undefined) return refuse(missingFile);
  const path = importFilePath(platform.dataFolder, platform.newId(0));
  try {
    await keepFile(path, file.stream, platform.secrets.hash('import-file', 'digest'));
    const { batches } = await rowsInProcess({ kind: 'rows', path, sheet, most });
    const rows: SheetRow[] = [];
    for await (const batch of batches) rows.push(...batch);
    return rows;
  } finally {
    await forgetFile(path);
  }
}
