import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { fillTies } from './fill-ties.ts';
import { readDemonstration } from './read-demonstration.ts';

const { platform, owner } = await anApp({ routes: [] });

test('[HJ-43] [HJ-44] the demonstration’s co-operatives have the printed members and capital, and lead households of their township, each marked as invented', async () => {
  await installForPlace(platform, 'huanjiang-2016');
  const homes = Array.from({ length: 120 }, () => aHousehold({ areaCode: places.village }));
  await inScope(platform.db, everything, (tx) =>
    insertHouseholds(
      tx,
      homes.map((record) => toHouseholdRows(record, { secrets: platform.secrets, today })),
    ),
  );
  const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));

  const made = await fillTies(platform, files);
  expect(made).toBeGreaterThan(20);
  expect(await fillTies(platform, files)).toBe(0);
  const { rows } = await owner.query(
    `select count(*)::integer as count, sum(members)::integer as members,
       sum(capital_fen)::bigint / 1000000 as wan, bool_and(name like '%虚构%') as marked
     from workforce_unit where kind = 'cooperative'`,
  );
  expect(rows[0]).toMatchObject({ count: 186, members: 4434, marked: true });
  expect(Number(rows[0].wan)).toBe(20_246);
  const { rows: led } = await owner.query(
    `select count(distinct household_id)::integer as households, count(*)::integer as ties,
       bool_and(left(t.area_code, 9) = u.area_code) as near
     from workforce_tie t join workforce_unit u on u.id = t.unit_id`,
  );
  expect(led[0]).toMatchObject({ ties: made, near: true });
  expect(led[0].households).toBeLessThan(120);
  expect(led[0].ties).toBeGreaterThan(led[0].households);
});
