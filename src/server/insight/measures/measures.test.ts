import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { insightRoutes } from '#server/insight/insight.routes.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { compactCounts } from '#server/registry/fold-counts.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { installHousePack } from '#tests/world/house-pack.ts';
import { aHousehold, anId, today } from '#tests/world/household.ts';

const app = await anApp({ routes: insightRoutes });
const { platform } = app;

interface Home {
  readonly area: string;
  readonly values: HouseholdValues;
  /** Of its one person; null where nobody knows. */
  readonly yuan: number | null;
}

async function store(homes: readonly Home[]) {
  const rows = homes.map(({ area, values, yuan }) => {
    const incomes =
      yuan === null
        ? []
        : [
            {
              id: anId(Number(area.slice(0, 6))),
              year: 2015,
              kind: 'crop' as const,
              amountFen: yuan * 100,
            },
          ];
    const record = aHousehold({ areaCode: area, ...values }, undefined, { incomes });
    return toHouseholdRows(record, { secrets: platform.secrets, today });
  });
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
}

beforeAll(async () => {
  await installHousePack(platform);
  await store([
    { area: places.village, values: { primaryCause: 'ILLNESS' }, yuan: 1000 },
    { area: places.village, values: { primaryCause: 'ILLNESS' }, yuan: 2000 },
    { area: places.otherVillage, values: { primaryCause: 'CAPITAL' }, yuan: 2800 },
    { area: places.farVillage, values: {}, yuan: 4000 },
    { area: places.farVillage, values: { stage: 'SURVEYED' }, yuan: 100 },
    { area: places.neighbourVillage, values: { primaryCause: 'WATER' }, yuan: 500 },
  ]);
  await compactCounts(platform.db);
});

describe('measures of the register', () => {
  test('are those of the registered households of the area and of no other', async () => {
    const { status, body } = await app.as('chen').get('/api/insight/measures?line=2800');

    expect(status).toBe(200);
    expect(body).toMatchObject({ basis: 'households', households: 4 });
    expect(body.poverty).toMatchObject({ poorHouseholds: 2, headcount: 0.5, gapYuan: 2600 });
    expect(body.poverty.gap).toBeCloseTo(0.232142857, 9);
    expect(body.poverty.severity).toBeCloseTo(0.12372449, 8);
    expect(body.quantiles).toHaveLength(5);
    expect(body.lorenz.at(-1)).toEqual({ persons: 1, income: 1 });
  });

  test('the parts of an area add up to it', async () => {
    const { body } = await app.as('chen').get('/api/insight/measures?line=2800');

    const sum = (of: 'poorPersons' | 'gapYuan' | 'persons') =>
      body.groups.reduce(
        (total: number, group: Record<string, number>) => total + (group[of] ?? 0),
        0,
      );
    expect(body.groups.map((group: { key: string }) => group.key).sort()).toEqual(
      [places.township, places.otherTownship].sort(),
    );
    for (const of of ['poorPersons', 'gapYuan', 'persons'] as const) {
      expect(sum(of)).toBeCloseTo(body.poverty[of], 6);
    }
  });

  test.each([
    ['cause', ['CAPITAL', 'ILLNESS', '']],
    ['size', ['1']],
    ['ethnicity', ['ZHUANG']],
  ])('by %s', async (by, keys) => {
    const { body } = await app.as('chen').get(`/api/insight/measures?line=2800&by=${by}`);

    expect(body.groups.map((group: { key: string }) => group.key).sort()).toEqual([...keys].sort());
  });

  test('without a line the one of the pack is used, and its source is told', async () => {
    const { body } = await app.as('chen').get('/api/insight/measures');

    expect(body.line).toMatchObject({
      yuan: 2952,
      year: 2016,
      verified: true,
      source: '试验章程 二',
    });
  });

  test('a line of 60 % of the median is told in yuan', async () => {
    const { body } = await app.as('chen').get('/api/insight/measures?line=60%25median');

    expect(body.line).toMatchObject({ kind: 'median', share: 0.6, yuan: 1440 });
    expect(body.poverty.headcount).toBe(0.25);
  });

  test('a household of unknown income widens the ends and is in no rate', async () => {
    await store([{ area: places.village, values: { primaryCause: 'SKILLS' }, yuan: null }]);

    const { body } = await app
      .as('chen')
      .get(`/api/insight/measures?line=2800&area=${places.village}`);

    expect(body.poverty).toMatchObject({ headcount: 1, unknown: { households: 1, persons: 1 } });
    expect(body.poverty.bounds).toEqual({ low: 2 / 3, high: 1 });
  });

  test('a line that is no line is refused, with what can be written', async () => {
    const { status, code } = await app.as('chen').get('/api/insight/measures?line=poor');

    expect([status, code]).toEqual([422, 'insight/line-unreadable']);
  });

  test('from above the county a group of four households is counted and not rated', async () => {
    const above = await app.as('tang').get('/api/insight/measures?line=2800&by=cause');
    const there = await app.as('chen').get('/api/insight/measures?line=2800&by=cause');

    expect(above.body.groups.every((group: { isHidden: boolean }) => group.isHidden)).toBe(true);
    expect(above.body.groups[0]).toMatchObject({ headcount: null, poorPersons: 0 });
    expect(there.body.groups.some((group: { isHidden: boolean }) => group.isHidden)).toBe(false);
  });

  test('the neighbour may not ask about the county, nor a helper about anything', async () => {
    expect((await app.as('sun').get('/api/insight/measures?area=451226')).status).toBe(403);
    expect((await app.as('he').get('/api/insight/measures')).status).toBe(403);
  });

  test('the table of groups leaves as a spreadsheet with the total, and the act is kept', async () => {
    const answer = await app.as('chen').get('/api/insight/measures/export?line=2800&by=cause');

    const book = read(answer.bytes, { type: 'buffer' });
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
      header: 1,
    });
    expect(rows[0]?.[0]).toBe('组');
    expect(rows.at(-1)?.[0]).toBe('合计');
    const { rows: acts } = await app.owner.query(
      `select act from audit_entry where act = 'insight.export'`,
    );
    expect(acts.length).toBeGreaterThan(0);
  });
});

