import { read, utils } from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { problemRoutes } from './monitoring.routes.ts';

const app = await anApp({ routes: problemRoutes });
const setDay = movableDay(app);
const [chen, fang, zhao, lin] = (['chen', 'fang', 'zhao', 'lin'] as const).map(app.as) as [
  Caller,
  Caller,
  Caller,
  Caller,
];
const url = '/api/monitoring/problems';

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
});

const register = (by: Caller, more: object = {}) =>
  by.post(url, { area: places.village, title: '三组人饮工程停水', words: '水泵损坏', ...more });
const act = async (id: string, by: Caller, what: string, more: object = {}) => {
  const seen = (await chen.get(`${url}/${id}`)).body.position;
  return by.post(`${url}/${id}/acts`, { seen, act: what, words: '已去看过', ...more });
};
const give = { owner: { account: app.accounts.lin.id, name: '' }, dueOn: '2016-10-10' };

test('nobody without a session sees problems, and a list begins empty', async () => {
  expect((await app.nobody.get(url)).code).toBe('access/sign-in-needed');
  expect((await chen.get(url)).body).toEqual({ items: [], next: null });
  const counts = (await chen.get(`${url}/counts`)).body;
  expect(counts.list).toMatchObject({ id: 'problemList', verified: true });
  expect(counts.states.map(({ id }: { id: string }) => id)).toEqual([
    'registered',
    'assigned',
    'mended',
    'verified',
    'closed',
  ]);
  expect((await app.as('wu').post(url, {})).code).toBe('access/not-permitted');
});

test('[HJ-09] [HJ-77] a problem is registered, assigned, mended, verified by another, closed by number and reopened with its history', async () => {
  const { id, number } = (await register(lin)).body;
  expect(number).toBe(1);
  expect((await act(id, lin, 'advance', give)).code).toBe('monitoring/problem-not-yours');
  expect((await act(id, zhao, 'advance')).code).toBe('monitoring/problem-owner-missing');
  expect(
    (
      await act(id, zhao, 'advance', {
        owner: { account: app.accounts.sun.id, name: '' },
        dueOn: '2016-10-10',
      })
    ).code,
  ).toBe('monitoring/no-such-owner');
  expect((await act(id, zhao, 'advance', { ...give, dueOn: '2016-09-01' })).code).toBe(
    'monitoring/problem-day-past',
  );
  expect((await act(id, zhao, 'urge')).code).toBe('monitoring/problem-unassigned');

  const assigned = (await act(id, zhao, 'advance', give)).body;
  expect(assigned).toMatchObject({
    state: { id: 'assigned' },
    owner: '下南乡仪凤村第一书记 林桂英',
    dueOn: '2016-10-10',
    colour: 'onTime',
  });
  expect((await act(id, zhao, 'back')).code).toBe('monitoring/problem-not-mended');
  expect((await act(id, lin, 'advance', { words: '' })).code).toBe(
    'monitoring/problem-words-missing',
  );
  await act(id, lin, 'advance', { words: '换了水泵，26户通水' });
  await act(id, zhao, 'back', { words: '还有3户没有水' });
  await act(id, lin, 'advance', { words: '3户也通水了' });
  await act(id, zhao, 'advance', { words: '入户看了，都有水' });
  const closed = (await act(id, chen, 'advance', { words: '同意销号' })).body;
  expect(closed).toMatchObject({
    state: { id: 'closed', phase: 'closed' },
    closedOn: '2016-09-30',
    reopened: 0,
  });
  expect((await act(id, chen, 'advance')).code).toBe('monitoring/problem-closed');
  const again = (await act(id, chen, 'reopen', { words: '水泵又坏了' })).body;

  expect(again).toMatchObject({
    state: { id: 'assigned' },
    reopened: 1,
    closedOn: null,
    owner: '下南乡仪凤村第一书记 林桂英',
  });
  expect(again.acts.map(({ act: what }: { act: string }) => what)).toEqual([
    'register',
    'advance',
    'advance',
    'back',
    'advance',
    'advance',
    'advance',
    'reopen',
  ]);
  expect(
    (await chen.post(`${url}/${id}/acts`, { seen: 3, act: 'remark', words: '旧页面' })).code,
  ).toBe('monitoring/problem-changed');
});

test('[HJ-09] whoever mended it neither verifies nor closes it, be they of the county', async () => {
  const { id } = (await register(chen)).body;
  await act(id, fang, 'advance', {
    owner: { account: null, name: '县水利局' },
    dueOn: '2016-10-01',
  });
  await act(id, chen, 'advance', { words: '代水利局报整改' });

  expect((await act(id, chen, 'advance')).code).toBe('monitoring/problem-own-work');
  expect((await act(id, fang, 'advance')).status).toBe(200);
});

