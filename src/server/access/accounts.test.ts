import { expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { password } from '#tests/world/enter-cast.ts';
import { marker } from '#tests/world/markers.ts';
import { accessRoutes } from './access.routes.ts';

const app = await anApp({ routes: accessRoutes, planted: true });
const accounts = '/api/access/accounts';
const chen = app.as('chen');
const zhao = app.as('zhao');
const { home, neighbour } = app.planted;

let counter = 0;
const aDraft = (more: object = {}) => {
  counter += 1;
  return {
    username: `newcomer${counter}`,
    displayName: '蒙新来',
    title: '村委会副主任',
    role: 'village',
    area: places.village,
    ...more,
  };
};
const create = async (more: object = {}, by = chen) => by.post(accounts, aDraft(more));

test('only who holds the permission manages accounts', async () => {
  expect((await app.nobody.get(accounts)).status).toBe(401);
  for (const name of ['lin', 'he', 'ma', 'wu', 'du', 'yang', 'qian'] as const) {
    expect((await app.as(name).get(accounts)).code).toBe('access/not-permitted');
  }
});

test('one sees the accounts of one’s area, page by page, and none of the neighbouring county', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await chen.get(accounts, { limit: 3, cursor });
    seen.push(...page.body.items.map((item: { username: string }) => item.username));
    expect(page.text).not.toContain(marker.neighbour);
    cursor = page.body.next ?? undefined;
  } while (cursor !== undefined);

  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(['chen', 'lin', 'zhao', 'wu', 'du', 'ma']));
  expect(seen).not.toContain('sun');
  const own = await zhao.get(accounts);
  expect(own.body.items.map((item: { username: string }) => item.username)).not.toContain('chen');
  expect((await zhao.get(accounts, { area: places.otherTownship })).code).toBe(
    'access/outside-area',
  );
  expect((await chen.get(`${accounts}/${app.accounts.sun.id}`)).code).toBe(
    'access/no-such-account',
  );
});

test('accounts are found by role, by the beginning of the name, and by state', async () => {
  const names = async (query: object) =>
    (await chen.get(accounts, query)).body.items.map((item: { username: string }) => item.username);

  expect(await names({ role: 'township' })).toEqual(['zhao']);
  expect(await names({ username: 'LIN' })).toEqual(['lin']);
  expect(await names({ state: 'disabled' })).toEqual([]);
  expect((await chen.get(accounts, { cursor: 'no-such-place' })).code).toBe('input/invalid');
});

test('a new account gets a password that must be changed before anything else', async () => {
  const { body, status } = await create();

  expect(status).toBe(200);
  expect(body.account).toMatchObject({
    role: 'village',
    area: { code: places.village, name: '仪凤村' },
    mustChangePassword: true,
    version: 1,
  });
  const sessions = '/api/access/sessions';
  const { username } = body.account;
  const begun = await app.nobody.post(sessions, { username, password: body.password });
  const newcomer = app.withToken(begun.body.token);
  expect(begun.body.mustChangePassword).toBe(true);
  expect((await newcomer.get('/api/access/me')).body.mustChangePassword).toBe(true);
  expect((await newcomer.post('/api/access/me/second-factor', { password })).code).toBe(
    'access/password-change-needed',
  );
  const next = 'the rice is in the barn';
  expect(
    (await newcomer.put('/api/access/me/password', { current: body.password, next })).status,
  ).toBe(200);
  expect((await newcomer.get('/api/access/me')).body.mustChangePassword).toBe(false);
});

