// Holds the register of every county that changed against the rules, at most every few minutes.
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import type { Platform } from '#server/platform.ts';
import { povertyLineOf } from '#server/policy/poverty-line.ts';
import { keepQuality, listCountiesToCount, type QualityStandard } from './quality.store.ts';

const pauseMilliseconds = 15_000;
/** A county at work is not counted again and again. */
const restMilliseconds = 5 * 60_000;

type Counting = Pick<Platform, 'db' | 'clock' | 'packs'>;

/** One round: a transaction a county, so that a province never waits for itself. */
export async function keepAllQuality(counting: Counting): Promise<number> {
  const { db, clock } = counting;
  const [today, now] = [clock.today(), clock.now()];
  const before = new Date(Date.parse(now) - restMilliseconds).toISOString();
  const counties = await inScope(db, everything, (tx) =>
    listCountiesToCount(tx, { today, before }),
  );
  for (const county of counties) {
    const standard = standardOf(counting, String(county).padStart(6, '0'));
    await inScope(db, everything, (tx) => keepQuality(tx, county, { ...standard, now }));
  }
  return counties.length;
}

/** The year's line, or that of the year before where the year has none yet. */
export function standardOf(
  { packs, clock }: Pick<Platform, 'packs' | 'clock'>,
  county: string,
): QualityStandard {
  const today = clock.today();
  const line = povertyLineOf(packs, areaCode(county), { year: yearOf(today), today });
  return { today, lineFen: line?.fen ?? null };
}

export function startKeepingQuality(counting: Counting): () => Promise<void> {
  return untilStopped(() => keepAllQuality(counting), pauseMilliseconds);
}
