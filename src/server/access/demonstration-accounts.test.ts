import { expect, test } from 'vitest';
import { roles } from '#domain/access/permission.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { accessRoutes } from './access.routes.ts';
import { ensureDemonstrationAccounts, huanjiangPlaces } from './demonstration-accounts.ts';

const app = await anApp({ routes: accessRoutes, planted: true, only: 'home' });
const request = {
  places: { ...huanjiangPlaces, township: places.township, village: places.village },
  password: 'first of all',
  isPasswordGiven: true,
};
const signIn = (username: string, password: string) =>
  app.nobody.post('/api/access/sessions', { username, password });

test('a demonstration has an account for every role, the neighbour and second people of village, township and county, each with the role as name', async () => {
  const accounts = await ensureDemonstrationAccounts(app.platform, request);

  expect(accounts.map((account) => account.username).sort()).toEqual(
    [...roles, 'county2', 'county-approver', 'township-2', 'village-2'].sort(),
  );
  for (const { username, role } of accounts) {
    const answer = await signIn(username, 'first of all');
    expect(answer.body.actor).toMatchObject({ username, role });
  }
});

test('the helper sees named households, the household its own, the supervisor two townships', async () => {
  const list = await app.as('root').get('/api/access/accounts', { limit: 200 });
  const of = (username: string) =>
    list.body.items.find((item: { username: string }) => item.username === username);

  expect(of('helper').households).toHaveLength(3);
  expect(of('household').households).toEqual([of('helper').households[0]]);
  const { rows } = await app.owner.query('select head_name from registry_household where id = $1', [
    of('household').households[0],
  ]);
  expect(of('household').displayName).toBe(rows[0].head_name);
  expect(of('supervisor').areas.map((area: { code: string }) => area.code)).toEqual([
    places.township,
    '451226207',
  ]);
  expect(of('county2').area.code).toBe('451225');
  expect(of('admin').area.code).toBe('');
});

test('asked again nothing changes, unless another password is given', async () => {
  await ensureDemonstrationAccounts(app.platform, { ...request, isPasswordGiven: false });
  expect((await signIn('county', 'first of all')).status).toBe(200);

  await ensureDemonstrationAccounts(app.platform, { ...request, password: 'second of all' });

  expect((await signIn('county', 'first of all')).status).toBe(401);
  expect((await signIn('county', 'second of all')).status).toBe(200);
});
