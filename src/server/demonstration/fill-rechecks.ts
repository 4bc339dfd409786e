// Invented re-checks of the demonstration county: a sample drawn by chance that repeats, and a second
// team's verdicts with the stated rates of disagreement. Done once, in an older installation too.
import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { outcomeOf } from '#domain/insight/simulation/outcome.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays, dayNumberOf } from '#domain/kernel/plain-date.ts';
import { compileScore } from '#domain/policy/pack/score-sheet.ts';
import { inventedSample, inventedVerdict } from '#domain/targeting/recheck.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { factsOf } from '#server/targeting/household-column.ts';
import { insertRechecks } from '#server/targeting/recheck.store.ts';
import { listRecheckSample } from './demonstration.store.ts';

export const recheckMark = 'demonstration.rechecked';

const milliseconds = 86_400_000;

/** How many were re-checked now; 0 when that was done before. */
export async function fillRechecks(
  { db, packs, clock }: Pick<Platform, 'db' | 'packs' | 'clock'>,
  county: AreaCode,
): Promise<number> {
  const today = clock.today();
  const pack = packs.inForce(county, today);
  const sheet = pack?.sheets.values().next().value;
  if (pack === undefined || sheet === undefined) return 0;
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, recheckMark)) !== undefined) return 0;

    const rows = await listRecheckSample(tx, { span: spanOf(county), count: inventedSample });
    const score = compileScore(sheet);
    const checkedOn = addDays(today, -20);
    const rechecks = rows.map((row) => {
      const random = randomOf(`recheck ${row.household_no}`);
      const scored = score(factsOf(pack, row));
      const distance =
        scored.total === null || sheet.cutOff === null ? null : scored.total - sheet.cutOff;
      const listed = outcomeOf(sheet, scored) === 'listed';
      return {
        county: row.county,
        id: makeId({
          county: row.county,
          milliseconds: dayNumberOf(checkedOn) * milliseconds,
          random: random.bytes(8),
        }),
        household_id: row.id,
        area_code: row.area_code,
        checked_on: checkedOn,
        is_poor: inventedVerdict({ distance, listed }, random.next()),
        is_invented: true,
        source: '第二队复核（虚构）',
      };
    });

    await insertRechecks(tx, rechecks);
    await saveSetting(tx, recheckMark, rechecks.length);
    return rechecks.length;
  });
}
