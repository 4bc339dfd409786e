import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import type { Edition } from '#server/registry/area-edition.ts';
import { countNow, countsOf } from '#server/registry/count.store.ts';
import { loadAreas } from '#server/registry/load-areas.ts';
import { aDatabase } from '#tests/world/database.ts';
import { fillProvince } from './fill-province.ts';

const { db, owner, ownerConnection } = await aDatabase();

const edition: Edition = {
  source: 'made up',
  async *areasOf(level) {
    const area = (code: string) => ({ code: areaCode(code), name: `地${code}` });
    if (level === 'province') yield [area('99')];
    if (level === 'village') yield ['990101100201', '990102100201', '990102100202'].map(area);
  },
};

beforeAll(async () => {
  const client = new Client(ownerConnection);
  await client.connect();
  await loadAreas(client, { edition, files: [] });
  await client.end();
  await fillProvince({ owner: ownerConnection, province: '99', households: 300, persons: 1239 });
});

test('a province has exactly the households and persons asked for, in its own villages', async () => {
  const { rows } = await owner.query(
    `select count(*)::int as households, sum(members)::int as persons,
       (select count(*)::int from registry_person) as rows,
       count(distinct area_code)::int as villages,
       bool_and(county = left(area_code, 6)::int) as own
     from registry_household`,
  );

  expect(rows).toEqual([{ households: 300, persons: 1239, rows: 1239, villages: 3, own: true }]);
});

test('the kept counts of the province agree with its rows', async () => {
  const province = areaCode('99');
  const byKey = (lines: readonly { metric: string; key: string }[]) =>
    [...lines].sort((one, other) =>
      `${one.metric} ${one.key}` < `${other.metric} ${other.key}` ? -1 : 1,
    );

  const [kept, now] = await inScope(db, everything, async (tx) => [
    await countsOf(tx, [province]),
    await countNow(tx, [province]),
  ]);

  expect(kept.length).toBeGreaterThan(20);
  expect(byKey(kept)).toEqual(byKey(now));
});

test('the indexes that were taken off are all back', async () => {
  const { rows } = await owner.query(
    `select count(*)::int as indexes from pg_indexes where tablename = 'registry_household'`,
  );

  expect(rows[0].indexes).toBeGreaterThan(9);
});
