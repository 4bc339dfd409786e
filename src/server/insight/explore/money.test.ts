import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { AccountKey } from '#domain/funds/account.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { bookRoutes } from '#server/funds/books.routes.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { type Posting, postEntries } from '#server/funds/post-entries.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { type CastName, county, places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { exploreRoutes } from './explore.routes.ts';

const app = await anApp({ routes: [...exploreRoutes, ...bookRoutes] });
const { platform } = app;
const number = Number(county);
const newId = () => platform.newId(number);

const account = (change: Partial<AccountKey>): AccountKey => ({
  kind: 'treasury',
  source: 'countyFinance',
  purpose: 'INDUSTRY',
  area: areaCode(county),
  holder: '',
  project: null,
  household: null,
  ...change,
});

const moved = (from: AccountKey, to: AccountKey, yuan: number, on: string): Posting => ({
  id: newId(),
  kind: to.kind === 'spent' ? 'pay' : to.kind === 'planned' ? 'plan' : 'arrive',
  on: plainDate(on),
  document: newId(),
  memo: '',
  reverses: null,
  lines: [
    { account: from, amount: BigInt(-yuan * 100) },
    { account: to, amount: BigInt(yuan * 100) },
  ],
});

const payIn = (
  place: string,
  {
    purpose,
    household,
    yuan,
    on,
  }: { purpose: string; household: string | null; yuan: number; on: string },
) =>
  moved(
    account({ purpose }),
    account({ kind: 'spent', purpose, area: areaCode(place), household }),
    yuan,
    on,
  );
const post = (postings: readonly Posting[], homes: readonly HouseholdRecord[]) =>
  inScope(platform.db, everything, async (tx) => {
    await insertHouseholds(
      tx,
      homes.map((record) => toHouseholdRows(record, { secrets: platform.secrets, today })),
    );
    const author = { account: newId(), name: '陈国强' };
    const now = '2016-09-30T00:00:00Z';
    const area = areaCode(county);
    await postEntries({ tx, county: number, area, author, now, newId: platform.newId }, postings);
    await foldDays(tx);
  });

/** Seven households of a village are paid for industry, two for their houses; works for a road. */
beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
  const homes = Array.from({ length: 9 }, () =>
    aHousehold({ areaCode: places.village, stage: 'LISTED' }),
  );
  const postings: Posting[] = [];
  for (const [purpose, yuan] of [
    ['INDUSTRY', 9000],
    ['HOUSING', 4000],
    ['ROAD', 5000],
  ] as const) {
    const source = account({ kind: 'source', purpose });
    postings.push(moved(source, account({ purpose }), yuan, '2016-02-01'));
  }
  const pay = (purpose: string, household: string | null, yuan: number, on: string) =>
    payIn(places.village, { purpose, household, yuan, on });
  for (const [at, { id }] of homes.entries()) {
    postings.push(
      at < 7 ? pay('INDUSTRY', id, 1000, '2016-05-10') : pay('HOUSING', id, 1500, '2016-06-10'),
    );
  }
  postings.push(pay('ROAD', null, 2500, '2016-06-20'));
  await post(postings, homes);
});

interface Row {
  readonly id: string;
  readonly cells: readonly {
    kind: string;
    n?: number | null;
    hidden?: boolean;
    opens?: { page: string; filter: object } | null;
  }[];
}
const ask = (who: CastName, query: Readonly<Record<string, string>>) =>
  app.as(who).get(`/api/insight/explore?${new URLSearchParams(query)}`);
const cells = (body: { panel: { table: { rows: Row[] } } }) =>
  Object.fromEntries(
    body.panel.table.rows.map(({ id, cells: [, ...own] }) => [
      id,
      own.map(({ n, hidden }) => (hidden === true ? '*' : n)),
    ]),
  );

