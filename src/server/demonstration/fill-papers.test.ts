import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { bulletinRoutes } from '#server/insight/bulletin/bulletin.routes.ts';
import { draftRoutes } from '#server/policy/draft.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { county } from '#tests/world/cast.ts';
import { aDemonstrationCounty } from '#tests/world/demonstration-county.ts';
import { fillBulletin, fillDraft } from './fill-papers.ts';

const app = await anApp({ demonstration: true, routes: [...bulletinRoutes, ...draftRoutes] });
const { platform } = app;
const chen = app.as('chen');

test('the demonstration has a draft that moves one threshold and takes nothing into force, once', async () => {
  await aDemonstrationCounty(app);

  expect(await fillDraft(platform, areaCode(county))).toBe(1);
  expect(await fillDraft(platform, areaCode(county))).toBe(0);

  const { items } = (await chen.get('/api/policy/drafts')).body;
  expect(items).toMatchObject([{ state: 'open', errors: 0, changes: 1, inForce: false }]);
  const draft = (await chen.get(`/api/policy/drafts/${items[0].id}`)).body;
  expect(draft.changes[0].details[0].sentence.zh).toContain('60 分 → 65 分');
  expect(draft.history[0].reason).toContain('虚构');
}, 120_000);

test('the demonstration has the bulletin of the month, signed by two, that agrees with its own pages', async () => {
  expect(await fillBulletin(platform)).toBe(2);
  expect(await fillBulletin(platform)).toBe(0);

  const { items } = (await chen.get('/api/insight/bulletins')).body;
  expect(items).toMatchObject([
    { month: '2016-09', edition: 1, isCurrent: true, second: { name: '韦建国' } },
  ]);
  const { content } = (await chen.get(`/api/insight/bulletins/${items[0].id}`)).body;
  expect(content.invented).toBe(true);
  for (const { title, verdict, where } of content.checks) {
    if (where.zh !== '已公布的数') expect(verdict, title.zh).toBe('agrees');
  }
  const file = await chen.get(`/api/insight/bulletins/${items[0].id}/file`);
  expect(file.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
}, 120_000);
