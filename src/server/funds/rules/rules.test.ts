import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { AccountKey, AccountKind } from '#domain/funds/account.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { anId } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { projectWorld } from '#tests/world/project-world.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { bookRoutes } from '../books.routes.ts';
import { findingRoutes } from '../findings.routes.ts';
import { foldDays } from '../fold-days.store.ts';
import { lookJob } from '../look.ts';
import { postEntries } from '../post-entries.ts';
import { projectRoutes } from '../projects/project.routes.ts';
import { ruleRoutes } from './rule.routes.ts';

const routes = [...bookRoutes, ...findingRoutes, ...projectRoutes, ...ruleRoutes];

async function placeOf(pack: string) {
  const app = await anApp({ routes, jobKinds: (platform) => [lookJob(platform)] });
  await installForPlace(app.platform, pack);
  const world = fundsWorld(app);
  const rules = async (query: object = { area: county }) =>
    (await world.chen.get('/api/funds/rules', query)).body.rules;
  const rule = async (id: string, query?: object) =>
    (await rules(query)).find((one: { id: string }) => one.id === id);
  const special = (purpose: string) => ({ source: 'specialFunds', purpose });
  async function granted(amount: number, money: object): Promise<void> {
    await world.done({ kind: 'appropriate', amount, ...money });
    await world.done({ kind: 'arrive', amount, ...money });
  }
  const given = (amount: number, money: object) => ({
    kind: 'allocate',
    amount,
    to: { area: places.township },
    ...money,
  });
  return { app, ...world, rules, rule, special, granted, given };
}

describe('seventy per cent of seventy per cent', () => {
  let here: Awaited<ReturnType<typeof placeOf>>;
  beforeAll(async () => {
    here = await placeOf('huaihua-2015');
    await here.granted(700_000_00, here.special('INDUSTRY'));
    await here.granted(300_000_00, here.special('INFRASTRUCTURE'));
    await here.granted(100_000_00, here.special('WORK'));
  });

  test('what goes elsewhere stops where seventy per cent for industry would be lost [HH-13]', async () => {
    const { done, order, given, special, rule } = here;
    await done(given(300_000_00, special('INFRASTRUCTURE')));

    const over = await order(given(30_000_01, special('WORK')));
    expect(over.code).toBe('funds/ratio-lost');
    expect(over.text).toContain('30000.00');
    await done(given(30_000_00, special('WORK')));
    const change = { kind: 'repurpose', amount: 1, to: { purpose: 'WORK' } };
    const away = await order({
      ...change,
      ...special('INDUSTRY'),
      from: { kind: 'treasury', area: county },
    });
    expect(away.code).toBe('funds/ratio-lost');
    await done(given(600_000_00, special('INDUSTRY')));
    const { limits, isGuarded } = await rule('industryFirst');
    expect(isGuarded).toBe(true);
    expect(limits).toMatchObject([
      {
        required: 70,
        numerator: 600_000_00,
        denominator: 1_100_000_00,
        verdict: 'open',
        room: 0,
      },
    ]);
  });

  test('of industry no more than three tenths is paid to what is not tied to households [HH-13]', async () => {
    const { done, order, special, rule } = here;
    const paid = (amount: number, to: object = {}) => ({
      kind: 'pay',
      amount,
      from: { kind: 'allocated', area: places.township },
      to: { area: places.township, holder: '龙头企业', ...to },
      ...special('INDUSTRY'),
    });

    expect((await order(paid(210_000_01))).code).toBe('funds/ratio-lost');
    await done(paid(210_000_00));
    expect((await order(paid(1))).code).toBe('funds/ratio-lost');
    const household = await aRegistered(here.app, { stage: 'LISTED' });
    await done(paid(50_000_00, { household }));
    expect((await rule('tiedToHouseholds')).limits).toMatchObject([
      { numerator: 50_000_00, denominator: 700_000_00, verdict: 'open', room: 0 },
    ]);
  });

  test('the product of both that nobody printed is shown as unverified and stops nothing', async () => {
    const { verified, isGuarded, limits } = await here.rule('tiedOfAll');

    expect({ verified, isGuarded }).toEqual({ verified: false, isGuarded: false });
    expect(limits[0].denominator).toBe(1_100_000_00);
  });

  test('another year begins anew, and the neighbour sees its own money alone', async () => {
    const earlier = await here.rule('industryFirst', { area: county, year: 2015 });
    expect(earlier.limits).toMatchObject([{ numerator: 0, denominator: 0, verdict: 'open' }]);
    const sun = here.app.as('sun');
    expect((await sun.get('/api/funds/rules', { area: county })).status).toBe(403);
    expect((await here.app.nobody.get('/api/funds/rules')).status).toBe(401);
  });
});

