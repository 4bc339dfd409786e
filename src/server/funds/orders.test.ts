// Acts of money through the doors: who enters, who approves, what is posted, what the books then say.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { stageNames } from '#domain/funds/stages.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { aPaper, fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from './books.routes.ts';
import { foldDays } from './fold-days.store.ts';

const app = await anApp({ routes: bookRoutes });
const { chen, fang, order, answer, done, filled, books } = fundsWorld(app);
const zhao = app.as('zhao');
const sun = app.as('sun');

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

const sourceIn = async (source: string, area?: string) =>
  (await books(area)).sources.find((one: { source: string }) => one.source === source);

describe('money by its stages', () => {
  test('[HJ-28] what the county and the poverty office gave stands by source through every stage', async () => {
    const given = { source: 'officeFunds', purpose: 'WORK' };
    await done({ kind: 'plan', amount: 900_00, ...given });
    await done({ kind: 'appropriate', amount: 700_00, ...given });
    await done({ kind: 'arrive', amount: 600_00, ...given });
    await done({ kind: 'allocate', amount: 500_00, to: { area: places.township }, ...given });
    await done({
      kind: 'pay',
      amount: 200_00,
      from: { kind: 'allocated', area: places.township },
      to: { area: places.village, holder: '下南乡农技站' },
      ...given,
    });

    expect(await sourceIn('officeFunds')).toMatchObject({
      title: { zh: '扶贫办筹措' },
      channels: ['sector'],
      planned: 900_00,
      granted: 700_00,
      arrived: 600_00,
      allocated: 500_00,
      paid: 200_00,
      left: 400_00,
    });
    const { places: rows } = await books();
    const township = rows.find(
      (one: { area: { code: string } }) => one.area.code === places.township,
    );
    expect(township).toMatchObject({ allocated: 500_00, paid: 200_00, left: 300_00 });
    const { itself, total } = await books();
    for (const stage of stageNames) {
      const below = rows.reduce(
        (sum: number, one: Record<string, number>) => sum + (one[stage] ?? 0),
        0,
      );
      expect(below + itself[stage], stage).toBe(total[stage]);
    }
  });

  test('every number is the sum of the lines it opens, before and after folding', async () => {
    await filled(80_00, { source: 'social/毛南族商会', purpose: 'EDUCATION' });
    const opened = async () => {
      const sums: Record<string, number> = {};
      for (const stage of stageNames) {
        const asked = { area: county, stage, limit: 200 };
        const { items } = (await chen.get('/api/funds/lines', asked)).body;
        sums[stage] = items.reduce((sum: number, one: { amount: number }) => sum + one.amount, 0);
      }
      return sums;
    };

    const before = (await books()).total;
    const lines = await opened();
    await inScope(app.platform.db, everything, foldDays);

    expect(lines).toEqual(before);
    expect((await books()).total).toEqual(before);
  });

  test('[TL-27] money put together keeps its source and its use; another use needs its own paper', async () => {
    const gift = { source: 'social/两江商会', purpose: 'HOUSE' };
    await done({ kind: 'arrive', amount: 50_00, from: { kind: 'source', area: county }, ...gift });

    const mixed = await order({ kind: 'allocate', amount: 60_00, ...gift });
    const refused = await answer(mixed.body.id);
    const silent = await order({
      kind: 'allocate',
      amount: 50_00,
      to: { area: places.township, purpose: 'WORK' },
      ...gift,
    });
    await done({ kind: 'repurpose', amount: 20_00, to: { purpose: 'EDUCATION' }, ...gift });

    expect(refused.code).toBe('funds/overdrawn');
    expect(silent.code).toBe('funds/use-not-changed');
    expect((await sourceIn(gift.source)).left).toBe(50_00);
  });

  test('a balance that lies idle has its age by what came last, and who holds it', async () => {
    const old = { source: 'pooledFunds', purpose: 'INFRASTRUCTURE' };
    await done({ kind: 'appropriate', amount: 100_00, on: '2015-03-01', ...old });
    await done({ kind: 'arrive', amount: 100_00, on: '2015-03-02', ...old });
    await done({
      kind: 'allocate',
      amount: 60_00,
      on: '2016-09-20',
      to: { area: places.township, holder: '县交通局' },
      ...old,
    });

    const { items, ages, owners, count } = (await chen.get('/api/funds/balances', { area: county }))
      .body;
    const own = items.filter((one: { source: string }) => one.source === 'pooledFunds');

    expect(own).toMatchObject([
      { kind: 'treasury', balance: 40_00, since: '2015-03-02', days: 578 },
      { kind: 'allocated', balance: 60_00, holder: '县交通局', days: 10 },
    ]);
    expect(ages.at(-1)).toEqual({ upToDays: null, amount: 40_00 });
    const [oldest] = owners;
    expect(oldest).toMatchObject({ area: { code: county }, holder: '', old: 40_00, days: 578 });
    expect(owners).toContainEqual(
      expect.objectContaining({ holder: '县交通局', accounts: 1, amount: 60_00, old: 0, days: 10 }),
    );
    expect(count).toBe(items.length);
    const sum = (rows: readonly { amount: number }[]) =>
      rows.reduce((total, { amount }) => total + amount, 0);
    expect(sum(owners)).toBe(sum(ages));
  });

  test('an account answers for any day', async () => {
    const dated = { source: 'pooledFunds', purpose: 'TRAINING' };
    await done({ kind: 'appropriate', amount: 30_00, on: '2016-01-10', ...dated });
    await done({ kind: 'arrive', amount: 10_00, on: '2016-02-10', ...dated });
    const lines = (
      await chen.get('/api/funds/lines', {
        area: county,
        kind: 'appropriated',
        purpose: 'TRAINING',
      })
    ).body.items;
    const url = `/api/funds/accounts/${lines[0].account.id}`;

    expect((await chen.get(url, { on: '2016-02-09' })).body.balance).toBe(30_00);
    expect((await chen.get(url, { on: '2016-02-10' })).body.balance).toBe(20_00);
    expect((await sun.get(url)).code).toBe('funds/no-such-account');
  });

  test('what is spread over places is measured as concentration', async () => {
    const spread = { source: 'social/均分', purpose: 'LIVING' };
    await done({
      kind: 'arrive',
      amount: 40_00,
      from: { kind: 'source', area: county },
      ...spread,
    });
    for (const area of [places.township, places.otherTownship]) {
      await done({ kind: 'allocate', amount: 20_00, to: { area }, ...spread });
      await done({
        kind: 'pay',
        amount: 20_00,
        from: { kind: 'allocated', area },
        to: { area, holder: '乡财政所' },
        ...spread,
      });
    }

    const { dispersion } = await books();

    expect(dispersion.places).toBe(2);
    expect(dispersion.hhi).toBeGreaterThan(0.5);
    expect(dispersion.equivalent).toBeCloseTo(1 / dispersion.hhi);
  });
});

