import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { auditRoutes } from '#server/audit/audit.routes.ts';
import { inScope } from '#server/database/connect.ts';
import { jobRoutes } from '#server/jobs/job.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { password } from '#tests/world/enter-cast.ts';
import { accessRoutes } from './access.routes.ts';
import { stepOf } from './one-time-code.ts';

const app = await anApp({ routes: [...accessRoutes, ...auditRoutes, ...jobRoutes] });
const sessions = '/api/access/sessions';
const signIn = (username: string, typed = password) =>
  app.nobody.post(sessions, { username, password: typed });

const actsOf = (subject: string) =>
  inScope(app.db, everything, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['act', 'account', 'area_code', 'facts'])
      .where('subject', '=', subject)
      .orderBy('at')
      .execute(),
  );

test('the right name and password give a token, a cookie, and who one is', async () => {
  const answer = await signIn(' Chen ');

  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    stage: 'full',
    mustChangePassword: false,
    actor: {
      username: 'chen',
      role: 'county',
      area: { code: '451226', name: '环江毛南族自治县', level: 'county' },
      areas: [{ code: '451226' }],
      householdsOnly: false,
    },
  });
  expect(answer.body.token).toMatch(/^[\w-]{43}$/);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toContain(`bangfu_session=${answer.body.token}`);
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Strict');
  const me = await app.nobody.send({ url: '/api/access/me', headers: { cookie } });
  expect(me.status).toBe(200);
});

test('the database knows the hash of a token, never the token', async () => {
  const { body } = await signIn('chen');

  const { rows } = await app.owner.query('select s::text as row from access_session s');
  expect(rows.map((row) => row.row).join()).not.toContain(body.token);
});

test('an unknown name and a wrong password get the same words and leave an act each', async () => {
  const unknown = await signIn('nobody-of-that-name', 'wrong');
  const wrong = await signIn('wu', 'wrong');

  expect(unknown.status).toBe(401);
  expect(unknown.code).toBe('access/wrong-credentials');
  expect(wrong.text).toBe(unknown.text);
  expect(await actsOf(`account:${app.accounts.wu.id}`)).toMatchObject([
    { act: 'access.sign-in-refused', account: null, area_code: '451226' },
  ]);
});

test('an unknown name takes as long to refuse as a wrong password', async () => {
  const names = ['lin', 'zhao', 'he', 'du', 'yang', 'qian', 'tang'];
  // Time of the processor, all threads: what else the machine does is not in it.
  const workOf = async (name: string) => {
    const begun = process.cpuUsage();
    await signIn(name, 'wrong');
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[3] ?? 0;

  const known: number[] = [];
  const unknown: number[] = [];
  for (const name of names) {
    known.push(await workOf(name));
    unknown.push(await workOf(`${name}-ghost`));
  }

  expect(median(unknown)).toBeGreaterThan(median(known) / 2);
  expect(median(known)).toBeGreaterThan(median(unknown) / 2);
});

test('five wrong passwords close an account for fifteen minutes, the right one included', async () => {
  for (let round = 0; round < 5; round += 1) await signIn('ma', `wrong ${round}`);

  const closed = await signIn('ma');
  expect(closed.status).toBe(429);
  expect(closed.code).toBe('access/too-many-attempts');
  expect(closed.body.error.message).toContain('15 分钟');
  const managed = await app.as('zhao').get(`/api/access/accounts/${app.accounts.ma.id}`);
  expect(managed.body.lockedUntil).not.toBeNull();

  app.clock.advance(15 * 60 + 1);
  expect((await signIn('ma')).status).toBe(200);
});

test('an unknown name is closed like a known one, so that a lock tells nothing', async () => {
  for (let round = 0; round < 5; round += 1) await signIn('phantom', `wrong ${round}`);

  expect((await signIn('phantom')).code).toBe('access/too-many-attempts');
});

test('guesses sent all at once are no more than the limit', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, round) => signIn('lu', `guess ${round}`)),
  );

  const tried = answers.filter((answer) => answer.status === 401).length;
  expect(answers.every((answer) => answer.status === 401 || answer.status === 429)).toBe(true);
  expect(tried).toBe(5);
});

