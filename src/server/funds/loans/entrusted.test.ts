// Entrusted operation through the doors: a contract with six parties, its yearly return and arrears, and the
// way out from the day the rules forbid it.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { aPaper } from '#tests/world/funds-world.ts';
import { aHousehold, aPerson, today } from '#tests/world/household.ts';
import { loansWorld } from '#tests/world/loans-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from '../books.routes.ts';
import { entrustedRoutes } from './entrusted.routes.ts';
import { loanRoutes } from './loan.routes.ts';

const app = await anApp({ routes: [...bookRoutes, ...loanRoutes, ...entrustedRoutes] });
const { chen, lin, aBank, ask, act, given, loanOf } = loansWorld(app);
const moveTo = movableDay(app);
let bank = '';

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  bank = await aBank('县农村信用社', { officers: ['qian'] });
});

const six = ['农投公司', '村委会', '企业', '合作社', '银行', '保险'].map((name) => ({
  name: `环江${name}`,
  duty: `${name}的义务`,
}));

/** A household nobody of which can work. */
async function anIdle(): Promise<string> {
  const record = aHousehold({ areaCode: places.village }, [aPerson({ labour: 'NONE' })]);
  await inScope(app.platform.db, everything, (tx) =>
    insertHouseholds(tx, [toHouseholdRows(record, { secrets: app.platform.secrets, today })]),
  );
  return record.id;
}

/** An entrusted loan, lent and not under contract yet. */
async function lentOut(on = '2016-03-01', months = 36): Promise<string> {
  const asked = await ask(await anIdle(), bank, {
    ...{ product: 'entrustedLoan', purpose: '经农投公司承接，委托企业、合作社经营' },
    ...{ months, on, operator: '环江菜牛合作社' },
  });
  expect(asked.code).toBeUndefined();
  const { id } = asked.body;
  const amount = 50_000_00;
  await act(id, { act: 'approve', on, amount, months, ratePercent: 4.75 });
  await act(id, { act: 'sign', on, document: aPaper('借字') });
  expect((await act(id, { act: 'lend', on, document: aPaper('放款') })).code).toBeUndefined();
  return id;
}

const entrust = (loan: string, more: object = {}) =>
  lin.post(`/api/funds/loans/${loan}/entrustment`, {
    ...{ on: '2016-03-01', document: aPaper('委托'), parties: six },
    ...more,
  });
const pay = (loan: string, amount: number, on: string) =>
  lin.post(`/api/funds/loans/${loan}/returns`, { on, amount, document: aPaper('收益') });
const wind = (loan: string, body: object) =>
  lin.post(`/api/funds/loans/${loan}/winding`, { words: '按42号文清理', ...body });
const summary = async (on: string) =>
  (await chen.get('/api/funds/entrusted/summary', { area: county, on })).body;

describe('a contract', () => {
  test('[HJ-36] [HJ-80] names the six parties of the rules with their duties, the state company between household and firm', async () => {
    const loan = await lentOut();
    const five = await entrust(loan, { parties: six.slice(1) });
    const early = await entrust(loan, { on: '2016-02-01' });
    const entered = await entrust(loan);
    const twice = await entrust(loan);

    expect(five.code).toBe('funds/parties-missing');
    expect(five.body.error.message).toContain('农投公司、村委会、企业、合作社、银行、保险');
    expect(early.code).toBe('funds/day-before');
    expect(entered.body.parties).toHaveLength(6);
    expect(entered.body.parties[0]).toMatchObject({
      party: { zh: '农投公司' },
      name: '环江农投公司',
      duty: '农投公司的义务',
    });
    expect(twice.code).toBe('funds/entrusted-already');
  });

  test('[HJ-38] gives 8 % of 50,000 a year, 4,000 yuan, due on its anniversaries', async () => {
    const loan = await lentOut('2016-05-10');
    const { body } = await entrust(loan, { on: '2016-05-10' });

    expect(body).toMatchObject({ yieldPercent: 8, operator: '环江菜牛合作社', state: 'running' });
    expect(
      body.returns.map(({ dueOn, due }: { dueOn: string; due: number }) => [dueOn, due]),
    ).toEqual([
      ['2017-05-10', 4_000_00],
      ['2018-05-10', 4_000_00],
      ['2019-05-10', 4_000_00],
    ]);
  });

  test('is for a lent, entrusted loan alone', async () => {
    const { loan } = await given(bank, { amount: 1_000_00 });

    expect((await entrust(loan)).code).toBe('funds/not-entrusted');
    expect((await pay(loan, 1_00, '2016-09-01')).code).toBe('funds/no-such-contract');
    const idle = await anIdle();
    const nameless = await ask(idle, bank, {
      ...{ product: 'entrustedLoan', purpose: '经农投公司承接，委托企业、合作社经营' },
    });
    expect(nameless.code).toBe('funds/operator-needed');
  });
});

