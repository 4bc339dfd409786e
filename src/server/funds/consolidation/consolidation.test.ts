// Money put together through the door: by source, department and year, with its parts once, its credits to the
// fen, and beside what the packs of the places say was published of it.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { AccountKey, AccountKind } from '#domain/funds/account.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { anId } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { projectWorld } from '#tests/world/project-world.ts';
import { shipped } from '#tests/world/shipped-packs.ts';
import { bookRoutes } from '../books.routes.ts';
import { type Posting, postEntries } from '../post-entries.ts';
import { projectRoutes } from '../projects/project.routes.ts';
import { ruleRoutes } from '../rules/rule.routes.ts';
import { consolidationRoutes } from './consolidation.routes.ts';

const routes = [...bookRoutes, ...projectRoutes, ...ruleRoutes, ...consolidationRoutes];
const number = Number(county);
const fenPerYuan = 100n;

interface Purse extends Partial<Omit<AccountKey, 'area'>> {
  readonly source: string;
  readonly at?: string;
}

function account(kind: AccountKind, { at = county, ...more }: Purse): AccountKey {
  return {
    kind,
    purpose: 'INDUSTRY',
    area: areaCode(at),
    holder: '',
    project: null,
    household: null,
    ...more,
  };
}

function moved(
  kind: Posting['kind'],
  from: AccountKey,
  to: AccountKey,
  { amount, on }: { readonly amount: bigint; readonly on: string },
): Posting {
  return {
    id: anId(number),
    kind,
    on: plainDate(on),
    document: anId(number),
    memo: '',
    reverses: null,
    lines: [
      { account: from, amount: -amount },
      { account: to, amount },
    ],
  };
}

async function placeOf(pack: string) {
  const app = await anApp({ routes });
  await installForPlace(app.platform, pack);
  const world = fundsWorld(app);
  const post = (postings: readonly Posting[]) =>
    inScope(app.platform.db, everything, (tx) =>
      postEntries(
        {
          tx,
          county: number,
          area: areaCode(county),
          author: { account: anId(number), name: '覃' },
          now: '2016-09-20T00:00:00.000Z',
          newId: anId,
        },
        postings,
      ),
    );
  /** Arrived straight from a source, the department named. */
  const given = (
    source: string,
    department: string,
    sum: { readonly amount: bigint; readonly on: string },
  ) =>
    moved(
      'arrive',
      account('source', { source, holder: department }),
      account('treasury', { source }),
      sum,
    );
  const together = async (area: string = county) =>
    (await world.chen.get('/api/funds/consolidation', { area })).body;
  const sourceIn = async (id: string) =>
    (await together()).sources.find(({ source }: { source: string }) => source === id);
  const publishedAs = async (id: string) =>
    (await together()).published.find(({ figure }: { figure: string }) => figure === id);
  return { app, ...world, post, given, together, sourceIn, publishedAs };
}

function figureOf(pack: string, id: string): bigint {
  const value = shipped.get(pack)?.rows.figures.find(({ row }) => row.id === id)?.row.value;
  if (value === undefined) throw new Error(`no figure ${id} in ${pack}`);
  return BigInt(value) * fenPerYuan;
}

/** Whole fen in so many unequal parts that sum to the whole. */
function partsOf(whole: bigint, count: number): readonly bigint[] {
  const shares = Array.from({ length: count }, (_, index) => BigInt(index + 1));
  const sum = shares.reduce((total, share) => total + share, 0n);
  const parts = shares.map((share) => (whole * share) / sum);
  const rest = whole - parts.reduce((total, part) => total + part, 0n);
  return parts.map((part, index) => (index === 0 ? part + rest : part));
}

test('[GS-62] twenty departments put together what was published of 2015 and of 2016, and it grew by 29.1 per cent', async () => {
  const { post, given, together, publishedAs } = await placeOf('gansu-2015');
  const [before, now] = ['integrated2015', 'integrated2016'].map((id) =>
    figureOf('gansu-2015', id),
  );
  const names = Array.from({ length: 20 }, (_, index) => `省直部门${index + 1}`);
  const granted = (whole: bigint, on: string) =>
    partsOf(whole, names.length).map((amount, index) =>
      given('consolidated', names[index] ?? '', { amount, on }),
    );
  await post([...granted(before ?? 0n, '2015-04-01'), ...granted(now ?? 0n, '2016-04-01')]);

  const { years, totals, departments, sources } = await together();

  expect(years).toEqual([2016, 2015]);
  expect(totals.map(({ amount }: { amount: number }) => BigInt(amount))).toEqual([now, before]);
  expect((totals[0].growth * 100).toFixed(1)).toBe('29.1');
  expect(departments).toHaveLength(20);
  expect(sources).toMatchObject([{ source: 'consolidated', verified: true }]);
  expect(await publishedAs('integrated2015')).toMatchObject({ agrees: true, printed: '440亿元' });
  // What was only to be put together in a year that still runs is a target and no sum.
  expect(await publishedAs('integrated2016')).toBeUndefined();
  await post([given('consolidated', '省直部门1', { amount: 1_000_000_000_00n, on: '2015-05-01' })]);
  expect(await publishedAs('integrated2015')).toMatchObject({ agrees: false });
});

