import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { stages } from '#domain/registry/stage.ts';
import { inScope } from '#server/database/connect.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { fillAreaExits } from './fill-area-exits.ts';
import { fillCases } from './fill-cases.ts';
import { fillExits } from './fill-exits.ts';
import { readDemonstration } from './read-demonstration.ts';

const { platform, owner, as } = await anApp();

test('villages exit at several steps, lists stand at each of theirs, and every passed check has its answers', async () => {
  await installForPlace(platform, 'huanjiang-2016');
  const rows = Array.from({ length: 600 }, (_, index) =>
    toHouseholdRows(
      aHousehold({ areaCode: places.village, stage: stages[index % stages.length] ?? 'LISTED' }),
      { secrets: platform.secrets, today },
    ),
  );
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));
  const request = { ...files, calibration: { ...files.calibration, county: areaCode(county) } };
  await fillCases(platform, {
    ...request,
    places: { ...places, county, neighbour: county, supervised: places.township },
  });
  await fillExits(platform, request);

  const made = await fillAreaExits(platform, request);
  const again = await fillAreaExits(platform, request);
  const exits = (await as('chen').get('/api/casework/exits', { area: county })).body.items;
  const lists = (await as('chen').get('/api/targeting/candidates', { area: county })).body.items;
  const { rows: bare } = await owner.query(
    `select c.id from casework_case c
     join casework_act a on a.county = c.county and a.case_id = c.id
       and a.kind = 'decide' and a.step = 'homeVerification' and a.outcome = 'meets'
     where c.process = 'householdExit' and not exists (
       select from casework_check k where k.county = c.county and k.case_id = c.id)`,
  );
  const { rows: unmarked } = await owner.query(
    `select 1 from casework_check where paper not like '%虚构%'`,
  );

  expect(made).toBeGreaterThan(50);
  expect(again).toBe(0);
  const begun = exits.filter((one: { case: unknown }) => one.case !== null);
  expect(begun.length).toBeGreaterThanOrEqual(3);
  expect(
    new Set(begun.map((one: { case: { step: { zh: string } | null } }) => one.case.step?.zh)).size,
  ).toBeGreaterThan(1);
  expect(lists.some((one: { list: unknown }) => one.list !== null)).toBe(true);
  expect(bare).toEqual([]);
  expect(unmarked).toEqual([]);
});
