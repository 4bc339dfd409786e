import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { compactCounts } from '#server/registry/fold-counts.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { chartRoutes } from '../charts/charts.routes.ts';
import { keepAllMovements } from '../charts/keep-movements.ts';
import { insightRoutes } from '../insight.routes.ts';
import { bulletinRoutes } from './bulletin.routes.ts';

const app = await anApp({ routes: [...bulletinRoutes, ...insightRoutes, ...chartRoutes] });
const { platform } = app;
const origin = 'http://127.0.0.1:8080';

/** Made once: making one reads every chart of the pack. */
let shown: { readonly id: string; readonly edition: number };

beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
  const several = (count: number, areaCode: string, stage: string) =>
    Array.from({ length: count }, () => aHousehold({ areaCode, stage, primaryCause: 'ILLNESS' }));
  const rows = [
    ...several(40, places.village, 'LISTED'),
    ...several(3, places.village, 'EXIT_ANNOUNCED'),
    ...several(30, places.farVillage, 'LISTED'),
    ...several(10, places.farVillage, 'EXIT_ANNOUNCED'),
    ...several(25, places.thirdVillage, 'LISTED'),
    ...several(9, places.thirdVillage, 'EXIT_ANNOUNCED'),
    ...several(7, places.neighbourVillage, 'LISTED'),
  ].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  await compactCounts(platform.db);
  await keepAllMovements(platform);
  shown = await make();
});

const make = async (body: object = {}) => {
  const made = await app.as('chen').post('/api/insight/bulletins', body);
  expect(made.status, made.text).toBe(200);
  return made.body as { id: string; edition: number };
};
const view = async (id: string) => (await app.as('chen').get(`/api/insight/bulletins/${id}`)).body;
const sign = (who: 'chen' | 'fang' | 'wu' | 'sun', id: string) =>
  app.as(who).post(`/api/insight/bulletins/${id}/signature`, { origin });

interface Figure {
  readonly id: string;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly on: string;
}

describe('a bulletin', () => {
  test('says the numbers of the overview, each rate with numerator, denominator and day', async () => {
    const { content } = await view(shown.id);
    const { body: overview } = await app.as('chen').get('/api/insight/overview');

    const figure = (id: string): Figure =>
      content.figures.find((one: Figure) => one.id === id) as Figure;
    expect(figure('registered').value).toBe(overview.registered.households);
    expect(figure('exitedShare')).toMatchObject({ numerator: 22, denominator: 117, on: today });
    expect(figure('exitedShare').value).toBeCloseTo((22 / 117) * 100, 10);
    expect(content.sentences[0].zh).toContain('117 户');
  });

  test('holds every number against its page, and says why what was published differs', async () => {
    const { content } = await view(shown.id);
    const own = content.checks.filter(
      ({ where }: { where: { zh: string } }) => where.zh !== '已公布的数',
    );
    expect(own.length).toBeGreaterThan(4);
    for (const { title, verdict } of own) expect(verdict, title.zh).toBe('agrees');

    const published = content.checks.filter(
      ({ where }: { where: { zh: string } }) => where.zh === '已公布的数',
    );
    expect(published.length).toBeGreaterThan(0);
    for (const { verdict, why } of published) {
      expect(['agrees', 'differs', 'cannot']).toContain(verdict);
      expect(why.zh).not.toBe('');
    }
  });

  test('shows no number under five, nor one that gives it away', async () => {
    const { content } = await view(shown.id);
    const [progress] = content.tables;
    for (const { cells } of progress.rows) {
      const [registered, exited] = cells;
      if (exited !== null && exited > 0) expect(exited).toBeGreaterThanOrEqual(5);
      if (registered !== null && exited !== null) {
        expect(registered - exited === 0 || registered - exited >= 5).toBe(true);
      }
    }
    const small = progress.rows.find(({ cells }: { cells: unknown[] }) => cells[1] === null);
    expect(small).toBeDefined();
  });

  test('is signed by two people, and only then is there a file, which stays as it was', async () => {
    const { id } = shown;
    const before = await app.as('chen').get(`/api/insight/bulletins/${id}/file`);
    expect(before.body.error.code).toBe('insight/bulletin-unsigned');

    expect((await sign('chen', id)).body).toEqual({ signatures: 1 });
    expect((await sign('chen', id)).body.error.code).toBe('insight/bulletin-needs-another');
    expect((await sign('wu', id)).status).toBe(403);
    expect((await sign('fang', id)).body).toEqual({ signatures: 2 });
    expect((await sign('fang', id)).body.error.code).toBe('insight/bulletin-signed');

    const file = await app.as('chen').get(`/api/insight/bulletins/${id}/file`);
    expect(file.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const again = await app.as('wu').get(`/api/insight/bulletins/${id}/file`);
    expect(again.bytes.equals(file.bytes)).toBe(true);
  });

  test('a code on the paper tells anybody whether it holds, until a later edition is signed', async () => {
    const two = await make();
    const one = shown;
    const { token } = await view(one.id);
    const state = async () => (await app.nobody.get(`/api/insight/boards/${token}`)).body;
    expect((await state()).state).toBe('current');
    expect(two.edition).toBe(one.edition + 1);
    const next = (await view(two.id)).token;
    const unsigned = await app.nobody.get(`/api/insight/boards/${next}`);
    expect(unsigned.body.state).toBe('unknown');
    await sign('chen', two.id);
    await sign('fang', two.id);
    expect((await state()).state).toBe('superseded');
    expect(Object.keys(await state()).sort()).toEqual(['checkedAt', 'printedAt', 'state']);
    expect((await view(one.id)).head).toMatchObject({ isCurrent: false });
  });

  test('a figure that lacks a part is not signed', async () => {
    const { id } = await make();
    await app.owner.query(
      `update insight_bulletin set content = jsonb_set(content, '{figures,4,numerator}', 'null')
       where id = $1`,
      [id],
    );
    const { body } = await sign('chen', id);
    expect(body.error.code).toBe('insight/bulletin-lacks-parts');
  });

  test('is made of no month to come, nor of an area that one sees a part of', async () => {
    const ahead = await app.as('chen').post('/api/insight/bulletins', { month: '2016-10' });
    expect(ahead.body.error.code).toBe('insight/bulletin-month-ahead');
    const give = (areas: readonly string[]) =>
      app.owner.query("update access_account set area_codes = $1 where username = 'fang'", [areas]);
    await give([places.township, places.otherTownship]);
    const part = await app.as('fang').post('/api/insight/bulletins', {});
    await give(['451226']);
    expect(part.body.error.code).toBe('insight/bulletin-of-part');
    const earlier = await view((await make({ month: '2016-08' })).id);
    const stock = earlier.content.checks.find(
      ({ verdict }: { verdict: string }) => verdict === 'cannot',
    );
    expect(stock.why.zh).toContain('月末');
  });

  test('two who make one at once get different editions', async () => {
    const made = await Promise.all([make({ month: '2016-07' }), make({ month: '2016-07' })]);
    expect(made.map(({ edition }) => edition).sort((one, other) => one - other)).toEqual([1, 2]);
  });

  test('of the neighbouring county there is none, nor any word of it', async () => {
    const { id } = shown;
    const foreign = await app.as('sun').get(`/api/insight/bulletins/${id}`);
    expect(foreign.body.error.code).toBe('insight/no-such-bulletin');
    expect((await app.as('sun').get('/api/insight/bulletins')).body.items).toEqual([]);
    expect((await sign('sun', id)).body.error.code).toBe('insight/no-such-bulletin');
  });
});
