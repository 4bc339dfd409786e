// Limits of typing of the demonstration county, the reports it printed, and a few fields that were asked twice:
// all invented, once, in an older installation too.
import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { type AreaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { inScope } from '#server/database/connect.ts';
import { insertBudget } from '#server/insight/burden/budget.store.ts';
import { insertOutput } from '#server/kernel/output.store.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { countListedByTownship, repeatValues } from './fill-burden.store.ts';

export const burdenMark = 'demonstration.burden';

/** Fields for each unit and rounds a year; wide enough for what the county did, but not for much more. */
const budgets = [
  { level: 'village', fields: 3500, rounds: 1 },
  { level: 'township', fields: 800, rounds: null },
  { level: 'helper', fields: 60, rounds: null },
  { level: 'household', fields: null, rounds: 1 },
] as const;

const askedTwice = 14;
/** A card and three books hold about so many cells that say something. */
const cellsOfBooks = 64;

/** How many reports were invented now; 0 when that was done before. */
export async function fillBurden(
  { db, newId }: Pick<Platform, 'db' | 'newId'>,
  area: AreaCode,
): Promise<number> {
  const county = countyNumberOf(area);
  if (county === undefined) return 0;
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, burdenMark)) !== undefined) return 0;
    const account = await findAccountByUsername(tx, 'county');
    for (const budget of budgets) {
      await insertBudget(tx, {
        ...budget,
        county,
        id: newId(county),
        area_code: area,
        reason: '减轻基层填报负担（虚构）',
        account: account?.id ?? newId(county),
        account_name: account?.displayName ?? '县扶贫办（虚构）',
        set_at: '2016-01-11T01:30:00.000Z',
      });
    }
    const townships = await countListedByTownship(tx, spanOf(area));
    let outputs = 0;
    for (const { township, households } of townships) {
      const random = randomOf(`burden ${township}`);
      for (const month of ['04', '09']) {
        const made = { county, area_code: township, account: null };
        const day = String(2 + Math.floor(random.next() * 24)).padStart(2, '0');
        await insertOutput(tx, {
          ...made,
          id: newId(county),
          kind: 'books',
          cells: households * cellsOfBooks,
          typed: 0,
          made_at: `2016-${month}-${day}T02:00:00.000Z`,
        });
        await insertOutput(tx, {
          ...made,
          id: newId(county),
          kind: 'households',
          cells: households * 12,
          typed: 0,
          made_at: `2016-${month}-${day}T07:00:00.000Z`,
        });
        outputs += 2;
      }
    }
    await insertOutput(tx, {
      county,
      id: newId(county),
      area_code: area,
      kind: 'figures',
      cells: 0,
      typed: 128,
      account: null,
      made_at: '2016-07-05T02:00:00.000Z',
    });
    await repeatValues(tx, { county, count: askedTwice, newId: () => newId(county) });
    await saveSetting(tx, burdenMark, outputs + 1);
    return outputs + 1;
  });
}
