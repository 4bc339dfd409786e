import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { orderRoutes } from './order.routes.ts';

const app = await anApp({ routes: orderRoutes });
const setDay = movableDay(app);
const [chen, fang, lin, zhao, yang] = (['chen', 'fang', 'lin', 'zhao', 'yang'] as const).map(
  app.as,
) as [Caller, Caller, Caller, Caller, Caller];
const orders = '/api/monitoring/orders';
const partsUrl = '/api/monitoring/order-parts';
let order = '';

const issue = (more: object = {}, by = chen) =>
  by.post(orders, {
    area: '451226',
    title: '限期解决饮水问题',
    words: '请核实所列农户饮水情况并回报',
    basis: '问题清单 超期3个',
    basisLink: '/problems?late=yes',
    dueOn: '2016-10-10',
    areas: [places.village, places.otherVillage],
    units: [
      { account: app.accounts.yang.id, name: '' },
      { account: null, name: '县水利局' },
    ],
    ...more,
  });
const act = async (id: string, by: Caller, what: string, words = '已办好') => {
  const seen = (await by.get(`${partsUrl}/${id}`)).body.position;
  return by.post(`${partsUrl}/${id}/acts`, { seen, act: what, words });
};
const mine = async (by: Caller) => (await by.get(partsUrl)).body.items;

beforeAll(async () => {
  setDay('2016-09-30');
});

test('an order is issued to places within and to units, by whoever may, with a day to come', async () => {
  expect((await app.nobody.get(orders)).code).toBe('access/sign-in-needed');
  expect((await chen.get(orders)).body.items).toEqual([]);
  expect((await issue({}, lin)).code).toBe('access/not-permitted');
  expect((await issue({ areas: [], units: [] })).code).toBe('monitoring/order-to-nobody');
  expect((await issue({ areas: [places.neighbourVillage] })).code).toBe(
    'monitoring/order-place-outside',
  );
  expect((await issue({ dueOn: '2016-09-29' })).code).toBe('monitoring/order-day-past');
  expect((await issue({ units: [{ account: app.accounts.sun.id, name: '' }] })).code).toBe(
    'monitoring/no-such-owner',
  );

  const issued = await issue();

  expect(issued.body.number).toBe(1);
  order = issued.body.id;
  expect((await chen.get(`${orders}/${order}`)).body).toMatchObject({
    parts: 4,
    received: 0,
    basisLink: '/problems?late=yes',
    maySteer: true,
  });
});

test('[HJ-08] [HJ-04] a village receives, reports back, is sent back and found done by another', async () => {
  const [part] = await mine(lin);
  expect(part).toMatchObject({ number: 1, state: 'issued', name: '仪凤村', late: null });
  expect((await act(part.id, lin, 'report')).code).toBe('monitoring/order-not-received');
  expect((await act(part.id, zhao, 'receive')).code).toBe('monitoring/order-not-yours');
  expect((await act(part.id, chen, 'done')).code).toBe('monitoring/order-not-reported');
  expect((await act(part.id, lin, 'receive')).body.state).toBe('received');
  expect((await act(part.id, lin, 'receive')).code).toBe('monitoring/order-received');
  expect((await act(part.id, lin, 'report', '')).code).toBe('monitoring/order-words-missing');
  await act(part.id, lin, 'report', '26户已通水');
  expect((await act(part.id, chen, 'urge')).code).toBe('monitoring/order-reported');
  await act(part.id, chen, 'return', '还有三户没有水');
  await act(part.id, lin, 'report', '三户也通了');
  const done = (await act(part.id, chen, 'done')).body;

  expect(done).toMatchObject({ state: 'done', report: '三户也通了' });
  expect(done.acts.map((one: { act: string }) => one.act)).toEqual([
    'issue',
    'receive',
    'report',
    'return',
    'report',
    'done',
  ]);
  expect((await act(part.id, chen, 'return')).code).toBe('monitoring/order-done');
  expect((await chen.post(`${partsUrl}/${part.id}/acts`, { seen: 1, act: 'urge' })).code).toBe(
    'monitoring/order-changed',
  );
  expect(await mine(lin)).toEqual([]);
});

test('a unit with an account answers for itself and sees nothing else; one without is spoken for by another', async () => {
  const [part] = await mine(yang);
  expect(part.kind).toBe('unit');
  await act(part.id, yang, 'receive');
  await act(part.id, yang, 'report');
  expect((await yang.get(orders)).body.items).toEqual([]);
  expect((await yang.get(`${orders}/${order}`)).code).toBe('monitoring/no-such-order');
  const { items } = (await chen.get(`${orders}/${order}`)).body;
  const unit = items.find((one: { name: string }) => one.name === '县水利局');
  expect((await yang.get(`${partsUrl}/${unit.id}`)).code).toBe('monitoring/no-such-order');
  await act(unit.id, chen, 'receive');
  await act(unit.id, chen, 'report');

  expect((await act(unit.id, chen, 'done')).code).toBe('monitoring/order-own-report');
  expect((await act(unit.id, fang, 'done')).body.state).toBe('done');
});

test('[HJ-08] [JJ-47] a circular names who was late with the days, once and for all to read below', async () => {
  const url = '/api/monitoring/circulars';
  const body = { area: '451226', title: '关于督办逾期情况的通报', words: '请逾期单位三日内办结' };
  expect((await chen.post(url, body)).code).toBe('monitoring/nobody-late');
  setDay('2016-10-15');
  const { items } = (await chen.get(`${orders}/${order}`)).body;
  const silent = items.find((one: { state: string }) => one.state === 'issued');
  await act(silent.id, chen, 'urge');

  const { id } = (await chen.post(url, body)).body;

  const circular = (await lin.get(`${url}/${id}`)).body;
  expect(circular).toMatchObject({
    number: 1,
    place: '环江毛南族自治县',
    office: '县扶贫办业务股股长 陈国强',
  });
  expect(circular.lines).toEqual([
    {
      name: silent.name,
      order: 1,
      title: '限期解决饮水问题',
      dueOn: '2016-10-10',
      urged: 1,
      delay: 'notReceived',
      days: 5,
    },
  ]);
  await app.as('zhao').get(`${url}/${id}`);
  setDay('2016-10-30');
  expect((await lin.get(`${url}/${id}`)).body.lines[0].days).toBe(5);
  expect((await lin.get(url)).body.items).toHaveLength(1);
  setDay('2016-09-30');
});

test('the neighbouring county has none of it', async () => {
  const sun = app.as('sun');
  const { items } = (await chen.get(`${orders}/${order}`)).body;
  expect((await sun.get(`${orders}/${order}`)).code).toBe('monitoring/no-such-order');
  expect((await sun.get(`${partsUrl}/${items[0].id}`)).code).toBe('monitoring/no-such-order');
  expect((await sun.get('/api/monitoring/circulars')).body).toEqual({ items: [], late: [] });
  const circulars = (await chen.get('/api/monitoring/circulars')).body.items;
  expect((await sun.get(`/api/monitoring/circulars/${circulars[0].id}`)).code).toBe(
    'monitoring/no-such-circular',
  );
});
