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
import { fillCases } from './fill-cases.ts';
import { readDemonstration } from './read-demonstration.ts';

const { platform, owner } = await anApp({ routes: [] });

test('the demonstration has cases at every step that its register does not contradict, made once and marked', async () => {
  await installForPlace(platform, 'huanjiang-2016');
  const rows = Array.from({ length: 900 }, (_, index) =>
    toHouseholdRows(
      aHousehold({ areaCode: places.village, stage: stages[index % stages.length] ?? 'LISTED' }),
      { secrets: platform.secrets, today },
    ),
  );
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  const before = await owner.query('select count(*) from registry_event');
  const files = readDemonstration(join(shippedPacks, 'huanjiang-2016'));
  const request = {
    ...files,
    calibration: { ...files.calibration, county: areaCode(county) },
    places: { ...places, county, neighbour: county, supervised: places.township },
  };

  const made = await fillCases(platform, request);
  const again = await fillCases(platform, request);

  expect(again).toBe(0);
  const { rows: open } = await owner.query(
    `select process, step, count(*)::integer from casework_case where step is not null group by 1, 2`,
  );
  expect(made).toBeGreaterThan(300);
  expect(open.length).toBeGreaterThan(20);
  const { rows: untrue } = await owner.query(
    `select c.process, c.end_id, h.stage from casework_case c
     join registry_household h on h.county = c.county and h.id = c.household_id
     where (c.process = 'identification' and c.step is not null and h.stage <> 'SURVEYED')
       or (c.end_id = 'exited' and h.stage <> 'EXIT_ANNOUNCED')
       or c.step_since > '2016-09-30' or c.ended_on > '2016-09-30'`,
  );
  expect(untrue).toEqual([]);
  const { rows: unmarked } = await owner.query(
    `select id from casework_case c where not exists (
       select from casework_act a where a.county = c.county and a.case_id = c.id
         and a.position = 1 and a.kind = 'begin' and a.reason like '%虚构%')`,
  );
  expect(unmarked).toEqual([]);
  const after = await owner.query('select count(*) from registry_event');
  expect(after.rows).toEqual(before.rows);
});
