// Deletes uploaded files that have waited long enough. Done when somebody uploads, because that is when
// files come to be; what was noted of the import stays.
import type { Context } from '#server/http/context.ts';
import { listStaleFiles, saveImport } from './import.store.ts';
import { forgetFile, importFilePath, keptFilesDays } from './import-file.ts';

export async function sweepFiles({ tx, now, platform }: Context): Promise<void> {
  const before = new Date(Date.parse(now) - keptFilesDays * 86_400_000).toISOString();
  for (const id of await listStaleFiles(tx, before)) {
    await forgetFile(importFilePath(platform.dataFolder, id));
    await saveImport(tx, id, { fileKept: false });
  }
}
