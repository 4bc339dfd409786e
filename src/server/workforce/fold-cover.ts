// Folds the counts of open pairings about once a second, and drops lines that came to nothing.
import { everything } from '#domain/access/scope.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { dropEmptyCovers, foldCoverDeltas } from './cover-count.store.ts';

const pauseMilliseconds = 1000;
/** Rounds between two sweeps of empty lines. */
const sweepEvery = 600;

export async function compactCover(db: Db): Promise<number | undefined> {
  return inScope(db, everything, foldCoverDeltas);
}

/** Folds until stopped; a failed round is tried again in the next. */
export function startFoldingCover(db: Db): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const work = (async () => {
    for (let round = 1; !stopped; round += 1) {
      await compactCover(db).catch(() => undefined);
      if (round % sweepEvery === 0) {
        await inScope(db, everything, dropEmptyCovers).catch(() => undefined);
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
