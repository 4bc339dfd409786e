// Keeps the movements of every county that has new events, a few times a minute; run after a first fill.
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import type { Platform } from '#server/platform.ts';
import { keepMovements, listCountiesToKeep } from './movement.store.ts';

const pauseMilliseconds = 10_000;

type Keeping = Pick<Platform, 'db' | 'clock'>;

/** One round: a transaction a county, so that a province never waits for itself. */
export async function keepAllMovements({ db, clock }: Keeping): Promise<number> {
  const today = clock.today();
  const counties = await inScope(db, everything, (tx) => listCountiesToKeep(tx, today));
  for (const county of counties) {
    await inScope(db, everything, (tx) => keepMovements(tx, county, today));
  }
  return counties.length;
}

export function startKeepingMovements(keeping: Keeping): () => Promise<void> {
  return untilStopped(() => keepAllMovements(keeping), pauseMilliseconds);
}
