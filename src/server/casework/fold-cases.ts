// Folds the counts of open cases about once a second, and drops lines that came to nothing.
import { everything } from '#domain/access/scope.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import { dropEmptyLines, foldCaseDeltas } from './case-counts.store.ts';

/** Rounds between two sweeps of empty lines. */
const sweepEvery = 600;

export async function compactCaseCounts(db: Db): Promise<number | undefined> {
  return inScope(db, everything, foldCaseDeltas);
}

export function startFoldingCases(db: Db): () => Promise<void> {
  return untilStopped(async (round) => {
    await compactCaseCounts(db);
    if (round % sweepEvery === 0) await inScope(db, everything, dropEmptyLines);
  });
}
