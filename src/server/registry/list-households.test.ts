import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, anId, anIdentity, aPerson, today } from '#tests/world/household.ts';
import { insertHouseholds } from './bulk.store.ts';
import { compactCounts } from './fold-counts.ts';
import { registryHouseholdRoutes } from './household.routes.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const app = await anApp({ routes: registryHouseholdRoutes, demonstration: true });
const context = { secrets: app.platform.secrets, today };
const list = '/api/registry/households';
const identity = anIdentity('1961-02-03', 11);

const names = [
  '覃大山',
  '韦美莲',
  '卢志强',
  '谭永福',
  '莫秀英',
  '蒙国安',
  '欧阳建华',
  '阿依古丽·买买提',
];
const records = names.map((name, index) =>
  aHousehold(
    {
      areaCode: index < 5 ? places.village : places.farVillage,
      stage: index % 3 === 0 ? 'SURVEYED' : 'LISTED',
      primaryCause: index % 2 === 0 ? 'ILLNESS' : 'LAND',
      primaryMeasure: index === 1 ? null : 'INDUSTRY',
      attribute: 'GENERAL',
    },
    [
      aPerson({ name, ...(index === 2 ? { identity, birthDate: '1961-02-03' } : {}) }),
      ...Array.from({ length: index % 3 }, () =>
        aPerson({ name: '覃小军', relation: 'SON', ethnicity: index === 4 ? 'MULAO' : 'HAN' }),
      ),
    ],
    index === 7
      ? {}
      : { incomes: [{ id: anId(), year: 2015, kind: 'crop', amountFen: (index + 1) * 100_000 }] },
  ),
);
await inScope(app.db, everything, (tx) =>
  insertHouseholds(
    tx,
    records.map((record) => toHouseholdRows(record, context)),
  ),
);

test('every order pages through all households once, unknown values last', async () => {
  for (const sort of ['householdNo', 'income', '-income', 'name']) {
    const seen: { headName: string; incomePerHeadFen: number | null }[] = [];
    let cursor: string | undefined;
    do {
      const page = await app.as('chen').get(list, { sort, limit: 3, cursor });
      expect(page.status).toBe(200);
      seen.push(...page.body.items);
      cursor = page.body.next ?? undefined;
    } while (cursor !== undefined);

    expect(new Set(seen.map((row) => row.headName))).toEqual(new Set(names));
    expect(seen).toHaveLength(names.length);
    const incomes = seen.map((row) => row.incomePerHeadFen);
    if (sort.endsWith('income')) expect(incomes.at(-1)).toBeNull();
    const known = incomes.filter((income) => income !== null);
    if (sort === 'income') expect(known).toEqual([...known].sort((a, b) => a - b));
    if (sort === '-income') expect(known).toEqual([...known].sort((a, b) => b - a));
  }
});

test.each<[object, readonly string[]]>([
  [{ registered: 'true' }, ['韦美莲', '卢志强', '莫秀英', '蒙国安', '阿依古丽·买买提']],
  [{ registered: 'false' }, ['覃大山', '谭永福', '欧阳建华']],
  [{ stage: 'LISTED', cause: 'LAND' }, ['韦美莲', '蒙国安', '阿依古丽·买买提']],
  [{ measure: 'none' }, ['韦美莲']],
  [{ incomeUnknown: 'true' }, ['阿依古丽·买买提']],
  [{ incomeFrom: 1000, incomeBelow: 1200 }, ['覃大山', '韦美莲', '卢志强']],
  [{ membersFrom: 3 }, ['卢志强', '蒙国安']],
  [{ ethnicity: 'MULAO' }, ['莫秀英']],
  [{ q: '韦' }, ['韦美莲']],
  [{ q: 'weimei' }, ['韦美莲']],
  [{ q: 'lzq' }, ['卢志强']],
  [{ q: '阿依古丽买' }, ['阿依古丽·买买提']],
  [{ q: '覃小军' }, ['韦美莲', '卢志强', '莫秀英', '蒙国安', '阿依古丽·买买提']],
  [{ q: identity }, ['卢志强']],
  [{ q: String(records[3]?.values.householdNo) }, ['谭永福']],
  [{ q: '没有这个人' }, []],
])('the filter %o finds exactly those', async (query, expected) => {
  const page = await app.as('chen').get(list, query);
  const count = await app.as('chen').get(`${list}/count`, query);

  const found = page.body.items.map((row: { headName: string }) => row.headName);
  expect(new Set(found)).toEqual(new Set(expected));
  expect(count.body).toMatchObject({ households: expected.length, capped: false });
});

test.each<[string, string | undefined, readonly string[]]>([
  ['income', undefined, ['韦美莲', '蒙国安', '谭永福', '阿依古丽·买买提']],
  ['-income', undefined, ['谭永福', '蒙国安', '韦美莲', '阿依古丽·买买提']],
  ['income', 'LISTED,SURVEYED,LISTED', ['韦美莲', '蒙国安', '谭永福', '阿依古丽·买买提']],
])(
  'one cause sorted by %s, stages %s, pages through all stages as one list',
  async (sort, stage, expected) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await app.as('chen').get(list, { cause: 'LAND', sort, stage, limit: 2, cursor });
      expect(page.status).toBe(200);
      seen.push(...page.body.items.map((row: { headName: string }) => row.headName));
      cursor = page.body.next ?? undefined;
    } while (cursor !== undefined);

    expect(seen).toEqual(expected);
  },
);

test('a count from kept counts is the count of the list, for every stage and cause', async () => {
  await compactCounts(app.db);
  for (const query of [
    {},
    { registered: 'true' },
    { stage: 'SURVEYED' },
    { registered: 'true', cause: 'LAND' },
  ]) {
    const items = (await app.as('chen').get(list, query)).body.items as { members: number }[];
    const count = await app.as('chen').get(`${list}/count`, query);

    expect(count.body).toEqual({
      households: items.length,
      persons: items.reduce((sum, row) => sum + row.members, 0),
      capped: false,
    });
  }
});

test('a list shows the jurisdiction and names its places', async () => {
  const village = await app.as('lin').get(list);
  const neighbour = await app.as('sun').get(list);
  const outside = await app.as('sun').get(list, { area: places.village });
  const supervisor = await app.as('du').get(`${list}/count`);

  expect(village.body.items).toHaveLength(5);
  expect(village.body.items[0]).toMatchObject({ township: '下南乡', village: '仪凤村' });
  expect(neighbour.body).toEqual({ items: [], next: null });
  expect(outside.code).toBe('access/outside-area');
  expect(supervisor.body.households).toBe(8);
});

test('a page mark of another order, or an invented one, is refused', async () => {
  const page = await app.as('chen').get(list, { sort: 'income', limit: 1 });

  const other = await app.as('chen').get(list, { sort: 'name', cursor: page.body.next });
  const invented = await app.as('chen').get(list, { cursor: 'eyJhIjoxfQ' });

  expect(other.code).toBe('input/invalid');
  expect(invented.code).toBe('input/invalid');
});
