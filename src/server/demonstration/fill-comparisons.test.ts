import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { numberOf } from '#tests/world/comparison-world.ts';
import { aHousehold, aPerson, today } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { fillComparisons } from './fill-comparisons.ts';

const { platform, owner } = await anApp({ routes: [] });

test('the demonstration has leads open, late, answered and decided, pairs to tell apart, and an untouched register', async () => {
  await installForPlace(platform, 'huanjiang-2016');
  const rows = Array.from({ length: 90 }, (_, index) => {
    const person = aPerson({
      name: `韦${'一二三四五六七八九十'[index % 10]}`,
      identity: numberOf(index + 1),
      birthDate: '1970-03-05',
    });
    const areaCode = index < 8 ? places.village : places.otherVillage;
    return toHouseholdRows(aHousehold({ areaCode, stage: 'LISTED' }, [person]), {
      secrets: platform.secrets,
      today,
    });
  });
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  const sum = () =>
    owner.query(`select md5(string_agg(t::text, '' order by id)) as sum from registry_household t`);
  const before = await sum();
  const request = { calibration: { county: areaCode(county), seed: 'test' }, places };

  const made = await fillComparisons(platform, request);
  const again = await fillComparisons(platform, request);

  expect(again).toBe(0);
  expect(made).toBeGreaterThan(50);
  const { rows: states } = await owner.query(
    `select state, count(*)::integer from targeting_lead group by 1`,
  );
  expect(
    states.map(({ state }) => String(state)).sort((one, other) => one.localeCompare(other)),
  ).toEqual(['answered', 'decided', 'open']);
  const { rows: late } = await owner.query(
    `select id from targeting_lead where state = 'open' and due_on < '2016-09-30'`,
  );
  expect(late.length).toBeGreaterThan(0);
  const { rows: pairs } = await owner.query('select weight from targeting_pair');
  expect(pairs).toHaveLength(5);
  const { rows: unmarked } = await owner.query(
    `select title from targeting_list where title not like '%虚构%'`,
  );
  expect(unmarked).toEqual([]);
  expect((await sum()).rows).toEqual(before.rows);
});