describe('approval', () => {
  test('nobody approves what they entered', async () => {
    const { body } = await order({ kind: 'plan', amount: 1_00 });

    expect((await answer(body.id, { approve: true }, chen)).code).toBe('funds/own-order');
    expect((await answer(body.id)).body.state).toBe('posted');
    expect((await answer(body.id)).code).toBe('funds/order-ended');
  });

  test('a township approves small payments; from the amount of the rules on the county must', async () => {
    await filled(9_000_000_00);
    const pay = (amount: number) =>
      order({
        kind: 'pay',
        amount,
        from: { kind: 'allocated', area: places.township },
        to: { area: places.village, holder: '施工队' },
      });
    const small = await pay(49_999_99);
    const large = await pay(50_000_00);

    expect(small.body).toMatchObject({ approvalsNeeded: 1, approvalLevel: 'township' });
    expect(large.body).toMatchObject({ approvalsNeeded: 1, approvalLevel: 'county' });
    const refused = await zhao.get('/api/funds/orders', { area: places.township });
    expect(refused.body.items).toEqual([]);
    expect((await answer(large.body.id)).body.state).toBe('posted');
  });

  test('from the amount of the rules on two others must approve, each once', async () => {
    const { body } = await order({ kind: 'appropriate', amount: 200_000_000_00 });
    expect(body.approvalsNeeded).toBe(2);
    const first = await answer(body.id);
    expect(first.body).toMatchObject({ state: 'waiting', entry: null });
    expect(first.body.approvals).toHaveLength(1);
    const again = await answer(body.id);
    expect(again.code).toBe('funds/approved-already');
    const second = await answer(body.id, { approve: true }, app.as('tang'));
    expect(second.body.state).toBe('posted');
    const entry = (await chen.get(`/api/funds/entries/${second.body.entry}`)).body;
    expect(entry.approvers).toHaveLength(2);
  });

  test('a township cannot approve what is for the county', async () => {
    const { body } = await order(
      { kind: 'plan', amount: 5_00, area: places.township },
      app.as('fang'),
    );

    const refused = await answer(body.id, { approve: true }, zhao);

    expect(refused.code).toBe('funds/level-too-low');
    expect(refused.status).toBe(403);
  });

  test('a refusal needs its reason, and who entered an act may take it back', async () => {
    const first = (await order({ kind: 'plan', amount: 2_00 })).body.id;
    const second = (await order({ kind: 'plan', amount: 3_00 })).body.id;

    expect((await answer(first, { approve: false })).code).toBe('funds/reason-needed');
    const refused = await answer(first, { approve: false, reason: '文号不对' });
    expect(refused.body).toMatchObject({ state: 'refused', reason: '文号不对', entry: null });
    const foreign = await fang.post(`/api/funds/orders/${second}/withdrawal`);
    expect(foreign.code).toBe('funds/not-yours');
    const strange = await sun.post(`/api/funds/orders/${second}/withdrawal`);
    expect(strange.code).toBe('funds/no-such-order');
    const withdrawn = await chen.post(`/api/funds/orders/${second}/withdrawal`);
    expect(withdrawn.body.state).toBe('withdrawn');
    expect((await chen.post(`/api/funds/orders/${second}/withdrawal`)).code).toBe(
      'funds/order-ended',
    );
  });
});

