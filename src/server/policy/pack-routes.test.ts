import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { packRoutes } from './pack.routes.ts';
import { installPack } from './pack-library.ts';
import { readPackFolders, shippedPacks } from './read-pack-folders.ts';

const app = await anApp({ routes: packRoutes });
const { platform } = app;

beforeAll(async () => {
  for (const { files, pack } of await readPackFolders(shippedPacks)) {
    if (pack !== undefined) await installPack(platform.db, files, pack);
  }
  await platform.packs.reload();
}, 60_000);

describe('packs', () => {
  test('without a session nobody reads them', async () => {
    expect((await app.nobody.get('/api/policy/packs')).status).toBe(401);
    expect((await app.nobody.get('/api/policy/packs/tea-club')).status).toBe(401);
    expect((await app.nobody.get('/api/policy/form')).status).toBe(401);
  });

  test('the one that decides here today stands first, and says how much of it is verified', async () => {
    const { status, body } = await app.as('lin').get('/api/policy/packs');

    expect(status).toBe(200);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      readdirSync('policy/packs').sort(),
    );
    expect(body.items[0]).toMatchObject({
      id: 'huanjiang-2016',
      inForce: true,
      extends: 'china-2014',
      examples: { failing: 0 },
    });
    expect(body.items[0].unverified).toBeGreaterThan(0);
    expect(body.items[0].verified + body.items[0].unverified).toBe(body.items[0].rows);
  });

  test('the neighbouring county is decided by the national pack', async () => {
    const { body } = await app.as('sun').get('/api/policy/packs');

    expect(body.items[0]).toMatchObject({ id: 'china-2014', inForce: true });
  });
});

describe('a pack as a document', () => {
  test('rules stand in words, with the numbers, their source and whether they are verified', async () => {
    const { status, body } = await app.as('wu').get('/api/policy/packs/huanjiang-2016');

    expect(status).toBe(200);
    const articles = body.sections.flatMap(({ articles: all }: { articles: unknown[] }) => all);
    const find = (id: string) => articles.find((one: { id: string }) => one.id === id);
    expect(find('hasSchooling').rule).toEqual({
      source: 'schoolingAssured && dropOuts == 0',
      words: {
        zh: '有义务教育保障 且 义务教育阶段辍学人数 = 0',
        en: 'Compulsory schooling is assured and Children out of compulsory school = 0',
      },
    });
    expect(find('householdAssessment').mark).toMatchObject({ verified: false, sample: true });
    expect(find('householdAssessment').table.rows).toHaveLength(18);
    expect(find('householdAssessment.vetoes').table.rows).toHaveLength(8);
    expect(find('povertyLine')).toMatchObject({ inheritedFrom: 'china-2014' });
    const line = find('povertyLine').numbers.find(({ inForce }: { inForce: boolean }) => inForce);
    expect(line).toMatchObject({
      from: '2016-01-01',
      shown: { zh: '2,952 元/人/年' },
      mark: { verified: true, source: { place: '表4-2注' } },
    });
  });

  test('on another day another number counts', async () => {
    const { body } = await app.as('lin').get('/api/policy/packs/china-2014?on=2015-06-30');

    const numbers = body.sections
      .flatMap(({ articles }: { articles: { id: string }[] }) => articles)
      .find(({ id }: { id: string }) => id === 'povertyLine').numbers;
    expect(numbers.find(({ inForce }: { inForce: boolean }) => inForce).from).toBe('2015-01-01');
  });

  test('examples say whether they pass, and what was given', async () => {
    const { body } = await app.as('lin').get('/api/policy/packs/tea-club');

    const example = body.examples.find(({ id }: { id: string }) => id === 'fullShelf');
    expect(example).toMatchObject({ passes: true, problems: [] });
    expect(example.given).toContainEqual({
      fact: 'shelf',
      label: { zh: '家里存的茶', en: 'Leaves on the shelf' },
      shown: { zh: '绿茶、白茶、红茶', en: 'Green, White, Black' },
    });
  });

  test('a pack that is not installed is refused by name', async () => {
    const { status, body } = await app.as('lin').get('/api/policy/packs/coffee-club');

    expect(status).toBe(404);
    expect(body.error.code).toBe('policy/no-such-pack');
  });

  test('a day that no calendar has is refused', async () => {
    const { status, body } = await app.as('lin').get('/api/policy/packs/tea-club?on=2016-02-30');

    expect(status).toBe(400);
    expect(body.error.code).toBe('policy/no-such-day');
  });
});

describe('the words of the pack in force', () => {
  test('fields carry their purpose and how long they are kept, codes their titles', async () => {
    const { status, body } = await app.as('lin').get('/api/policy/form');

    expect(status).toBe(200);
    expect(body.pack.id).toBe('huanjiang-2016');
    expect(body.fields).toContainEqual(
      expect.objectContaining({
        of: 'household',
        name: 'primaryCause',
        title: { zh: '主要致贫原因', en: 'Main cause of poverty' },
        list: 'cause',
        purpose: expect.objectContaining({ zh: '分析原因、安排帮扶措施' }),
      }),
    );
    const causes = body.lists.find(({ id }: { id: string }) => id === 'cause').codes;
    expect(causes[0]).toEqual({ code: 'ILLNESS', title: { zh: '因病', en: 'Illness' } });
    expect(body.items).toHaveLength(39);
  });

  test('every year has its poverty line, and what nobody verified says so', async () => {
    const { body } = await app.as('lin').get('/api/policy/form');

    const years = new Map(
      body.povertyLines.map((one: { year: number }) => [one.year, one] as const),
    );
    expect(years.get(2016)).toMatchObject({ fen: 295_200, verified: true });
    expect(years.get(2017)).toMatchObject({ fen: 295_200, verified: false });
    expect([...years.keys()]).toEqual(Array.from({ length: 11 }, (_, index) => 2010 + index));
  });

  test('before any pack was in force there are no words', async () => {
    const { status, body } = await app.as('lin').get('/api/policy/form?on=2010-01-01');

    expect(status).toBe(404);
    expect(body.error.code).toBe('policy/no-pack-in-force');
  });
});
