// Sums what was typed in every county where somebody acted, at most every few minutes.
import { everything } from '#domain/access/scope.ts';
import { type PlainDate, plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import type { Platform } from '#server/platform.ts';
import { keepBurden, listCountiesToSum } from './burden.store.ts';

const pauseMilliseconds = 15_000;
/** A county at work is not summed again and again. */
const restMilliseconds = 5 * 60_000;

type Summing = Pick<Platform, 'db' | 'clock'>;

/** One round: a transaction a county, so that a province never waits for itself. */
export async function keepAllBurden({ db, clock }: Summing): Promise<number> {
  const [today, now] = [clock.today(), clock.now()];
  const before = new Date(Date.parse(now) - restMilliseconds).toISOString();
  const counties = await inScope(db, everything, (tx) => listCountiesToSum(tx, { today, before }));
  for (const { county, kept_on } of counties) {
    const from = firstDay(kept_on ?? today);
    await inScope(db, everything, (tx) => keepBurden(tx, { county, from, today, now }));
  }
  return counties.length;
}

/** The year it was last counted in, so that the last days of a year are not lost at its turn. */
function firstDay(day: PlainDate): PlainDate {
  return plainDate(`${yearOf(day)}-01-01`);
}

export function startKeepingBurden(summing: Summing): () => Promise<void> {
  return untilStopped(() => keepAllBurden(summing), pauseMilliseconds);
}