test('the password shown once is not kept in the answers remembered for repeats', async () => {
  const send = () =>
    chen.send({
      method: 'POST',
      url: accounts,
      headers: { 'idempotency-key': 'open-it-once' },
      payload: aDraft({ username: 'once' }),
    });
  const first = await send();
  const again = await send();

  expect(again.body).toEqual(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
  const { rows } = await app.owner.query('select k::text as row from kernel_idempotency k');
  expect(rows).toHaveLength(1);
  expect(rows[0].row).not.toContain(first.body.password);
});

test.each([
  [{ username: 'chen' }, 'access/username-taken'],
  [{ username: 'sun' }, 'access/username-taken'],
  [{ role: 'auditor', area: '451226' }, 'access/role-above-own'],
  [{ area: places.neighbourVillage }, 'access/outside-area'],
  [{ area: '' }, 'access/area-not-own'],
  [{ areas: [places.village, places.neighbourVillage] }, 'access/area-not-own'],
  [{ areas: [places.farVillage] }, 'access/area-outside-home'],
  [{ area: places.township }, 'access/area-not-for-role'],
  [{ area: '451226202299' }, 'access/no-such-area'],
  [{ role: 'helper' }, 'access/households-needed'],
  [{ households: [] }, 'access/households-not-for-role'],
  [{ role: 'helper', households: [neighbour.households[0]] }, 'access/no-such-household'],
  [{ username: '林桂英' }, 'input/invalid'],
])('an account with %j is refused: %s', async (more, code) => {
  expect((await create(more)).code).toBe(code);
});

test('a helper is given named households of one’s area and sees no others', async () => {
  const { body } = await create({ role: 'helper', households: [home.households[0]] }, zhao);

  expect(body.account.households).toEqual([home.households[0]]);
});

test('a change is based on a version; who comes second gets both sides', async () => {
  const { body } = await create();
  const path = `${accounts}/${body.account.id}`;

  const first = await chen.patch(path, { version: 1, title: '村支书' });
  const second = await zhao.patch(path, { version: 1, title: '会计' });

  expect(first.body).toMatchObject({ title: '村支书', version: 2, displayName: '蒙新来' });
  expect(second.status).toBe(409);
  expect(second.code).toBe('access/account-changed');
  expect(second.body.error.details).toMatchObject({
    current: { title: '村支书', version: 2 },
    asked: { title: '会计', version: 1 },
  });
});

test('a changed role or reach is checked like a new one, and holds at the next request', async () => {
  const { body } = await create();
  const path = `${accounts}/${body.account.id}`;

  expect((await zhao.patch(path, { version: 1, role: 'county' })).code).toBe(
    'access/role-above-own',
  );
  expect((await zhao.patch(path, { version: 1, area: places.farVillage })).code).toBe(
    'access/area-not-own',
  );
  const moved = await chen.patch(path, { version: 1, area: places.otherVillage });
  expect(moved.body).toMatchObject({
    area: { code: places.otherVillage },
    areas: [{ code: places.otherVillage }],
  });
  const helper = await chen.patch(path, { version: 2, role: 'helper' });
  expect(helper.body).toMatchObject({ role: 'helper', households: [] });
});

test('nobody changes their own account here, nor one above their own', async () => {
  const own = await chen.patch(`${accounts}/${app.accounts.chen.id}`, {
    version: 1,
    title: '局长',
  });
  const above = await chen.post(`${accounts}/${app.accounts.wu.id}/password`);

  expect(own.code).toBe('access/own-account');
  expect(above.code).toBe('access/account-above-own');
});

test('disabling ends the sessions, and opening lets in again', async () => {
  const { body } = await create();
  const { username, id } = body.account;
  const sessions = '/api/access/sessions';
  const begun = await app.nobody.post(sessions, { username, password: body.password });

  const disabled = await chen.put(`${accounts}/${id}/state`, { version: 1, disabled: true });
  expect(disabled.body.disabledAt).not.toBeNull();
  expect((await app.withToken(begun.body.token).get('/api/access/me')).status).toBe(401);
  expect((await app.nobody.post(sessions, { username, password: body.password })).status).toBe(401);
  await chen.put(`${accounts}/${id}/state`, { version: 2, disabled: false });
  expect((await app.nobody.post(sessions, { username, password: body.password })).status).toBe(200);
});

test('a forgotten password is replaced and a lock is lifted', async () => {
  const { body } = await create();
  const { username, id } = body.account;
  const signIn = (typed: string) =>
    app.nobody.post('/api/access/sessions', { username, password: typed });
  for (let round = 0; round < 5; round += 1) await signIn('wrong');
  expect((await signIn(body.password)).status).toBe(429);
  expect((await chen.get(accounts, { state: 'locked', username })).body.items).toHaveLength(1);

  const unlocked = await zhao.post(`${accounts}/${id}/unlocking`);
  expect(unlocked.body.lockedUntil).toBeNull();
  expect((await signIn(body.password)).status).toBe(200);
  const reset = await zhao.post(`${accounts}/${id}/password`);
  expect((await signIn(body.password)).status).toBe(401);
  expect((await signIn(reset.body.password)).body.mustChangePassword).toBe(true);
  expect((await zhao.post(`${accounts}/${id}/second-factor/removal`)).code).toBe(
    'access/second-factor-is-off',
  );
});

test('every change leaves an act with its subject and without a personal value', async () => {
  const { rows } = await app.owner.query<{ act: string; subject: string; facts: object }>(
    "select act, subject, facts from audit_entry where act like 'access.account%' or act = 'access.password-reset'",
  );

  const acts = new Set(rows.map((row) => row.act));
  expect([...acts].sort()).toEqual([
    'access.account-create',
    'access.account-state',
    'access.account-unlock',
    'access.account-update',
    'access.password-reset',
  ]);
  expect(rows.every((row) => /^account:[0-9a-f-]{36}$/.test(row.subject))).toBe(true);
  expect(JSON.stringify(rows)).not.toContain('蒙新来');
});
