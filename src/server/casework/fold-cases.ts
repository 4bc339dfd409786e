// Folds the counts of open cases about once a second, and drops lines that came to nothing.
import { everything } from '#domain/access/scope.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { dropEmptyLines, foldCaseDeltas } from './case-counts.store.ts';

const pauseMilliseconds = 1000;
/** Rounds between two sweeps of empty lines. */
const sweepEvery = 600;

export async function compactCaseCounts(db: Db): Promise<number | undefined> {
  return inScope(db, everything, foldCaseDeltas);
}

/** Folds until stopped; a failed round is tried again in the next. */
export function startFoldingCases(db: Db): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const work = (async () => {
    for (let round = 1; !stopped; round += 1) {
      await compactCaseCounts(db).catch(() => undefined);
      if (round % sweepEvery === 0) {
        await inScope(db, everything, dropEmptyLines).catch(() => undefined);
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pauseMilliseconds).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await work;
  };
}
