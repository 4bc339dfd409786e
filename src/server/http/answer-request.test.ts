import { expect, test } from 'vitest';
import { z } from 'zod';
import { IdText } from '#contract/page.ts';
import { route } from '#contract/route.ts';
import { noSuchAccount } from '#domain/access/access-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { insertAttempts } from '#server/access/attempt.store.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { KeptRefusal } from './context.ts';
import { serve } from './serve.ts';

// Doors of a small invented capability, each for one thing the wrapper does.
const write = route({
  method: 'POST',
  path: '/api/tea/cups',
  summary: 'Pour a cup',
  permission: 'registry.write',
  area: 'body.area',
  audit: 'tea.pour',
  body: z.object({ area: z.string(), leaves: z.number().int(), end: z.string().optional() }),
  output: z.object({ cup: z.string(), area: z.string() }),
});
const read = route({
  method: 'GET',
  path: '/api/tea/cups/:id',
  summary: 'Look at a cup',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  params: z.object({ id: IdText }),
  query: z.object({ area: z.string().optional() }),
  output: z.object({ area: z.string(), language: z.string() }),
});
const upload = route({
  method: 'POST',
  path: '/api/tea/leaves',
  summary: 'Hand in leaves',
  permission: 'registry.write',
  area: 'own',
  audit: 'tea.leaves',
  kind: 'upload',
  output: z.object({ bytes: z.number().int() }),
});
const download = route({
  method: 'GET',
  path: '/api/tea/menu',
  summary: 'The menu as a file',
  permission: 'registry.read',
  area: 'own',
  audit: 'tea.menu',
  kind: 'download',
});

let poured = 0;
const app = await anApp({
  routes: [
    serve(write, async (context, { body }) => {
      poured += 1;
      context.note({ subject: 'cup:1', facts: { leaves: body.leaves } });
      if (body.end === 'refuse') {
        await insertAttempts(context.tx, ['tea'], context.now);
        refuse(noSuchAccount);
      }
      if (body.end === 'keep') {
        await insertAttempts(context.tx, ['tea'], context.now);
        throw new KeptRefusal(noSuchAccount, { act: 'tea.spill', subject: 'cup:1' });
      }
      if (body.end === 'break') throw new Error('the pot fell');
      if (body.end === 'lie') return { cup: 7, area: '' } as never;
      return { cup: `cup ${poured}`, area: context.area };
    }),
    serve(read, async ({ area, language }) => ({ area, language })),
    serve(upload, async ({ file }) => {
      let bytes = 0;
      for await (const chunk of file?.stream ?? []) bytes += chunk.length;
      return { bytes };
    }),
    serve(download, async () => ({
      fileName: '茶单.txt',
      contentType: 'text/plain; charset=utf-8',
      body: (async function* () {
        yield '油茶';
        yield '\n';
      })(),
    })),
  ],
});
const cups = '/api/tea/cups';
const cup = { area: places.village, leaves: 3 };
const acts = async () =>
  (
    await app.owner.query(
      'select act, account, area_code, subject, facts from audit_entry order by at',
    )
  ).rows;

test('first who, then whether they may, then what they sent, then where', async () => {
  expect((await app.nobody.post(cups, { nonsense: true })).code).toBe('access/sign-in-needed');
  expect((await app.as('wu').post(cups, { nonsense: true })).code).toBe('access/not-permitted');
  expect((await app.as('sun').post(cups, { nonsense: true })).code).toBe('input/invalid');
  expect((await app.as('sun').post(cups, cup)).code).toBe('access/outside-area');
  expect((await app.as('lin').post(cups, cup)).status).toBe(200);
});

test('bad input is answered with every path and its problem, in the reader’s language', async () => {
  const zh = await app.as('lin').post(cups, { area: places.village, leaves: 'many' });
  await app.owner.query("update access_account set language = 'en' where username = 'zhao'");
  const en = await app.as('zhao').post(cups, { leaves: 1.5 });

  expect(zh.body.error).toMatchObject({ code: 'input/invalid', path: 'body.leaves' });
  expect(zh.body.error.message).toMatch(/\p{Script=Han}/u);
  expect(en.body.error.details.map((one: { path: string }) => one.path)).toEqual([
    'body.area',
    'body.leaves',
  ]);
  const odd = await app.as('lin').get(`${cups}/not-an-id`);
  expect(odd.body.error.path).toBe('params.id');
  expect(odd.body.error.message).toContain('不是本系统的编号');
});

test('a page is answered in the language it is read in, and one that names none in the language of the account', async () => {
  await app.owner.query("update access_account set language = 'zh' where username = 'lin'");
  const said = async (headers: Record<string, string>) => {
    const payload = { area: places.village, leaves: 'many' };
    const { body } = await app.as('lin').send({ method: 'POST', url: cups, payload, headers });
    return /\p{Script=Han}/u.test(body.error.details[0].problem) ? 'zh' : 'en';
  };

  expect(await said({ 'accept-language': 'en' })).toBe('en');
  expect(await said({ 'accept-language': 'zh-CN' })).toBe('zh');
  expect(await said({ 'accept-language': '*' })).toBe('zh');
  expect(await said({})).toBe('zh');
});