describe('twelve thousand million of Tongliao', () => {
  let here: Awaited<ReturnType<typeof placeOf>>;
  const of = (id: string) => figureOf('tongliao-2015', id);
  beforeAll(async () => {
    here = await placeOf('tongliao-2015');
    const { post, given } = here;
    const housing = of('renovationFunds');
    await post([
      given('sectorFunds', '市农牧业局', { amount: of('sectorFunds') - housing, on: '2014-03-01' }),
      given('housingFunds', '市住建委', { amount: housing, on: '2013-03-01' }),
      given('wealthLoans', '各银行', { amount: of('loansAll'), on: '2015-06-01' }),
      ...[2011, 2012, 2013, 2014, 2015].map((year) =>
        given('cityAndBanners', '市财政局', {
          amount: of('yearlyFiscal'),
          on: `${year}-02-01`,
        }),
      ),
    ]);
  });

  test('[TL-04] is the sum of its three parts, counted once each, for 311 thousand who left poverty', async () => {
    const { granted, published, unbalanced } = await here.together();
    const parts = of('sectorFunds') + of('loansAll') + of('fiscalAll');

    expect(BigInt(granted)).toBe(parts);
    expect(parts).toBe(12_006_000_000n * fenPerYuan);
    const apart = published.filter(({ agrees }: { agrees: boolean }) => !agrees);
    // Nothing of the courtyard projects stands in these books.
    expect(apart.map(({ figure }: { figure: string }) => figure)).toEqual(['courtyardFunds']);
    expect(unbalanced).toBe(0);
    expect(await here.publishedAs('integratedAll')).toMatchObject({
      printed: '120多亿元',
      ours: Number(parts),
      agrees: true,
    });
    expect(of('exited') / fenPerYuan).toBe(311_000n);
  });

  test('[TL-28] money for houses is part of the sectors’ and not beside it, and 20,885 yuan came to a house', async () => {
    const sectors = await here.sourceIn('sectorFunds');
    const housing = await here.sourceIn('housingFunds');

    expect(BigInt(sectors.granted)).toBe(of('sectorFunds'));
    expect(housing).toMatchObject({
      within: 'sectorFunds',
      granted: Number(of('renovationFunds')),
    });
    const houses = of('renovatedHouses') / fenPerYuan;
    expect(Math.round(housing.granted / 100 / Number(houses))).toBe(20_885);
    const { sources } = await here.together();
    const order = sources.map(({ source }: { source: string }) => source);
    expect(order.indexOf('housingFunds')).toBe(order.indexOf('sectorFunds') + 1);
  });

  test('[TL-32] 180 million a year in each of five years are the nine hundred million that were published', async () => {
    const city = await here.sourceIn('cityAndBanners');
    const { years } = await here.together();

    expect(years).toEqual([2015, 2014, 2013, 2012, 2011]);
    expect(city.amounts).toEqual(years.map(() => Number(of('yearlyFiscal'))));
    expect(BigInt(city.granted)).toBe(of('fiscalAll'));
    await here.post([
      here.given('cityAndBanners', '市财政局', { amount: 100_000_000_00n, on: '2012-09-01' }),
    ]);
    expect(await here.publishedAs('fiscalAll')).toMatchObject({ agrees: false });
    // What one part has too much, the whole has too.
    const whole = await here.publishedAs('integratedAll');
    expect(BigInt(whole.ours)).toBe(
      of('sectorFunds') + of('loansAll') + of('fiscalAll') + 100_000_000_00n,
    );
  });

  test('what was published of a source differs as soon as a yuan more than printed was given', async () => {
    expect(await here.publishedAs('renovationFunds')).toMatchObject({ agrees: true });
    await here.post([
      here.given('housingFunds', '市住建委', { amount: 50_000_000_00n, on: '2015-07-01' }),
    ]);
    expect(await here.publishedAs('renovationFunds')).toMatchObject({ agrees: false });
  });
});

