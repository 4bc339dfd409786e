import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { AccountKey } from '#domain/funds/account.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { postEntries } from '#server/funds/post-entries.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { anId } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { mapRoutes } from './map.routes.ts';

const app = await anApp({ routes: mapRoutes });
const { platform } = app;
const number = Number(county);
const address = '/api/insight/map/marks';
const square = (west: number) => [
  [
    [west, 25],
    [west + 0.1, 25],
    [west + 0.1, 25.1],
    [west, 25.1],
    [west, 25],
  ],
];

async function aProject(area: string, title: string, dueOn: string) {
  await app.owner.query(
    `insert into funds_project (county, id, area_code, number, title, kind, level, mode, year, planned_fen, due_on,
       step, step_on, author, author_name, changed_by_name, created_at)
     values ($1, $2, $3, $4, $4, 'road', 'village', 'ordinary', 2016, 100, $5,
       'building', '2016-05-01', $2, '陈国强', '陈国强', now())`,
    [Number(area.slice(0, 6)), anId(Number(area.slice(0, 6))), area, title, dueOn],
  );
}

beforeAll(async () => {
  await installForPlace(platform, 'huanjiang-2016');
  await aProject(places.village, '村路', '2016-06-30');
  await aProject(places.township, '乡桥', '2017-06-30');
  await aProject(places.neighbourVillage, '邻县的路', '2016-06-30');
  await app.owner.query(
    `insert into registry_area_boundary (code, geometry, source) values ($1, $2, '测试')`,
    [places.village, JSON.stringify({ type: 'Polygon', coordinates: square(108.2) })],
  );
  const account = (change: Partial<AccountKey>): AccountKey => ({
    kind: 'treasury',
    source: 'countyFinance',
    purpose: 'ROAD',
    area: areaCode(county),
    holder: '',
    project: null,
    household: null,
    ...change,
  });
  const moved = (from: AccountKey, to: AccountKey, kind: 'arrive' | 'pay') => ({
    id: anId(number),
    kind,
    on: plainDate('2016-05-01'),
    document: anId(number),
    memo: '',
    reverses: null,
    lines: [
      { account: from, amount: -700_000n },
      { account: to, amount: 700_000n },
    ],
  });
  await inScope(platform.db, everything, async (tx) => {
    const author = { account: anId(number), name: '陈国强' };
    const area = areaCode(county);
    const now = '2016-09-30T00:00:00Z';
    await postEntries({ tx, county: number, area, author, now, newId: platform.newId }, [
      moved(account({ kind: 'source' }), account({}), 'arrive'),
      moved(account({}), account({ kind: 'spent', area: areaCode(places.village) }), 'pay'),
    ]);
    await foldDays(tx);
  });
});

test('projects stand in their villages, late past their day, and money in the parts it was paid in [HJ-67]', async () => {
  const { body } = await app.as('chen').get(address);

  expect(body.villages).toMatchObject([
    {
      code: places.village,
      name: '仪凤村',
      part: places.township,
      at: { longitude: expect.closeTo(108.25, 3), latitude: expect.closeTo(25.05, 3) },
    },
  ]);
  expect(body.projects).toMatchObject([
    { title: '村路', village: 0, isLate: true },
    { title: '乡桥', village: null, isLate: false },
  ]);
  expect(body.funds).toEqual([{ part: places.township, paidFen: 700_000 }]);
  const township = (await app.as('chen').get(address, { area: places.township })).body;
  expect(township.funds).toEqual([{ part: places.village, paidFen: 700_000 }]);
});

test('above a county there is money by part and no project, and who may not read the books gets none of it', async () => {
  const city = (await app.as('tang').get(address)).body;
  expect(city).toMatchObject({ villages: [], projects: [], teams: [] });
  expect(city.funds).toEqual([{ part: county, paidFen: 700_000 }]);

  const own = (await app.as('lin').get(address)).body;
  expect(own.projects.map(({ title }: { title: string }) => title)).toEqual(['村路']);
});

test('the neighbouring county sees its own and nothing of this one', async () => {
  const { body } = await app.as('sun').get(address);
  expect(body.projects.map(({ title }: { title: string }) => title)).toEqual(['邻县的路']);
  expect(body.funds).toEqual([]);
  expect((await app.as('sun').get(address, { area: county })).status).toBe(403);
});
