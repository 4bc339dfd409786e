import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { compactCounts } from '#server/registry/fold-counts.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { fillBoard } from './fill-board.ts';

const { platform, owner } = await anApp({ routes: [] });

test('the demonstration plans every village for a year, the lighter burdens first, once and marked as invented', async () => {
  const several = (count: number, areaCode: string) =>
    Array.from({ length: count }, () => aHousehold({ areaCode, stage: 'LISTED' }));
  const rows = [
    ...several(2, places.village),
    ...several(5, places.farVillage),
    ...several(9, places.otherVillage),
  ].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  await compactCounts(platform.db);

  const made = await fillBoard(platform, areaCode(county));
  const again = await fillBoard(platform, areaCode(county));

  expect([made, again]).toEqual([3, 0]);
  const { rows: placed } = await owner.query(
    'select subject, year, account_name from insight_placement order by year, subject',
  );
  expect(placed.map(({ subject }) => subject)).toEqual([
    places.village,
    places.farVillage,
    places.otherVillage,
  ]);
  expect(placed.map(({ year }) => year)).toEqual([2017, 2018, 2019]);
  expect(placed.every(({ account_name }) => account_name.includes('虚构'))).toBe(true);
});
