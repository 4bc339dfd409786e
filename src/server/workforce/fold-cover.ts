// Folds the counts of open pairings about once a second, and drops lines that came to nothing.
import { everything } from '#domain/access/scope.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import { dropEmptyCovers, foldCoverDeltas } from './cover-count.store.ts';

/** Rounds between two sweeps of empty lines. */
const sweepEvery = 600;

export async function compactCover(db: Db): Promise<number | undefined> {
  return inScope(db, everything, foldCoverDeltas);
}

export function startFoldingCover(db: Db): () => Promise<void> {
  return untilStopped(async (round) => {
    await compactCover(db);
    if (round % sweepEvery === 0) await inScope(db, everything, dropEmptyCovers);
  });
}
