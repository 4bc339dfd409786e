// A corner of the demonstration county as its fill steps find it: the pack in force, the accounts of its people,
// and poor households in hamlets of two villages where nobody of them works.
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import {
  ensureDemonstrationAccounts,
  huanjiangPlaces,
} from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHamlets } from '#server/demonstration/demonstration.store.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import type { TestApp } from './app.ts';
import { places } from './cast.ts';
import { aHousehold, aPerson, today } from './household.ts';
import { installForPlace } from './place-pack.ts';

export const perVillage = 24;

/** No two of a village are called alike. */
const givenNames = [...'山水石木林田春夏秋冬日月星云风雨松柏竹梅兰桂金银'];

/** With households in the township of the supervisor too, where the test has to do with those. */
export async function aDemonstrationCounty(
  { platform }: TestApp,
  { supervised = 0 } = {},
): Promise<void> {
  await installForPlace(platform, 'huanjiang-2016');
  await ensureDemonstrationAccounts(platform, {
    places: huanjiangPlaces,
    password: 'pages-of-2016',
    isPasswordGiven: true,
  });
  const rows = [places.farVillage, places.thirdVillage, huanjiangPlaces.supervised].flatMap(
    (area, place) =>
      Array.from({ length: place < 2 ? perVillage : supervised }, (_, at) =>
        toHouseholdRows(
          aHousehold(
            {
              areaCode: place < 2 ? `${area}001` : `${area}200`,
              stage: 'LISTED',
              householdNo: `${area}${String(at + 1).padStart(4, '0')}`,
              houseArea: 40 + at,
              arableLand: 2,
            },
            [aPerson({ name: `覃${givenNames[at % givenNames.length]}` })],
          ),
          { secrets: platform.secrets, today },
        ),
      ),
  );
  await inScope(platform.db, everything, async (tx) => {
    const hamlets = [places.farVillage, places.thirdVillage].map((village) => `${village}001`);
    await insertHamlets(
      tx,
      hamlets.map((code) => ({ code: areaCode(code), name: '上屯' })),
    );
    await insertHouseholds(tx, rows);
  });
}