describe('a table brought along', () => {
  const csv = (text: string) => ({ name: '农户.csv', bytes: Buffer.from(text) });
  const four = '户号,人均纯收入,人口\n1,1000,1\n2,2000,1\n3,2800,1\n4,4000,1\n';
  const address = '/api/insight/measures/tables?line=2800';

  test('is computed with columns that are guessed by their headings', async () => {
    const { status, body } = await app.as('chen').upload(address, csv(four));

    expect(status).toBe(200);
    expect(body.columns).toMatchObject({
      income: '人均纯收入',
      members: '人口',
      household: '户号',
    });
    expect(body.result.fgt.headcount.value).toBe(0.5);
    expect(body.result.isFew).toBe(true);
  });

  test('leaves nothing behind but the act, whatever comes of it', async () => {
    await app.as('chen').upload(address, csv(four));
    await app.as('chen').upload(address, csv(four.replace('2000', '很少')));

    const left = await readdir(join(platform.dataFolder, 'imports')).catch(() => []);
    expect(left).toEqual([]);
    const { rows } = await app.owner.query(
      `select facts from audit_entry where act = 'insight.analyse' order by at`,
    );
    expect(JSON.stringify(rows)).not.toContain('1000');
    expect(rows[0]?.facts).toMatchObject({ rows: 4 });
  });

  test('whose income column has another name comes back with its headings, to choose one', async () => {
    const { body } = await app.as('chen').upload(address, csv('户,钱\n1,1000\n2,5000\n'));
    const given = await app
      .as('chen')
      .upload(
        `${address}&columns=given&income=${encodeURIComponent('钱')}`,
        csv('户,钱\n1,1000\n2,5000\n'),
      );

    expect(body).toMatchObject({ headings: ['户', '钱'], result: null });
    expect(given.body.result.fgt.headcount.value).toBe(0.5);
  });

  test('with text where a number belongs is refused with row, column and value', async () => {
    const { status, body } = await app
      .as('chen')
      .upload(address, csv(four.replace('2000', '很少')));

    expect([status, body.error.code]).toEqual([422, 'insight/rows-invalid']);
    expect(body.error.message).toContain('第 3 行：“人均纯收入”应填数字，这里是“很少”');
  });

  test('that is no table is refused in the words of imports', async () => {
    const { body } = await app
      .as('chen')
      .upload(address, { name: 'x.pdf', bytes: Buffer.from('%PDF-1.4 nothing') });

    expect(body.error.code).toBe('exchange/file-not-a-spreadsheet');
  });
});
