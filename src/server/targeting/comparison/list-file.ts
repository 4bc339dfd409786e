// The file of a list, from upload to the end of the run: kept beside the data under the list's id, read by
// the reading process, deleted once it was compared.
import { join } from 'node:path';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import {
  isBlank,
  listRowReader,
  type ReadRow,
} from '#domain/targeting/comparison/read-list-row.ts';
import { importFilePath } from '#server/exchange/import-file.ts';
import { rowsInProcess } from '#server/exchange/reading-process.ts';
import type { RowsHead } from '#server/exchange/reading-task.ts';
import type { Platform } from '#server/platform.ts';
import type { StoredList } from './list.store.ts';

export function listFilePath({ dataFolder }: Pick<Platform, 'dataFolder'>, id: string): string {
  return importFilePath(join(dataFolder, 'lists'), id);
}

const describedRows = 40;

/** What the file is, and its first rows. */
export async function describeList(
  path: string,
  sheet: string | undefined,
): Promise<{ readonly head: RowsHead; readonly rows: readonly SheetRow[] }> {
  const task = { kind: 'rows', path, sheet, most: describedRows } as const;
  const { head, batches } = await rowsInProcess(task);
  const rows: SheetRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return { head, rows };
}

/** Every row below the headings that is not blank, read. */
export async function* rowsOfList(
  platform: Platform,
  list: StoredList,
): AsyncGenerator<readonly ReadRow[]> {
  const read = listRowReader(list.columns, {
    today: platform.clock.today(),
    demonstration: platform.demonstration,
  });
  const { batches } = await rowsInProcess({
    kind: 'rows',
    path: listFilePath(platform, list.id),
    sheet: list.sheet ?? undefined,
    most: undefined,
  });
  const from = list.headingRow ?? 0;
  for await (const batch of batches) {
    yield batch.filter((row) => row.number > from && !isBlank(row)).map(read);
  }
}