test('shares of revenue wait for their base, which is entered from its paper and can be entered anew [GS-59] [GS-60]', async () => {
  const { chen, granted, rule } = await placeOf('gansu-2015');
  await granted(150_00, { source: 'addedBudget', purpose: 'INDUSTRY' });
  const before = await rule('incrementShares');
  expect(before.limits.map(({ id, verdict }: Limit) => [id, verdict])).toEqual([
    ['areaCounty', 'unknown'],
    ['scatteredCounty', 'unknown'],
  ]);
  const base = (body: object, id = 'incrementShares') =>
    chen.post(`/api/funds/rules/${id}/base`, {
      area: county,
      limit: 'scatteredCounty',
      year: 2016,
      amount: 900_00,
      document: '财政决算',
      ...body,
    });

  await base({});
  await base({ amount: 1000_00, document: '财政决算更正' });
  const [, scattered] = (await rule('incrementShares')).limits;
  expect(scattered).toMatchObject({
    verdict: 'kept',
    denominator: 1000_00,
    base: { document: '财政决算更正' },
  });
  expect((await base({ limit: 'moon' })).code).toBe('funds/no-such-rule');
  expect((await base({}, 'blockAllocation')).code).toBe('funds/no-such-rule');
  expect((await base({ area: places.township })).code).toBe('funds/county-needed');
  await base({ limit: 'idle', amount: 400_00 }, 'idleFunds');
  await granted(200_00, { source: 'recoveredIdleFunds', purpose: 'INDUSTRY' });
  expect((await rule('idleFunds')).limits).toMatchObject([{ share: 0.5, verdict: 'kept' }]);
});

describe('floors of villages and households', () => {
  let here: Awaited<ReturnType<typeof placeOf>>;
  beforeAll(async () => {
    here = await placeOf('jiangjin-2015');
  });

  test('are counted and listed, open until the year is over [JJ-17]', async () => {
    const { app, chen, done, granted, rule, special } = here;
    const listedOn = { stage: 'LISTED', listedOn: '2015-03-01' };
    const rich = await aRegistered(app, listedOn);
    await aRegistered(app, { ...listedOn, areaCode: places.otherVillage });
    const money = special('INDUSTRY');
    await granted(2_100_000_00, money);
    const to = { area: places.village };
    await done({ kind: 'allocate', amount: 2_000_000_00, ...money, to });
    const from = { kind: 'allocated', area: places.village };
    await done({ kind: 'pay', amount: 1_500_00, ...money, from, to: { household: rich } });

    const [village, household] = (await rule('fundFloors')).limits;
    expect(village).toMatchObject({ required: 2_000_000, short: 1, of: 2, verdict: 'open' });
    expect(household).toMatchObject({ required: 1500, short: 1, of: 2, verdict: 'open' });
    await inScope(app.platform.db, everything, foldDays);
    expect((await rule('fundFloors')).limits).toEqual([village, household]);
    const short = async (of: string) =>
      (await chen.get('/api/funds/rules/fundFloors/short', { area: county, of })).body.items;
    expect(await short('perVillage')).toMatchObject([{ code: places.otherVillage, amount: 0 }]);
    expect(await short('perHousehold')).toHaveLength(1);
    const late = await rule('fundFloors', { area: county, year: 2015 });
    expect(late.limits[0]).toMatchObject({ short: 2, verdict: 'broken' });
    const odd = await chen.get('/api/funds/rules/fundFloors/short', { area: county, of: 'moon' });
    expect(odd.code).toBe('funds/no-such-rule');
  });

  test('pooled money of departments goes to projects that are built first [JJ-21]', async () => {
    const { entered, act, well } = projectWorld(here.app);
    const lines = [{ source: 'sectorFunds', purpose: 'INFRASTRUCTURE', amount: 900_000_00 }];
    const loose = await entered({ mode: 'ordinary', lines });
    expect((await act(loose, { act: 'apply' })).code).toBe('funds/mode-asked');
    await well(act(await entered({ lines }), { act: 'apply' }));

    expect((await here.rule('buildFirst')).limits).toMatchObject([
      { short: 0, of: 1, verdict: 'kept' },
    ]);
  });
});