test('one name signs in on many devices at the same moment', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('chen')));

  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 12 }, () => 200));
});

test('many wrong names from one address close that address', async () => {
  const from = (address: string, username: string) =>
    app.nobody.send({
      method: 'POST',
      url: sessions,
      remoteAddress: address,
      payload: { username, password: 'wrong' },
    });
  for (let round = 0; round < 60; round += 1) await from('10.1.2.3', `sprayed${round}`);

  expect((await from('10.1.2.3', 'fresh')).status).toBe(429);
  expect((await from('10.1.2.4', 'fresh')).status).toBe(401);
});

test('a session unused for twelve hours is over, and so is one of seven days', async () => {
  app.clock.advance(3600);
  const short = (await signIn('zhao')).body.token;
  app.clock.advance(12 * 3600 + 1);
  expect((await app.withToken(short).get('/api/access/me')).status).toBe(401);

  const long = (await signIn('zhao')).body.token;
  for (let hours = 0; hours < 168; hours += 8) {
    expect((await app.withToken(long).get('/api/access/me')).status).toBe(200);
    app.clock.advance(8 * 3600);
  }
  expect((await app.withToken(long).get('/api/access/me')).status).toBe(401);
});

test('signing out ends the session, and one may end another of one’s own, never a stranger’s', async () => {
  const first = (await signIn('du')).body.token;
  const second = (await signIn('du')).body.token;
  const stranger = (await signIn('yang')).body.token;
  const list = await app.withToken(second).get(sessions);
  const strangers = await app.withToken(stranger).get(sessions);

  expect(list.body.items.filter((item: { current: boolean }) => item.current)).toHaveLength(1);
  const other = list.body.items.find((item: { current: boolean }) => !item.current);
  const foreign = await app.withToken(second).delete(`${sessions}/${strangers.body.items[0].id}`);
  expect(foreign.code).toBe('access/no-such-session');
  expect((await app.withToken(second).delete(`${sessions}/${other.id}`)).status).toBe(204);
  expect((await app.withToken(first).get('/api/access/me')).status).toBe(401);
  expect((await app.withToken(second).delete(`${sessions}/current`)).status).toBe(204);
  expect((await app.withToken(second).get('/api/access/me')).code).toBe('access/sign-in-needed');
});

test('a session of another site is refused before anything is read', async () => {
  const answer = await app.nobody.send({
    method: 'POST',
    url: sessions,
    headers: { origin: 'https://elsewhere.example' },
    payload: { username: 'chen', password },
  });

  expect(answer.code).toBe('access/foreign-origin');
});

test('a second factor is scanned, confirmed, asked for, taken once, and removed', async () => {
  const { body: begun } = await signIn('tang');
  const tang = app.withToken(begun.token);
  const elsewhere = (await signIn('tang')).body.token;
  const factor = '/api/access/me/second-factor';
  const wrong = await tang.post(factor, { password: 'not it' });
  expect(wrong.code).toBe('access/wrong-password');
  const early = await tang.post(`${factor}/confirmation`, { code: '123456' });
  expect(early.code).toBe('access/second-factor-not-begun');

  const { body: enrolled } = await tang.post(factor, { password });
  const totp = new TOTP({ secret: enrolled.secret });
  const codeAt = () => totp.generate({ timestamp: Date.parse(app.clock.now()) });
  expect(enrolled.uri).toMatch(/^otpauth:\/\/totp\/Bangfu:tang\?/);
  const confirmed = await tang.post(`${factor}/confirmation`, { code: codeAt() });
  expect(confirmed.body.sessionsEnded).toBeGreaterThanOrEqual(1);
  expect((await app.withToken(elsewhere).get('/api/access/me')).status).toBe(401);

  app.clock.advance(30);
  const half = (await signIn('tang')).body;
  expect(half.stage).toBe('password');
  const halfway = app.withToken(half.token);
  expect((await halfway.get('/api/access/me')).body.stage).toBe('password');
  for (const url of ['/api/jobs/runs', '/api/audit/entries', sessions]) {
    expect((await halfway.get(url)).code).toBe('access/second-factor-needed');
  }
  const answered = `${sessions}/second-factor`;
  expect((await halfway.post(answered, { code: '000000' })).code).toBe('access/wrong-code');
  const code = codeAt();
  const full = await halfway.post(answered, { code });
  expect(full.body).toMatchObject({ stage: 'full', actor: { username: 'tang' } });
  expect((await halfway.get('/api/access/me')).status).toBe(401);
  const again = app.withToken((await signIn('tang')).body.token);
  expect((await again.post(answered, { code })).code).toBe('access/code-used');

  const done = app.withToken(full.body.token);
  expect((await done.post(factor, { password })).code).toBe('access/second-factor-is-on');
  app.clock.advance(30);
  const removed = await done.post(`${factor}/removal`, { password, code: codeAt() });
  expect(removed.status).toBe(204);
  expect((await signIn('tang')).body.stage).toBe('full');
  expect((await done.post(`${factor}/removal`, { password, code: '111111' })).code).toBe(
    'access/second-factor-is-off',
  );
});

