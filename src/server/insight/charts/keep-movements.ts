// Keeps the movements of every county that has new events, a few times a minute; run after a first fill.
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
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

/** Keeps them until stopped. A failed round is tried again in the next. */
export function startKeepingMovements(keeping: Keeping): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const work = (async () => {
    while (!stopped) {
      await keepAllMovements(keeping).catch(() => undefined);
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
