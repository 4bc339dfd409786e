// Counts the crosses of every county that has new events, at most every few minutes.
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import type { Platform } from '#server/platform.ts';
import { keepCross, listCountiesToCross } from './register-cells.store.ts';

const pauseMilliseconds = 15_000;
/** A county at work is not counted again and again. */
const restMilliseconds = 2 * 60_000;

type Keeping = Pick<Platform, 'db' | 'clock'>;

/** One round, a transaction a county. */
export async function keepAllCrosses({ db, clock }: Keeping): Promise<number> {
  const now = clock.now();
  const before = new Date(Date.parse(now) - restMilliseconds).toISOString();
  const counties = await inScope(db, everything, (tx) => listCountiesToCross(tx, before));
  for (const county of counties) {
    await inScope(db, everything, (tx) => keepCross(tx, county, now));
  }
  return counties.length;
}

export function startKeepingCrosses(keeping: Keeping): () => Promise<void> {
  return untilStopped(() => keepAllCrosses(keeping), pauseMilliseconds);
}
