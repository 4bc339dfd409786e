// Invented plans, measures and deliveries of the demonstration county, once, in one transaction; in an older
// installation too. Primary measures are those of the register, so that the published sums of the seven
// batches hold; everything beside them is invented. In one township some plans are being revised.
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import type { DemonstrationPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import {
  insertBenefitsOfMeasures,
  insertLists,
  insertMeasures,
  insertPlans,
  insertSteps,
  markPlanned,
  stageHouseholds,
  stageMeasures,
} from './fill-assistance.store.ts';
import { insertNeeds, insertTargets, insertVillagePlans } from './fill-plans.store.ts';

export const assistanceMark = 'demonstration.assisted';

/** How many plans there are now; 0 when that was done before. */
export async function fillAssistance(
  { db, packs, clock }: Pick<Platform, 'db' | 'packs' | 'clock'>,
  places: DemonstrationPlaces,
): Promise<number> {
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, assistanceMark)) !== undefined) return 0;
    const pack = packs.inForce(areaCode(places.county), clock.today());
    const department = await findAccountByUsername(tx, 'department');
    if (pack === undefined || department === undefined) return 0;
    if ((await stageHouseholds(tx, places)) === 0) return 0;

    const plans = await insertPlans(tx, { pack: pack.id, edition: pack.edition });
    await stageMeasures(tx, places);
    await insertMeasures(tx);
    await insertTargets(tx, places);
    await insertVillagePlans(tx, { pack: pack.id, edition: pack.edition });
    await insertNeeds(tx, places);
    await insertLists(tx, { places, department: department.id });
    await insertBenefitsOfMeasures(tx);
    await insertSteps(tx, places);
    await markPlanned(tx);
    await saveSetting(tx, assistanceMark, plans);
    return plans;
  });
}