describe('money explored', () => {
  test('what arrived and was paid by use is what the books say, in yuan, from kept sums', async () => {
    const { body } = await ask('chen', { indicator: 'moneyPaid', rows: 'purpose', area: county });
    expect(cells(body)).toEqual({
      'purpose INDUSTRY': [7000],
      'purpose HOUSING': [3000],
      'purpose ROAD': [2500],
      total: [12_500],
    });
    const arrived = await ask('chen', { indicator: 'moneyArrived', rows: 'purpose' });
    expect(cells(arrived.body).total).toEqual([18_000]);
    const books = (await app.as('chen').get('/api/funds/books', { area: county })).body;
    expect(JSON.stringify(books)).toContain('1250000');
    const [first] = body.panel.table.rows;
    expect(first.cells[1].opens).toMatchObject({
      page: 'money/lines',
      filter: { stage: 'paid', purpose: 'INDUSTRY' },
    });
  });

  test('is cut by month, by place and by its share, and narrowed to a use', async () => {
    const months = await ask('chen', { indicator: 'moneyPaid', rows: 'month' });
    expect(cells(months.body)).toMatchObject({ 'month 2016-05': [7000], 'month 2016-06': [5500] });
    const villages = await ask('chen', {
      indicator: 'moneyPaid',
      rows: 'village',
      purpose: 'ROAD',
    });
    expect(cells(villages.body)[places.village]).toEqual([2500]);
    const share = await ask('chen', { indicator: 'moneyPaidShare', rows: 'purpose' });
    expect(cells(share.body)['purpose ROAD']).toEqual([50]);
    const since = await ask('chen', { indicator: 'moneyPaid', rows: 'purpose', from: '2016-06' });
    expect(cells(since.body).total).toEqual([5500]);
  });

  test('with small numbers hidden, money of few households goes, and what it could be computed from', async () => {
    const { body } = await ask('chen', { indicator: 'moneyPaid', rows: 'purpose', masked: 'true' });
    const shown = cells(body);
    expect(shown['purpose HOUSING']).toEqual(['*']);
    expect(Object.values(shown).filter(([one]) => one === '*').length).toBeGreaterThan(1);
    const month = await ask('chen', { indicator: 'moneyPaid', rows: 'month', masked: 'true' });
    expect(cells(month.body)['month 2016-06']).toEqual(['*']);
    // Seven were paid in May; in June, asked alone, two.
    const since = { indicator: 'moneyPaid', rows: 'purpose', masked: 'true' };
    const may = await ask('chen', { ...since, from: '2016-05', to: '2016-05' });
    expect(cells(may.body)).toMatchObject({ 'purpose INDUSTRY': [7000], total: [7000] });
    const june = await ask('chen', { ...since, from: '2016-06' });
    expect(cells(june.body)).toMatchObject({ 'purpose HOUSING': ['*'], total: ['*'] });
    const wide = await ask('lu', { indicator: 'moneyPaid', rows: 'purpose', masked: 'true' });
    expect(wide.code).toBe('insight/money-not-masked');
  });

  test('a view of it that was shared with a department says that the books are not theirs', async () => {
    const question = { indicator: 'moneyPaid', rows: 'purpose' };
    const view = { title: '钱', question, role: 'department' };
    const { body } = await app.as('chen').post('/api/insight/views', view);
    const opened = await app.as('yang').get(`/api/insight/views/${body.id}`);
    expect([opened.status, opened.code]).toEqual([403, 'insight/books-not-open']);
  });

  test('the neighbouring county finds none of it, and who may not read the books is told so', async () => {
    const { body } = await ask('sun', { indicator: 'moneyPaid', rows: 'purpose' });
    expect(body.panel.table.rows.filter(({ id }: Row) => id !== 'total')).toEqual([]);
    expect((await ask('sun', { indicator: 'moneyPaid', area: county })).status).toBe(403);
  });
});

describe('households that are paid for several uses', () => {
  const small = { indicator: 'moneyPaid', rows: 'village', columns: 'purpose', masked: 'true' };
  beforeAll(async () => {
    const homes = Array.from({ length: 3 }, () =>
      aHousehold({ areaCode: places.farVillage, stage: 'LISTED' }),
    );
    const both = homes.flatMap(({ id }) =>
      ['INDUSTRY', 'HOUSING'].map((purpose) =>
        payIn(places.farVillage, { purpose, household: id, yuan: 100, on: '2016-07-01' }),
      ),
    );
    await post(both, homes);
  });

  test('are counted once in a total: three households paid twice are three, and their money is hidden', async () => {
    const seen = await ask('chen', { ...small, masked: 'false' });
    expect(cells(seen.body)[places.farVillage]).toEqual([300, 300, 0, 600]);

    const { body } = await ask('chen', small);

    expect(cells(body)[places.farVillage]).toEqual(['*', '*', 0, '*']);
    const alone = { ...small, columns: '', rows: 'village' };
    const { columns: _, ...byVillage } = alone;
    expect(cells((await ask('chen', byVillage)).body)[places.farVillage]).toEqual(['*']);
  });

  test('whose payment was taken back do not count: nobody hides behind a reversed payment', async () => {
    const gone = aHousehold({ areaCode: places.thirdVillage, stage: 'LISTED' });
    const others = Array.from({ length: 5 }, () =>
      aHousehold({ areaCode: places.thirdVillage, stage: 'LISTED' }),
    );
    const pays = [gone, ...others].map(({ id }) =>
      payIn(places.thirdVillage, {
        purpose: 'INDUSTRY',
        household: id,
        yuan: 50,
        on: '2016-08-01',
      }),
    );
    const [first, second] = pays;
    const back = [first, second].flatMap((paid) =>
      paid === undefined
        ? []
        : [
            {
              ...paid,
              id: newId(),
              kind: 'correct' as const,
              on: plainDate('2016-08-02'),
              reverses: paid.id,
              lines: paid.lines.map((line) => ({ ...line, amount: -line.amount })),
            },
          ],
    );
    await post([...pays, ...back], [gone, ...others]);

    const asked = { indicator: 'moneyPaid', rows: 'village', purpose: 'INDUSTRY', masked: 'true' };
    const { body } = await ask('chen', asked);

    expect(cells(body)[places.thirdVillage]).toEqual(['*']);
  });
});