test('an area named must lie inside one’s own; none named is one’s own', async () => {
  const path = `${cups}/${app.platform.newId(451226)}`;

  expect((await app.as('chen').get(path)).body.area).toBe('451226');
  expect((await app.as('chen').get(path, { area: places.village })).body.area).toBe(places.village);
  expect((await app.as('lin').get(path, { area: '451226' })).code).toBe('access/outside-area');
  expect((await app.as('chen').get(path, { area: '4512' })).code).toBe('access/outside-area');
  expect((await app.as('chen').get(path, { area: "451226' or 1=1" })).code).toBe(
    'access/outside-area',
  );
});

test('a write leaves its act in the same transaction; a refused or broken one leaves none', async () => {
  const before = await acts();
  await app.as('lin').post(cups, cup);
  const refused = await app.as('lin').post(cups, { ...cup, end: 'break' });
  const lied = await app.as('lin').post(cups, { ...cup, end: 'lie' });
  const after = await acts();

  expect(after.slice(before.length)).toEqual([
    {
      act: 'tea.pour',
      account: app.accounts.lin.id,
      area_code: places.village,
      subject: 'cup:1',
      facts: { leaves: 3 },
    },
  ]);
  expect(refused.status).toBe(503);
  expect(refused.code).toBe('input/incident');
  expect(refused.text).not.toContain('the pot fell');
  expect(lied.code).toBe('input/incident');
});

test('a refusal undoes everything, unless it is one that keeps its traces', async () => {
  const before = await acts();
  const traces = async () =>
    (await app.owner.query("select 1 from access_attempt where bucket = 'tea'")).rows.length;
  const undone = await app.as('lin').post(cups, { ...cup, end: 'refuse' });
  expect(undone.code).toBe('access/no-such-account');
  expect(await traces()).toBe(0);

  const kept = await app.as('lin').post(cups, { ...cup, end: 'keep' });
  const after = await acts();

  expect(kept.code).toBe('access/no-such-account');
  expect(after.slice(before.length).map((act) => act.act)).toEqual(['tea.spill']);
  expect(await traces()).toBe(1);
});

test('a repeated Idempotency-Key gets the first answer, and another request with it is refused', async () => {
  const send = (leaves: number, key = 'one-pot') =>
    app.as('lin').send({
      method: 'POST',
      url: cups,
      headers: { 'idempotency-key': key },
      payload: { ...cup, leaves },
    });
  const before = poured;
  const [first, again] = await Promise.all([send(5), send(5)]);
  const other = await send(6);
  const broken = await app.as('lin').send({
    method: 'POST',
    url: cups,
    headers: { 'idempotency-key': 'second-pot' },
    payload: { ...cup, end: 'refuse' },
  });

  expect(poured - before).toBe(2);
  expect(first.body).toEqual(again.body);
  const replayed = [first, again].map((one) => one.headers['idempotency-replayed']);
  expect(new Set(replayed)).toEqual(new Set(['true', undefined]));
  expect(other.code).toBe('input/idempotency-key-reused');
  expect(broken.status).toBe(404);
  expect((await send(5, 'second-pot')).status).toBe(200);
  const mine = await app.as('zhao').send({
    method: 'POST',
    url: cups,
    headers: { 'idempotency-key': 'one-pot' },
    payload: cup,
  });
  expect(mine.status).toBe(200);
});

test('a file comes in as a stream and goes out as one', async () => {
  const bytes = Buffer.alloc(100_000, 'a');

  expect((await app.as('lin').upload('/api/tea/leaves', { name: 'a', bytes })).body.bytes).toBe(
    100_000,
  );
  expect((await app.as('lin').post('/api/tea/leaves', {})).code).toBe('input/missing-file');
  const menu = await app.as('lin').get('/api/tea/menu');
  expect(menu.text).toBe('油茶\n');
  expect(menu.headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('茶单.txt')}`,
  );
  expect((await acts()).at(-1)?.act).toBe('tea.menu');
});

test('what cannot be read, is too large, or leads nowhere is told so', async () => {
  const raw = (payload: string) =>
    app.as('lin').send({
      method: 'POST',
      url: cups,
      headers: { 'content-type': 'application/json' },
      payload,
    });

  expect((await raw('{"area":')).code).toBe('input/unreadable');
  expect((await raw(JSON.stringify({ a: 'x'.repeat(3_000_000) }))).code).toBe('input/too-large');
  const nowhere = await app.as('lin').get('/api/tea/pots');
  expect(nowhere.code).toBe('input/unknown-address');
  expect(nowhere.body.error.path).toBe('/api/tea/pots');
});

test('every door stands in the OpenAPI document with its permission, area and act', async () => {
  const { body } = await app.nobody.get('/api/openapi.json');

  expect(body.openapi).toBe('3.1.0');
  expect(body.paths['/api/tea/cups'].post).toMatchObject({
    'x-bangfu-permission': 'registry.write',
    'x-bangfu-area': 'body.area',
    'x-bangfu-audit': 'tea.pour',
  });
});
