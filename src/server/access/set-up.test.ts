import { expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { accessRoutes } from './access.routes.ts';

const app = await anApp({ routes: accessRoutes, empty: true });
const setup = '/api/access/setup';
const draft = { username: 'first', displayName: '管理员', language: 'en' };

test('the first visit of an empty system creates its one administrator and signs them in', async () => {
  expect((await app.nobody.get(setup)).body).toEqual({ needed: true });
  const weak = await app.nobody.post(setup, { ...draft, password: 'first12345' });
  expect(weak.code).toBe('access/password-like-name');

  const password = 'a cup of oil tea';
  const answers = await Promise.all(
    ['first', 'second', 'third'].map((username) =>
      app.nobody.post(setup, { ...draft, username, password }),
    ),
  );

  const made = answers.filter((answer) => answer.status === 200);
  expect(made).toHaveLength(1);
  expect(answers.filter((answer) => answer.code === 'access/already-set-up')).toHaveLength(2);
  const me = await app.withToken(made[0]?.body.token).get('/api/access/me');
  expect(me.body).toMatchObject({
    role: 'admin',
    area: { code: '', level: 'nation', name: 'The whole country' },
    language: 'en',
    installation: { demonstration: false, today: '2016-09-30', notes: [], packs: [] },
  });
  expect((await app.nobody.get(setup)).body).toEqual({ needed: false });
});

test('one’s language is kept and is the language of the answers', async () => {
  const begun = await app.nobody.post('/api/access/sessions', {
    username: (await app.owner.query('select username from access_account')).rows[0].username,
    password: 'a cup of oil tea',
  });
  const first = app.withToken(begun.body.token);

  expect((await first.put('/api/access/me/language', { language: 'zh' })).status).toBe(204);
  const me = await first.get('/api/access/me');
  expect(me.body).toMatchObject({ language: 'zh', area: { name: '全国' } });
});
