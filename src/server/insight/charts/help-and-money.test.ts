import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { depositLines } from '#domain/funds/loans/fund-lines.ts';
import type { ChartContent, ChartPanel } from '#domain/insight/charts/chart-shape.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { postEntries } from '#server/funds/post-entries.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { anApp } from '#tests/world/app.ts';
import { county } from '#tests/world/cast.ts';
import { anId } from '#tests/world/household.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { chartRoutes } from './charts.routes.ts';

const app = await anApp({ routes: chartRoutes, planted: true });
const { platform } = app;

const purse = (kind: 'source' | 'appropriated' | 'treasury' | 'spent') => ({
  kind,
  source: 'county',
  purpose: 'INDUSTRY',
  area: areaCode(county),
  holder: '',
  project: null,
  household: null,
});

/** Into the books of the county. */
function post(entries: Parameters<typeof postEntries>[1]) {
  return inScope(platform.db, everything, (tx) =>
    postEntries(
      {
        tx,
        county: Number(county),
        area: areaCode(county),
        author: { account: anId(Number(county)), name: '覃' },
        now: '2016-09-20T00:00:00.000Z',
        newId: anId,
      },
      entries,
    ),
  );
}

beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
  const code = Number(county);
  const base = { on: plainDate('2016-03-01'), document: '文1', memo: '', reverses: null };
  await post([
    {
      ...base,
      id: anId(code),
      kind: 'arrive',
      lines: [
        { account: purse('source'), amount: -300_00n },
        { account: purse('treasury'), amount: 300_00n },
      ],
    },
  ]);
});

async function contentOf(chart: string, who: 'chen' | 'lu' = 'chen', area = county) {
  const { status, body } = await app
    .as(who)
    .get(`/api/insight/charts/huanjiang-2016/${chart}?area=${area}`);
  expect(status).toBe(200);
  return body.content as ChartContent;
}

function panelOf({ panels, gaps }: ChartContent, datum: string): ChartPanel {
  const panel = panels.find((one) => one.datum === datum);
  if (panel === undefined) throw new Error(`no panel ${datum}: ${JSON.stringify(gaps)}`);
  return panel;
}

const totalOf = ({ table }: ChartPanel) =>
  table?.rows
    .find(({ total }) => total)
    ?.cells.flatMap((cell) => (cell.kind === 'number' ? [cell.n] : [])) ?? [];

test('the chart of duties has who answers for the households, and its total is the sum of its places [HJ-10]', async () => {
  const panel = panelOf(await contentOf('dutyChart'), 'helpers');
  const [households, covered] = totalOf(panel);

  expect(covered).toBeGreaterThan(0);
  const places = panel.table?.rows.filter(({ total }) => !total) ?? [];
  const sum = places.reduce((all, { cells }) => {
    const [, first] = cells;
    return all + (first?.kind === 'number' ? (first.n ?? 0) : 0);
  }, 0);
  expect(sum).toBe(households);
});

test('the chart of funds has what the books have, in yuan, and a province is told to choose a county for helpers [HJ-10]', async () => {
  const panel = panelOf(await contentOf('fundsChart'), 'fundFlow');
  const own = panel.table?.rows.find(({ id }) => id === 'county');
  const numbers = own?.cells.flatMap((cell) => (cell.kind === 'number' ? [cell.n] : []));
  // Planned, granted, arrived, allocated, paid, left.
  expect(numbers).toEqual([0, 300, 300, 0, 0, 300]);
  // Nothing was paid: there is nothing to draw, and no source stands there as if it had paid.
  expect(panel.drawing).toBeNull();

  const wide = await contentOf('dutyChart', 'lu', '45');
  expect(wide.gaps.find(({ datum }) => datum === 'helpers')?.remedy?.zh).toContain('先选一个县');
});

test('what a bank paid into the risk fund was raised, stands as that and as no loan [HJ-34]', async () => {
  const code = Number(county);
  const granted = async () => totalOf(panelOf(await contentOf('fundsChart'), 'financing'))[1] ?? 0;
  const before = await granted();
  await post([
    {
      id: anId(code),
      kind: 'contribute',
      on: plainDate('2016-02-01'),
      document: '存1',
      memo: '',
      reverses: null,
      lines: depositLines(areaCode(county), { lender: '信用社' }, 10_000_00n),
    },
  ]);

  const content = await contentOf('fundsChart');
  const panel = panelOf(content, 'financing');
  const words = (id: string) =>
    panel.table?.rows
      .find((row) => row.id === id)
      ?.cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text.zh] : []));
  expect(words('bank/信用社')).toEqual(['银行缴存', '信用社缴入风险补偿金', '信贷风险补偿和贴息']);
  expect(words('loans')?.[0]).toBe('银行贷款');
  expect(await granted()).toBe(before + 10_000);
  const flow = panelOf(content, 'fundFlow');
  const row = flow.table?.rows.find(({ id }) => id === 'bank/信用社');
  expect(row?.cells[0]).toMatchObject({ text: { zh: '信用社缴入风险补偿金' } });
});

test('the chart of financing has what each source was to give, gave and owes, and the loans apart from the total [HJ-10] [HJ-28]', async () => {
  const code = Number(county);
  const part = (kind: 'plan' | 'planned' | 'source' | 'appropriated') => ({
    ...purse('source'),
    kind,
    source: 'countyFinance',
  });
  const moved = (
    kind: 'plan' | 'appropriate',
    from: ReturnType<typeof part>,
    to: ReturnType<typeof part>,
    amount: bigint,
  ) => ({
    id: anId(code),
    kind,
    on: plainDate('2016-02-01'),
    document: `${kind}文`,
    memo: '',
    reverses: null,
    lines: [
      { account: from, amount: -amount },
      { account: to, amount },
    ],
  });
  await post([
    moved('plan', part('plan'), part('planned'), 20_000_000_00n),
    moved('appropriate', part('source'), part('appropriated'), 12_000_000_00n),
  ]);

  const content = await contentOf('fundsChart');
  const panel = panelOf(content, 'financing');
  const row = panel.table?.rows.find(({ id }) => id === 'countyFinance');
  const numbers = row?.cells.flatMap((cell) => (cell.kind === 'number' ? [cell.n] : []));
  // Planned, granted, arrived, missing.
  expect(numbers).toEqual([20_000_000, 12_000_000, 0, 8_000_000]);
  const others = totalOf(panelOf(content, 'fundFlow')).slice(0, 3);
  expect(totalOf(panel)).toEqual([...others, 8_000_000]);
  expect(others[0]).toBe(20_000_000);
  const bars = panel.drawing?.kind === 'bars' ? panel.drawing.bars : [];
  expect(bars.find(({ label }) => label.zh === '县财政划拨')).toMatchObject({
    n: 12_000_000,
    planned: 20_000_000,
  });
  expect(content.checks.find(({ figure }) => figure === 'workFundCounty')).toMatchObject({
    live: 12_000_000,
    verdict: 'differs',
  });
});
