// The rural population of every village and of the county, invented and marked so, so that the incidence
// of the demonstration county has its second number. Once, in an older installation too.
import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { addDays } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { listCounts } from '#server/registry/count.store.ts';
import { insertIndicators } from '#server/registry/indicator.store.ts';
import type { DemonstrationFiles } from './read-demonstration.ts';

export const exitsMark = 'demonstration.exits';

/** How many were entered now; 0 when that was done before. */
export async function fillExits(
  { db, clock }: Platform,
  { calibration }: DemonstrationFiles,
): Promise<number> {
  const { county, seed } = calibration;
  const today = clock.today();
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, exitsMark)) !== undefined) return 0;
    const random = randomOf(`${seed} rural population`);
    const areas = await listAreasInSpan(tx, spanOf(county), today);
    const villages = areas.filter(({ level }) => level === 'village').map(({ code }) => code);
    const counts = await listCounts(tx, villages, ['total']);
    const registered = new Map(counts.map(({ area, persons }) => [area, Number(persons)]));
    const populations = villages.map((area) => {
      const share = 1.8 + random.next() * 0.5;
      return { area, value: Math.round(Math.max(300, registered.get(area) ?? 0) * share) };
    });
    const whole = populations.reduce((sum, { value }) => sum + value, 0);
    const row = (
      area: string,
      names: { readonly set: string; readonly indicator: string },
      value: number,
    ) => ({
      county: Number(county),
      id: makeId({ county: Number(county), milliseconds: 1472688000000, random: random.bytes(8) }),
      area_code: area,
      set_id: names.set,
      indicator_id: names.indicator,
      value,
      part: null,
      whole: null,
      as_of: addDays(today, -30),
      evidence: '公安户籍年报（虚构）',
      account: null,
      account_name: '县公安局（虚构）',
      entered_at: `${addDays(today, -28)}T02:00:00.000Z`,
    });
    const ofVillage = { set: 'villageIncidence', indicator: 'ruralPopulation' };
    const ofCounty = { set: 'countyIncidence', indicator: 'countyRuralPopulation' };

    await insertIndicators(tx, [
      ...populations.map(({ area, value }) => row(area, ofVillage, value)),
      row(county, ofCounty, whole),
    ]);
    await saveSetting(tx, exitsMark, populations.length);
    return populations.length;
  });
}
