import { expect, test } from 'vitest';
import { accessRoutes } from '#server/access/access.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { sweep } from './housekeeping.ts';

const app = await anApp({ routes: accessRoutes });
const count = async (table: string) =>
  (await app.owner.query(`select count(*) as rows from ${table}`)).rows[0].rows;

test('what is over is swept away, and what still counts stays', async () => {
  const { body } = await app.nobody.post('/api/access/sessions', {
    username: 'chen',
    password: 'wrong',
  });
  await app.as('chen').send({
    method: 'PUT',
    url: '/api/access/me/language',
    headers: { 'idempotency-key': 'once' },
    payload: { language: 'zh' },
  });
  const sessions = await count('access_session');

  await sweep(app.platform);
  expect(body.error.code).toBe('access/wrong-credentials');
  expect(await count('access_session')).toBe(sessions);
  expect(await count('access_attempt')).toBe(2);
  expect(await count('kernel_idempotency')).toBe(1);

  app.clock.advance(8 * 24 * 3600);
  await sweep(app.platform);
  expect(await count('access_session')).toBe(0);
  expect(await count('access_attempt')).toBe(0);
  expect(await count('kernel_idempotency')).toBe(0);
});