test('a broken rule is among the auditor’s questions, with what is missing and where the money went [HH-13]', async () => {
  const { app } = await placeOf('huaihua-2015');
  const number = Number(county);
  const purse = (kind: AccountKind, at: string): AccountKey => ({
    kind,
    source: 'specialFunds',
    purpose: 'WORK',
    area: areaCode(at),
    holder: '',
    project: null,
    household: null,
  });
  const moved = (kind: 'arrive' | 'allocate', from: AccountKey, to: AccountKey) => ({
    id: anId(number),
    kind,
    on: plainDate('2015-06-01'),
    document: `${kind}旧账`,
    memo: '',
    reverses: null,
    lines: [
      { account: from, amount: -100_000_00n },
      { account: to, amount: 100_000_00n },
    ],
  });
  const questions = async () => {
    await app.as('wu').post('/api/funds/findings/look', { area: county });
    await app.runJobs();
    return (await app.as('wu').get('/api/funds/findings/ratioBroken', { area: county })).body.items;
  };
  expect(await questions()).toEqual([]);

  // Books that were taken over: nothing of them was looked at before it was posted.
  await inScope(app.platform.db, everything, (tx) =>
    postEntries(
      {
        tx,
        county: number,
        area: areaCode(county),
        author: { account: anId(number), name: '覃' },
        now: '2016-01-05T00:00:00.000Z',
        newId: anId,
      },
      [
        moved('arrive', purse('source', county), purse('treasury', county)),
        moved('allocate', purse('treasury', county), purse('allocated', places.township)),
      ],
    ),
  );

  const found = await questions();
  expect(found).toMatchObject([{ year: 2015, amount: 70_000_00, payments: 1, households: [] }]);
  expect(found[0].reason.zh).toContain('要求 70%，现在 0.0%，差 70000.00 元');
  expect(found[0].entries).toHaveLength(1);
  const { items } = (await app.as('wu').get('/api/funds/findings', { area: county })).body;
  const counted = items.find(({ rule }: { rule: string }) => rule === 'ratioBroken');
  expect(counted).toMatchObject({ count: 1, amount: 70_000_00 });
  expect(
    (await app.as('sun').get('/api/funds/findings/ratioBroken', { area: county })).status,
  ).toBe(403);
});

test('a third for the focus banner is looked at source by source, from its date on [TL-21]', async () => {
  const { rules, rule, granted } = await placeOf('tongliao-2015');
  await granted(300_00, { source: 'cityAndBanners', purpose: 'INDUSTRY' });

  const third = await rule('thirdForNaiman');
  expect(third.limits).toHaveLength(6);
  expect(third.limits[0]).toMatchObject({ numerator: 0, denominator: 300_00, verdict: 'open' });
  const before = await rules({ area: county, year: 2014 });
  expect(before.map(({ id }: Limit) => id)).not.toContain('thirdForNaiman');
  expect(before.map(({ id }: Limit) => id)).toContain('focusKezuozhong');
});

test('a place whose pack has no rule is shown those of others with their source, in force there and not here [HH-13] [GS-60]', async () => {
  const { app, chen } = await placeOf('huanjiang-2016');
  for (const id of ['huaihua-2015', 'gansu-2015', 'tea-club']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(app.platform.db, shippedTexts(id), pack);
  }
  await app.platform.packs.reload();
  const { body } = await chen.get('/api/funds/rules', { area: county });

  expect(body.rules).toEqual([]);
  const industry = body.examples.find(({ id }: { id: string }) => id === 'industryFirst');
  expect(industry).toMatchObject({
    pack: 'huaihua-2015',
    verified: true,
    limits: [{ shown: { zh: '70%', en: '70%' } }],
    source: { place: '责任落实机制' },
  });
  const packs = new Set(body.examples.map(({ pack }: { pack: string }) => pack));
  expect(packs).toEqual(new Set(['gansu-2015', 'huaihua-2015']));
  expect(
    (await (await placeOf('huaihua-2015')).chen.get('/api/funds/rules')).body.examples,
  ).toEqual([]);
});

describe('sums of a rule', () => {
  test('are the same folded and not, and what the lines themselves say, tied to households or not [JJ-17] [HH-13]', async () => {
    const { app, done, given, granted, special, rules } = await placeOf('huaihua-2015');
    await granted(500_000_00, special('INDUSTRY'));
    await granted(200_000_00, special('INFRASTRUCTURE'));
    await done(given(300_000_00, special('INDUSTRY')));
    const household = await aRegistered(app, { stage: 'LISTED' });
    const from = { kind: 'allocated', area: places.township };
    await done({ kind: 'pay', amount: 90_000_00, from, to: { household }, ...special('INDUSTRY') });
    const before = await rules();
    await inScope(app.platform.db, everything, foldDays);

    expect(await rules()).toEqual(before);
    const { rows } = await app.owner.query(
      `select coalesce(sum(l.amount_fen) filter (where a.household is not null), 0)::float8 as tied,
         coalesce(sum(l.amount_fen), 0)::float8 as paid
       from funds_line l join funds_account a on a.county = l.county and a.id = l.account_id
       where a.kind = 'spent' and a.source = 'specialFunds'`,
    );
    const tied = before.find(({ id }: { id: string }) => id === 'tiedToHouseholds');
    expect(tied.limits[0]).toMatchObject({ numerator: rows[0].tied });
    expect(rows[0].tied).toBe(90_000_00);
    const { rows: kept } = await app.owner.query(
      `select sum(amount_fen)::float8 as paid from funds_household_year where household = $1`,
      [household],
    );
    expect(kept[0].paid).toBe(90_000_00);
  });
});

interface Limit {
  readonly id: string;
  readonly verdict: string;
}
