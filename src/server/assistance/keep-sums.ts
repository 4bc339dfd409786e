// Counts the help of villages anew that were changed, some seconds after the change.
import { everything } from '#domain/access/scope.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import { keepSums } from './help-sum.store.ts';

/** A village is often changed many times in a row: a longer pause counts it less often. */
const pauseMilliseconds = 5000;

export async function keepHelpSums(db: Db): Promise<number | undefined> {
  return inScope(db, everything, keepSums);
}

export function startKeepingHelp(db: Db): () => Promise<void> {
  return untilStopped(() => keepHelpSums(db), pauseMilliseconds);
}
