// Folds the pending counts about once a second, and keeps each month's counts when it has ended. Reading
// never waits for it: what is not folded yet is added to what is.
import { everything } from '#domain/access/scope.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import { foldDeltas, hasCountSnapshot, insertCountSnapshot } from './count.store.ts';

/** Folds once; the number of deltas folded, undefined when another process is at it. */
export async function compactCounts(db: Db): Promise<number | undefined> {
  return inScope(db, everything, foldDeltas);
}

export function startFolding(db: Db): () => Promise<void> {
  return untilStopped(() => compactCounts(db));
}

/**
 * Keeps the counts of the month before this day, unless they are kept. Run daily: the first run of a
 * month takes them as they stand then.
 */
export async function keepMonth(db: Db, today: PlainDate): Promise<void> {
  const thisMonth = plainDate(`${today.slice(0, 7)}-01`);
  const month = plainDate(`${addDays(thisMonth, -1).slice(0, 7)}-01`);
  await inScope(db, everything, async (tx) => {
    if (await hasCountSnapshot(tx, month)) return;
    await foldDeltas(tx);
    await insertCountSnapshot(tx, month);
  });
}