test('a code of the step before or after is taken, one further away is not', async () => {
  const totp = new TOTP({ secret: 'JBSWY3DPEHPK3PXP' });
  const now = '2016-09-30T04:00:15.000Z';
  const from = (seconds: number) =>
    stepOf('JBSWY3DPEHPK3PXP', totp.generate({ timestamp: Date.parse(now) + seconds * 1000 }), now);

  expect(
    [from(-60), from(-30), from(0), from(30), from(60)].map((one) => one !== undefined),
  ).toEqual([false, true, true, true, false]);
});

test('five wrong codes close the second factor for a while', async () => {
  const { body } = await signIn('qian');
  const qian = app.withToken(body.token);
  const { body: enrolled } = await qian.post('/api/access/me/second-factor', { password });
  const totp = new TOTP({ secret: enrolled.secret });
  const code = () => totp.generate({ timestamp: Date.parse(app.clock.now()) });
  for (let round = 0; round < 5; round += 1) {
    await qian.post('/api/access/me/second-factor/confirmation', { code: `00000${round}` });
  }

  const closed = await qian.post('/api/access/me/second-factor/confirmation', { code: code() });
  expect(closed.code).toBe('access/too-many-attempts');
});

test('a new password ends every other session, and the rules for it are told in words', async () => {
  const { body } = await signIn('he');
  const he = app.withToken(body.token);
  const elsewhere = (await signIn('he')).body.token;
  const path = '/api/access/me/password';
  const change = (next: string, current = password) => he.put(path, { current, next });

  expect((await change('long enough to do', 'not it')).code).toBe('access/wrong-password');
  expect((await change('short')).code).toBe('access/password-short');
  expect(await change('x'.repeat(200).replace(/x/g, '长语')).then((one) => one.code)).toBe(
    'input/invalid',
  );
  expect((await change(password)).code).toBe('access/password-same');
  expect((await change('password123')).code).toBe('access/password-common');
  const changed = await change('five colours of rice');
  expect(changed.body.sessionsEnded).toBeGreaterThanOrEqual(1);
  expect((await he.get('/api/access/me')).status).toBe(200);
  expect((await app.withToken(elsewhere).get('/api/access/me')).status).toBe(401);
  expect((await signIn('he')).code).toBe('access/wrong-credentials');
  expect((await signIn('he', 'five colours of rice')).status).toBe(200);
});

test('what a person may see and do changes at once when their account does', async () => {
  const { body } = await signIn('wu');
  await inScope(app.db, everything, (tx) =>
    sql`update access_account set disabled_at = now() where username = 'wu'`.execute(tx),
  );

  expect((await app.withToken(body.token).get('/api/access/me')).status).toBe(401);
  expect((await signIn('wu')).code).toBe('access/wrong-credentials');
});