describe('returns', () => {
  test('[HJ-38] are posted to the household; what is due and unpaid is in arrears', async () => {
    const loan = await lentOut('2016-04-01');
    await entrust(loan, { on: '2016-04-01' });
    moveTo('2017-05-01');
    const { items } = (
      await chen.get('/api/funds/entrusted', { area: county, on: '2017-05-01', loan })
    ).body;
    const early = await pay(loan, 1_000_00, '2016-03-01');
    const half = await pay(loan, 1_500_00, '2017-04-20');
    const rest = await pay(loan, 2_500_00, '2017-04-30');
    const tooMuch = await pay(loan, 8_000_01, '2017-04-30');
    const lines = (
      await chen.get('/api/funds/lines', {
        area: places.village,
        source: 'operator/环江菜牛合作社',
      })
    ).body.items;
    moveTo('2016-09-30');

    expect(items).toMatchObject([{ arrears: 4_000_00 }]);
    expect(items[0].returns[0].daysLate).toBe(30);
    expect(early.code).toBe('funds/day-before');
    expect(half.body).toMatchObject({ arrears: 2_500_00 });
    expect(rest.body).toMatchObject({ arrears: 0 });
    expect(tooMuch.code).toBe('funds/return-too-much');
    expect(lines.map(({ amount }: { amount: number }) => amount)).toContain(2_500_00);
  });
});

describe('the day the rules forbid it', () => {
  test('[HJ-36] [HJ-38] none is begun any more, none is extended, and every old one stands on the list to be wound down', async () => {
    const loan = await lentOut('2016-06-01', 24);
    await entrust(loan, { on: '2016-06-01' });
    const without = await lentOut('2016-06-02', 12);
    const before = await summary('2017-07-24');
    const after = await summary('2017-07-25');
    moveTo('2017-08-01');
    const late = await entrust(without, { on: '2017-07-25' });
    const extended = await act(loan, {
      ...{ act: 'extend', on: '2017-07-26', until: '2019-01-01', words: '想再经营' },
    });
    const { items } = (
      await chen.get('/api/funds/entrusted', { area: county, on: '2017-07-25', show: 'open' })
    ).body;

    expect(before.forbiddenFrom).toBe('2017-07-25');
    expect(before.states[0].contracts).toBe(after.states[1].contracts);
    expect(after.states[0]).toEqual({ state: 'running', contracts: 0 });
    expect(late.code).toBe('funds/product-ended');
    expect(extended.code).toBe('funds/product-ended');
    expect(items.find((one: { loan: string }) => one.loan === loan)).toMatchObject({
      ...{ state: 'found', owed: 50_000_00, operator: '环江菜牛合作社', until: '2018-06-01' },
    });

    const unsaid = await wind(loan, { step: 'settled', on: '2017-07-26' });
    const agreed = await wind(loan, { step: 'agreed', how: 'recovery', on: '2017-07-26' });
    const owing = await wind(loan, { step: 'settled', on: '2017-07-27' });
    await act(loan, {
      act: 'repay',
      on: '2017-07-28',
      amount: 50_000_00,
      document: aPaper('收回'),
    });
    const settled = await wind(loan, { step: 'settled', on: '2017-07-28' });
    const again = await wind(loan, { step: 'settled', on: '2017-07-29' });
    moveTo('2016-09-30');

    expect(unsaid.code).toBe('funds/way-out-needed');
    expect(agreed.body).toMatchObject({ state: 'agreed', how: 'recovery' });
    expect(owing.code).toBe('funds/not-recovered-yet');
    expect(settled.body).toMatchObject({ state: 'settled', settledOn: '2017-07-28' });
    // The second year would fall due after the contract ended.
    expect(settled.body.returns).toHaveLength(1);
    expect(again.code).toBe('funds/winding-closed');
    const kinds = (await loanOf(loan)).acts.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['entrust', 'agree', 'settle']));
  });

  test('the neighbouring county sees no contract of this one', async () => {
    const sun = app.as('sun');

    expect((await sun.get('/api/funds/entrusted', { area: county })).status).toBe(403);
    const own = await sun.get('/api/funds/entrusted', { area: '451225' });
    expect(own.body.items).toEqual([]);
  });
});
