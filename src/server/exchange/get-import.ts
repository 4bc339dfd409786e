// An import somebody may act on: theirs to see, not under way, its file still there.
import { refuse } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import { fileGone, importBusy, noSuchImport } from './exchange-refusals.ts';
import { findImport, type StoredImport } from './import.store.ts';
import { keptFilesDays } from './import-file.ts';

export async function getImport(tx: Tx, id: string): Promise<StoredImport> {
  return (await findImport(tx, id)) ?? refuse(noSuchImport);
}

export async function getIdleImport(tx: Tx, id: string): Promise<StoredImport> {
  const stored = await getImport(tx, id);
  if (stored.state === 'checking' || stored.state === 'committing') refuse(importBusy);
  return stored;
}

export async function getReadableImport(tx: Tx, id: string): Promise<StoredImport> {
  const stored = await getIdleImport(tx, id);
  return stored.fileKept ? stored : refuse(fileGone, { days: keptFilesDays });
}
