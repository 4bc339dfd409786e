// Folds what was posted into the days of accounts and the sums of places, about once a second.
import { everything } from '#domain/access/scope.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import { foldDays } from './fold-days.store.ts';

export function startFoldingDays(db: Db): () => Promise<void> {
  return untilStopped(() => inScope(db, everything, foldDays));
}
