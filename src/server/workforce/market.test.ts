import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { rowOf } from '#tests/world/pack-rows.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';
import { organisationRoutes } from './organisation.routes.ts';
import { tieRoutes } from './ties.routes.ts';

const app = await anApp({ routes: [...tieRoutes, ...organisationRoutes] });
const setDay = movableDay(app);
const [chen, zhao, lin, sun, ma] = [
  app.as('chen'),
  app.as('zhao'),
  app.as('lin'),
  app.as('sun'),
  app.as('ma'),
];
const url = '/api/workforce/market';
const post = (product: string, more: object = {}, by = chen) =>
  by.post(url, {
    area: county,
    kind: 'wanted',
    product,
    quantity: '50 头',
    contact: '韦某 0778-8821000',
    until: '2016-10-31',
    ...more,
  });
const products = async (by = chen, query: object = {}) =>
  (await by.get(url, query)).body.items.map(({ product }: { product: string }) => product);

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  setDay('2016-09-30');
});

test('[TL-12] what is wanted by a firm and offered by a village is read by the village and its households, with advice', async () => {
  const unit = (
    await chen.post('/api/workforce/units', { area: county, name: '菜牛公司', kind: 'enterprise' })
  ).body.id;
  expect((await post('菜牛', { unit })).status).toBe(200);
  await post('核桃', { kind: 'offered', area: places.village });
  await post(
    '桑蚕方格蔟技术',
    { kind: 'advice', area: places.township, words: '每周三下乡' },
    zhao,
  );
  await post('红薯', { area: places.farVillage });

  for (const reader of [lin, ma]) {
    expect((await products(reader)).sort()).toEqual(['桑蚕方格蔟技术', '核桃', '菜牛'].sort());
  }
  expect(await products()).toContain('红薯');
  expect(await products(chen, { area: county, kind: 'advice' })).toEqual(['桑蚕方格蔟技术']);
  const [first] = (await lin.get(url, { kind: 'wanted' })).body.items;
  expect(first).toMatchObject({
    unit: { id: unit, name: '菜牛公司' },
    daysLeft: 31,
    mayClose: false,
  });
  const { columns } = rowOf(
    shippedOn('tongliao-2015', '2015-12-31').rows.listSets,
    'workLists',
  ).lists.find(({ id }) => id === 'supplyAndDemand') ?? { columns: [] };
  expect(columns.map(({ id }) => id)).toEqual(['product', 'kind', 'quantity', 'village', 'until']);
});

test('[TL-12] it hangs until its day, is taken down once with what came of it, and not by those below', async () => {
  expect((await post('旧货', { until: '2016-09-29' })).code).toBe('workforce/market-day-past');
  expect((await post('远货', { until: '2018-01-01' })).code).toBe('workforce/market-day-past');
  const { id } = (await post('香猪', { until: '2016-10-02' })).body;
  const close = (by = chen) => by.post(`${url}/${id}/closing`, { outcome: '卖给超市 20 头' });
  expect((await close(zhao)).code).toBe('workforce/no-such-market-notice');
  expect(await products()).toContain('香猪');
  setDay('2016-10-03');
  expect(await products()).not.toContain('香猪');
  setDay('2016-09-30');
  expect((await close()).status).toBe(200);
  expect(await products()).not.toContain('香猪');
  expect((await close()).code).toBe('workforce/market-notice-closed');
});

test('[TL-12] a helper posts what a household offers and takes down their own notices only', async () => {
  const he = app.as('he');
  const { id } = (await post('土蜂蜜', { kind: 'offered', area: places.village }, he)).body;
  const other = (await post('豆角', { kind: 'offered', area: places.village }, lin)).body.id;
  const close = (notice: string) => he.post(`${url}/${notice}/closing`, { outcome: '卖完' });

  expect(await products(lin)).toEqual(expect.arrayContaining(['土蜂蜜', '豆角']));
  expect((await close(other)).code).toBe('workforce/no-such-market-notice');
  expect((await close(id)).status).toBe(200);
});

test('the neighbouring county reads and takes down nothing, and a household posts nothing', async () => {
  const { id } = (await post('木耳')).body;

  expect((await app.nobody.get(url)).code).toBe('access/sign-in-needed');
  expect(await products(sun)).toEqual([]);
  expect((await sun.get(url, { area: county })).code).toBe('access/outside-area');
  expect((await sun.post(`${url}/${id}/closing`, { outcome: '撤' })).code).toBe(
    'workforce/no-such-market-notice',
  );
  expect((await post('自家鸡', { area: places.village }, ma)).code).toBe('access/not-permitted');
});