describe('the list of transactions', () => {
  test('goes by the day that is shown, the latest first, on page after page, whenever each was entered', async () => {
    for (const on of ['2012-04-02', '2012-04-05', '2012-04-01', '2012-04-05', '2012-04-03']) {
      await order({ kind: 'plan', amount: 1_00, on });
    }
    const seen: { id: string; on: string; enteredAt: string }[] = [];
    let cursor: string | undefined;

    do {
      const asked = { area: county, state: 'all', limit: 2, ...(cursor ? { cursor } : {}) };
      const { items, next } = (await chen.get('/api/funds/orders', asked)).body;
      seen.push(...items);
      cursor = next ?? undefined;
    } while (cursor !== undefined);

    const days = seen.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(days.filter((on) => on.startsWith('2012-04'))).toHaveLength(5);
    const [last, first] = seen.filter(({ on }) => on === '2012-04-05');
    expect(last?.id.localeCompare(first?.id ?? '')).toBe(1);
  });
});

describe('what is refused before anybody is asked', () => {
  test.each([
    [{ source: 'wishes' }, 'funds/unknown-source'],
    [{ purpose: 'WISHES' }, 'funds/unknown-use'],
    [{ document: '  ' }, 'funds/no-document'],
    [{ on: '2016-10-01' }, 'funds/day-ahead'],
    [{ kind: 'pay', from: { kind: 'treasury', area: county } }, 'funds/cannot-take-from'],
    [{ kind: 'repurpose' }, 'funds/use-not-changed'],
    [{ to: { area: '451225100' } }, 'funds/elsewhere'],
    [{ amount: -1 }, 'input/invalid'],
    [{ amount: 0.5 }, 'input/invalid'],
  ])('%j is answered by %s', async (wrong, code) => {
    const { body, status } = await order({ kind: 'allocate', amount: 1_00, ...wrong });

    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.error.code).toBe(code);
  });

  test('books above a county are not kept', async () => {
    const tang = app.as('tang');
    const asked = await tang.get('/api/funds/books', { area: '4512' });

    expect(asked.status).toBe(200);
    expect(asked.body.mayEnter).toBe(false);
  });
});

