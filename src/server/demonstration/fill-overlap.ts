// Plans and measures of the second demonstration, once: every household with its primary measure and with those
// it has beside it, so that sums by benefit and by primary measure are the published ones. All else is invented.
import { everything } from '#domain/access/scope.ts';
import { chooseOverlap } from '#domain/demonstration/overlap.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { insertOverlap, listExited } from './fill-overlap.store.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const overlapMark = 'demonstration.overlap';

/** How many measures there are now; 0 when that was done before. */
export async function fillOverlap(
  { db, packs, clock }: Pick<Platform, 'db' | 'packs' | 'clock'>,
  { calibration }: Pick<DemonstrationFiles, 'calibration'>,
): Promise<number> {
  const pack = packs.inForce(calibration.county, clock.today());
  if (pack === undefined) return 0;
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, overlapMark)) !== undefined) return 0;
    const county = Number(calibration.county);
    const households = await listExited(tx, county);
    const random = randomOf(`${calibration.seed} overlap`);
    const beside = chooseOverlap(households, calibration.overlap, random);
    const measures = [
      ...households.flatMap(({ id, primary }) =>
        primary === null ? [] : [{ household: id, code: primary, isPrimary: true }],
      ),
      ...[...beside].flatMap(([code, rows]) =>
        rows.map(({ id }) => ({ household: id, code, isPrimary: false })),
      ),
    ];
    await insertOverlap(tx, { county, pack: pack.id, edition: pack.edition, measures });
    await saveSetting(tx, overlapMark, measures.length);
    return measures.length;
  });
}