test('[HH-26] late problems are told upwards, counted by place, listed first and drawn to zero', async () => {
  const { id } = (await register(zhao, { title: '危房未拆' })).body;
  await act(id, zhao, 'advance', { ...give, dueOn: '2016-10-02' });
  setDay('2016-10-20');

  const counts = (await chen.get(`${url}/counts`, { area: '451226' })).body;
  expect(counts).toMatchObject({ open: 3, closed: 0, late: 2, maySteer: true });
  expect(counts.places).toEqual([
    expect.objectContaining({ code: places.township, open: 3, late: 2 }),
  ]);
  expect(counts.curve.at(-1)).toEqual({ on: '2016-10-20', open: 3 });
  const late = (await chen.get(url, { late: 'yes' })).body.items;
  expect(late[0]).toMatchObject({
    title: '危房未拆',
    colour: 'overdue',
    lateDays: 18,
    told: 'province',
  });
  expect((await lin.get(url, { mine: 'yes' })).body.items).toHaveLength(2);
  // One is mended and due like the others: it waits for somebody else and stands after what is late.
  const all = (await chen.get(url, {})).body.items;
  expect(all.map((one: { lateDays: number }) => one.lateDays > 0)).toEqual([true, true, false]);
  const page = (await chen.get(url, { limit: 1 })).body;
  const rest = (await chen.get(url, { limit: 2, cursor: page.next })).body;
  expect([...page.items, ...rest.items]).toEqual(all);
  const book = read((await chen.get(`${url}/file`, { late: 'yes' })).bytes, { type: 'buffer' });
  expect(utils.sheet_to_json(Object.values(book.Sheets)[0] as never)).toHaveLength(2);
  setDay('2016-09-30');
});

test('a finding of a visit becomes a problem once, and is settled with it', async () => {
  const household = await aRegistered(app, { stage: 'LISTED' });
  const visit = app.platform.newId(451226);
  const finding = app.platform.newId(451226);
  await app.owner.query(
    `insert into workforce_visit (county, id, household_id, area_code, helper_name, visited_on, recorded_at, way)
     values (451226, $1, $2, $3, '何文斌', '2016-09-20', now(), 'onSite')`,
    [visit, household, places.village],
  );
  await app.owner.query(
    `insert into workforce_finding (county, id, visit_id, household_id, area_code, kind, words, found_on, found_by_name)
     values (451226, $1, $2, $3, $4, 'problem', '屋后有裂缝', '2016-09-20', '何文斌')`,
    [finding, visit, household, places.village],
  );

  const { id } = (await register(zhao, { title: '屋后有裂缝', finding })).body;

  expect((await chen.get(`${url}/${id}`)).body).toMatchObject({ source: 'visit', household });
  expect((await register(zhao, { finding })).code).toBe('monitoring/no-such-finding');
  for (const [by, more] of [
    [zhao, give],
    [lin, {}],
    [zhao, {}],
    [chen, {}],
  ] as const) {
    expect((await act(id, by, 'advance', more)).status).toBe(200);
  }
  const { rows } = await app.owner.query('select closed_on from workforce_finding where id = $1', [
    finding,
  ]);
  expect(rows[0].closed_on).not.toBe(null);
});

test('[HH-26] the list of another place has its own states, passed in order to the end', async () => {
  const elsewhere = await anApp({ routes: problemRoutes });
  expect((await register(elsewhere.as('chen'))).code).toBe('monitoring/no-problem-list');
  await installForPlace(elsewhere.platform, 'huaihua-2015');
  const county = elsewhere.as('chen');
  const { id } = (await register(county, { title: '台账问题' })).body;
  const owner = { owner: { account: null, name: '县水利局' }, dueOn: '2016-10-10' };
  const states: string[] = [];
  for (const more of [{}, owner, {}]) {
    const seen = states.length + 1;
    const body = { seen, act: 'advance', words: '已办', ...more };
    states.push((await county.post(`${url}/${id}/acts`, body)).body.state.id);
  }

  expect(states).toEqual(['listed', 'assigned', 'closed']);
});

test('the neighbouring county is told of none of it, and a department only of its own', async () => {
  const { items } = (await chen.get(url, { show: 'all' })).body;
  const id = items[0].id;
  const sun = app.as('sun');
  expect((await sun.get(`${url}/${id}`)).code).toBe('monitoring/no-such-problem');
  expect((await sun.get(url, { show: 'all' })).body.items).toEqual([]);
  expect((await sun.get(`${url}/counts`)).body).toMatchObject({ open: 0, places: [] });
  const yang = app.as('yang');
  expect((await yang.get(url, { show: 'all' })).body.items).toEqual([]);
  expect((await yang.get(`${url}/${id}`)).code).toBe('monitoring/no-such-problem');
  const ma = await aColleague(app, {
    username: 'helper-9',
    displayName: '助',
    title: '',
    role: 'helper',
    area: places.village,
    sees: [app.platform.newId(451226)],
  });
  expect((await ma.get(url, { show: 'all' })).body.items).toEqual([]);
});