test('[TL-24] 300 million of courtyard projects reach sixty villages, each counted once', async () => {
  const { post, given, sourceIn, publishedAs } = await placeOf('tongliao-2015');
  const source = 'courtyardFunds';
  const whole = figureOf('tongliao-2015', 'courtyardFunds');
  const villages = Number(figureOf('tongliao-2015', 'courtyardVillages') / fenPerYuan);
  const on = '2015-05-01';
  const paid = partsOf(whole, villages).map((amount, index) => {
    const at = `${places.township}${String(101 + index)}`;
    const purse = account('allocated', { source, at: places.township });
    return moved('pay', purse, account('spent', { source, at, holder: '庭院合作社' }), {
      amount,
      on,
    });
  });
  await post([
    given(source, '市农牧业局', { amount: whole, on }),
    moved(
      'allocate',
      account('treasury', { source }),
      account('allocated', { source, at: places.township }),
      { amount: whole, on },
    ),
    ...paid,
  ]);

  expect(await sourceIn(source)).toMatchObject({
    villages,
    granted: Number(whole),
    paid: Number(whole),
  });
  expect(await publishedAs('courtyardFunds')).toMatchObject({ agrees: true });
});

describe('six principles by the books', () => {
  let here: Awaited<ReturnType<typeof placeOf>>;
  beforeAll(async () => {
    here = await placeOf('tongliao-2015');
  });

  test('[TL-27] each department is credited with its part of what was paid, and all credits are what was paid', async () => {
    const { done, together, app } = here;
    const money = { source: 'sectorFunds', purpose: 'INDUSTRY' };
    const from = (holder: string) => ({ kind: 'source', area: county, holder });
    await done({ kind: 'arrive', amount: 300_00, from: from('交通局'), ...money });
    await done({ kind: 'arrive', amount: 600_01, from: from('水务局'), ...money });
    await done({ kind: 'allocate', amount: 900_01, to: { area: places.township }, ...money });
    const household = await aRegistered(app, { stage: 'LISTED' });
    const purse = { kind: 'allocated', area: places.township };
    await done({ kind: 'pay', amount: 100_00, from: purse, to: { household }, ...money });

    const { departments, paid, sources, rule } = await together();

    expect(departments).toMatchObject([
      { department: '水务局', granted: 600_01, credited: 66_67 },
      { department: '交通局', granted: 300_00, credited: 33_33 },
    ]);
    expect(paid).toBe(100_00);
    expect(sources).toMatchObject([{ villages: 1, households: 1 }]);
    expect(rule.title.zh).toBe('整合资金六原则');
  });

  test('[TL-27] a change of use stands with its paper until it is taken back', async () => {
    const { done, together, fang } = here;
    const from = { kind: 'allocated', area: places.township };
    const entry = await done({
      kind: 'repurpose',
      amount: 50_00,
      document: '调整1号',
      source: 'sectorFunds',
      purpose: 'INDUSTRY',
      from,
      to: { area: places.township, purpose: 'HOUSE' },
    });

    expect((await together()).repurposed).toMatchObject({
      count: 1,
      amount: 50_00,
      latest: [{ document: '调整1号', from: { zh: '产业发展' }, to: { zh: '危房改造' } }],
    });
    const taken = await fang.post(`/api/funds/entries/${entry}/reversal`, {
      on: '2016-09-01',
      reason: '不改了',
    });
    expect(taken.code).toBeUndefined();
    expect((await together()).repurposed).toMatchObject({ count: 0, amount: 0, latest: [] });
  });

  test('[TL-26] one and N: to each yuan of special funds in projects, so many of others came', async () => {
    const { entered } = projectWorld(here.app);
    const line = (source: string, amount: number) => ({
      source,
      purpose: 'INFRASTRUCTURE',
      amount,
    });
    await entered({ lines: [line('cityAndBanners', 300_000_00), line('sectorFunds', 600_000_00)] });
    await entered({ lines: [line('sectorFunds', 900_000_00)] });

    expect((await here.together()).bundles).toEqual({
      projects: 2,
      bundled: 1,
      special: 300_000_00,
      others: 600_000_00,
      multiplier: 2,
    });
  });

  test('the neighbour sees nothing of it, and a township only its part', async () => {
    const { app, together } = here;
    expect((await app.as('sun').get('/api/funds/consolidation', { area: county })).status).toBe(
      403,
    );
    expect((await app.nobody.get('/api/funds/consolidation')).status).toBe(401);
    const part = await together(places.township);
    expect(part).toMatchObject({ granted: 0, unbalanced: null, departments: [], published: [] });
  });
});
