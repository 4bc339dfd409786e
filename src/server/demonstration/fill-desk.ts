// What lies on the desks of the demonstration: the county's scores, pairs the solver proposes for those who have
// nobody, and a household that a township read outside its area. Once, in an older installation too. Scores and
// pairs are long work: the server carries it out when it serves, so that the first start does not wait for it.

import { everything } from '#domain/access/scope.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { listHouseholdsOfVillage } from '#server/access/village-household.store.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { open as breakGlass } from '#server/registry/glass.ts';
import { listHouseholds } from '#server/registry/household.store.ts';
import { startScoring } from '#server/targeting/score-area.ts';
import { propose } from '#server/workforce/propose.ts';
import { actAs, nothingAsked, quietVillages } from './act-as.ts';

export const deskMark = 'demonstration.desk';

/** False when that was done before, or nobody is there to do it. */
export async function fillDesk(platform: Platform, county: AreaCode): Promise<boolean> {
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, deskMark)) !== undefined) return false;
    const office = await actAs(platform, tx, 'county');
    if (office === undefined) return false;
    const done = [
      await unlessRefused(() => startScoring(office, county)),
      await unlessRefused(() => propose(office, pairsFor(huanjiangPlaces.supervised))),
      await unlessRefused(() => readOutside(platform, tx, county)),
    ];
    await saveSetting(tx, deskMark, done.filter(Boolean).length);
    return true;
  });
}

/** A pack without a score sheet, an area where everybody has a helper: then there is no such record. */
async function unlessRefused(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (problem) {
    if (problem instanceof Refusal) return false;
    throw problem;
  }
}

function pairsFor(area: string): Parameters<typeof propose>[1] {
  return { ...nothingAsked, body: { area: areaCode(area) } };
}

/** Its half hour is that of the first start; afterwards it stands among what was read, with its reason. */
async function readOutside(platform: Platform, tx: Tx, county: AreaCode): Promise<void> {
  const township: Context | undefined = await actAs(platform, tx, 'township');
  const village = (await quietVillages(tx, { county, today: platform.clock.today() })).at(-1);
  if (township === undefined || village === undefined) return;
  const ids = await listHouseholdsOfVillage(tx, village, 1);
  const [household] = await listHouseholds(tx, Number(county), ids, 'shown');
  if (household === undefined) return;
  await breakGlass(township, {
    ...nothingAsked,
    body: {
      householdNo: String(household.values.householdNo),
      reason: '户主来本乡投靠子女，核对原籍登记（虚构）',
    },
  });
}
