// A township with enough households in hamlets to draw from, and ways through a round of checks.
import { everything } from '#domain/access/scope.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import type { TestApp } from './app.ts';
import { places } from './cast.ts';
import { aHousehold, aPerson, today } from './household.ts';

/** Values every item of the county's sheet can be told from; half of them lie on each side of the line. */
export function scoredValues(at: number): HouseholdValues {
  const isPoor = at % 2 === 0;
  return {
    houseArea: isPoor ? 30 : 160,
    houseStructure: isPoor ? 'EARTH' : 'FRAME',
    houseGrade: isPoor ? 'D' : 'A',
    arableLand: 2,
    waterSafe: !isPoor,
  };
}

/** So many households in each of so many hamlets of both villages of the township. */
export async function aTownship(
  app: TestApp,
  { hamlets, households }: { readonly hamlets: number; readonly households: number },
): Promise<readonly string[]> {
  const ids: string[] = [];
  const records = [places.village, places.otherVillage].flatMap((village) =>
    Array.from({ length: hamlets }, (_, hamlet) =>
      Array.from({ length: households }, (__, at) => {
        const areaCode = `${village}${String(hamlet + 1).padStart(3, '0')}`;
        return aHousehold({ ...scoredValues(at), areaCode }, [
          aPerson({ name: `覃${hamlet}${at}` }),
        ]);
      }),
    ).flat(),
  );
  await inScope(app.platform.db, everything, (tx) =>
    insertHouseholds(
      tx,
      records.map((record) => toHouseholdRows(record, { secrets: app.platform.secrets, today })),
    ),
  );
  for (const { id } of records) ids.push(id);
  return ids;
}