describe('entries and months', () => {
  test('an entry is taken back by its reverse, once, by somebody else, and the books are as before', async () => {
    const before = (await books()).total;
    const entry = await done({ kind: 'appropriate', amount: 77_00, document: aPaper() });
    const url = `/api/funds/entries/${entry}`;

    expect((await sun.get(url)).code).toBe('funds/no-such-entry');
    const own = await chen.post(`${url}/reversal`, { on: '2016-09-30', reason: '重复' });
    expect(own.code).toBe('funds/own-order');
    const reversed = await fang.post(`${url}/reversal`, { on: '2016-03-01', reason: '重复' });
    const again = await fang.post(`${url}/reversal`, { on: '2016-09-30', reason: '重复' });

    expect(again.code).toBe('funds/reversed-already');
    expect((await chen.get(url)).body.reversedBy).toBe(reversed.body.id);
    expect((await books()).total).toEqual(before);
  });

  test('the same paper on the same day with the same amount is one, unless it is said why', async () => {
    const same = { kind: 'plan', amount: 12_34, document: aPaper() };
    await done(same);
    const twin = await order(same);
    expect((await answer(twin.body.id)).code).toBe('funds/paid-already');
    const told = await order({ ...same, again: '第二批' });

    expect((await answer(told.body.id)).body.state).toBe('posted');
  });

  test('a closed month takes nothing until it is opened again with a reason', async () => {
    const turn = (state: string, reason = '', month = '2013-05') =>
      chen.post('/api/funds/months', { area: county, month, state, reason });
    const late = { kind: 'plan', amount: 9_00, on: '2013-05-20' };
    const waiting = (await order(late)).body.id;

    expect((await turn('closed')).code).toBe('funds/orders-wait');
    await answer(waiting);
    expect((await turn('closed')).body.items.at(-1)).toMatchObject({
      month: '2013-05',
      state: 'closed',
    });
    expect((await turn('closed')).code).toBe('funds/month-as-it-is');
    expect((await answer((await order(late)).body.id)).code).toBe('funds/period-closed');
    expect((await turn('opened')).code).toBe('funds/reason-needed');
    expect((await turn('opened', '漏记一笔')).code).toBeUndefined();
    const above = { area: places.township, month: '2013-05', state: 'closed' };
    expect((await zhao.post('/api/funds/months', above)).code).toBe('funds/county-needed');
    expect((await turn('closed', '', '2016-09')).code).toBe('funds/month-running');
    expect(
      (await sun.post('/api/funds/months', { area: county, month: '2013-05', state: 'closed' }))
        .status,
    ).toBe(403);
  });

  test('a payment to a household stands in the village where it lives', async () => {
    const household = await aRegistered(app, { stage: 'LISTED' });
    await filled(500_00, { source: 'pooledFunds', purpose: 'HOUSE' });
    await done({
      kind: 'pay',
      amount: 400_00,
      source: 'pooledFunds',
      purpose: 'HOUSE',
      from: { kind: 'allocated', area: places.township },
      to: { household },
    });

    const village = await books(places.village, app.as('lin'));
    const lines = await app.as('lin').get('/api/funds/lines', {
      area: places.village,
      kind: 'spent',
      purpose: 'HOUSE',
    });

    expect(village.total.paid).toBeGreaterThanOrEqual(400_00);
    expect(lines.body.items[0].account.household).toBe(household);
    expect(lines.body.items[0].document).toContain('〔2016〕');
  });
});
