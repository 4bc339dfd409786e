// Who sees which loans, which banks serve whom, and what the rules end.
import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { loansWorld } from '#tests/world/loans-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { loanRoutes } from './loan.routes.ts';

const app = await anApp({ routes: loanRoutes });
const { chen, lin, qian, aBank, ask, act, given, summary } = loansWorld(app);
const moveTo = movableDay(app);
let bank = '';

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  bank = await aBank('县农村信用社', { officers: ['qian'] });
});

const errorOf = (answer: { body: { error: { message: string } } }) => answer.body.error.message;

describe('who answers', () => {
  test('what a village association lends is not decided by who entered it, but by another', async () => {
    const zhao = app.as('zhao');
    const household = await aRegistered(app, {});
    const { id } = (await ask(household, bank, {}, zhao)).body;
    await app.owner.query('update funds_loan set bank_id = null where id = $1', [id]);
    const approval = { act: 'approve', on: '2016-03-02', amount: 100, months: 12, ratePercent: 4 };

    expect((await act(id, approval, zhao)).code).toBe('funds/own-application');
    expect((await act(id, approval)).code).toBe('funds/no-such-loan');
    expect((await act(id, approval, chen)).body.state).toBe('approved');
  });

  test('nothing is lent where the rules do not say how days are counted', async () => {
    const bare = await anApp({ routes: loanRoutes });
    await installForPlace(bare.platform, 'huanjiang-2016', {
      changed: (path, text) =>
        path === 'china-2014/parameters/credit.yaml'
          ? text.replace(/ {2}- id: loanDayBasis[\s\S]*?(?= {2}- id: )/, '')
          : text,
    });
    const world = loansWorld(bare);
    const lender = await world.aBank('县农村信用社', { officers: ['qian'] });
    const household = await aRegistered(bare, {});
    const { id } = (await world.ask(household, lender)).body;
    await world.act(id, {
      ...{ act: 'approve', on: '2016-03-02', amount: 100, months: 12, ratePercent: 4 },
    });
    await world.act(id, { act: 'sign', on: '2016-03-02', document: '借字' });

    const refused = await world.act(id, { act: 'lend', on: '2016-03-02', document: '放款' });

    expect(refused.code).toBe('funds/term-not-given');
    expect(errorOf(refused)).toContain('计息年天数');
  });
});

describe('who sees what', () => {
  test('a bank sees its own applications, loans and banks alone, and an account without a bank nothing', async () => {
    const mine = await given(bank);
    const other = await aBank('邮储银行');
    const household = await aRegistered(app, {});
    const theirs = (await ask(household, other)).body.id;
    const newcomer = await aColleague(app, {
      ...{ username: 'newbank', displayName: '新柜员', title: '银行', role: 'bank', area: county },
    });

    expect((await qian.get(`/api/funds/loans/${theirs}`)).code).toBe('funds/no-such-loan');
    expect((await qian.get(`/api/funds/loans/${mine.loan}`)).status).toBe(200);
    const { items } = (await qian.get('/api/funds/loans', { area: county, limit: 200 })).body;
    const lenders = new Set(items.map((one: { lender: string }) => one.lender));
    expect([...lenders]).toEqual(['县农村信用社']);
    const banks = (await qian.get('/api/funds/banks', { area: county })).body.items;
    expect(banks.map((one: { name: string }) => one.name)).toEqual(['县农村信用社']);
    expect((await summary(county, qian)).bank).toBe('县农村信用社');
    expect((await newcomer.get('/api/funds/loans', { area: county })).code).toBe(
      'funds/no-bank-of-yours',
    );
  });

  test('an officer who is taken off a bank sees no loan any more', async () => {
    const short = await aBank('短期银行');
    const temp = await aColleague(app, {
      ...{ username: 'tempbank', displayName: '临时', title: '银行', role: 'bank', area: county },
    });
    const terms = { area: county, name: '短期银行', agreement: '3', agreedOn: '2016-01-01' };
    const more = { agreed: 0, lossPercent: 70, townships: [] };
    const change = (officers: string[]) =>
      chen.put(`/api/funds/banks/${short}`, { ...terms, ...more, officers });
    await change(['tempbank']);
    const during = await temp.get('/api/funds/loans', { area: county });
    await change([]);

    expect(during.status).toBe(200);
    expect((await temp.get('/api/funds/loans', { area: county })).code).toBe(
      'funds/no-bank-of-yours',
    );
    expect((await change(['chen'])).code).toBe('funds/not-a-bank-account');
    const again = await chen.post('/api/funds/banks', { ...terms, ...more, officers: [] });
    expect(again.code).toBe('funds/bank-known');
  });

  test('[HH-32] a framework agreement says what is lent of it; [GS-41] townships say how many banks serve them', async () => {
    await aBank('村镇银行', { townships: [places.township] });

    const { items, townships } = (await chen.get('/api/funds/banks', { area: county })).body;

    const own = items.find((one: { name: string }) => one.name === '县农村信用社');
    expect(own.agreed).toBe(1_000_000_000_00);
    expect(own.lent).toBeGreaterThan(0);
    const served = (code: string) =>
      townships.find((one: { code: string }) => one.code === code).banks;
    expect(served(places.township)).toBe(served(places.otherTownship) + 1);
    expect(served(places.thirdTownship)).toBe(served(places.otherTownship));
  });

  test('a bank is told of itself alone: neither how many banks serve a township nor who has an account', async () => {
    const { items, townships } = (await qian.get('/api/funds/banks', { area: county })).body;

    expect(items).toMatchObject([{ name: '县农村信用社', officers: null }]);
    expect(townships.map((one: { banks: number | null }) => one.banks)).not.toContain(1);
  });

  test('a household sees its own loan; the neighbouring county sees none', async () => {
    const { household, loan } = await given(bank);
    const sun = app.as('sun');

    const own = (await lin.get(`/api/funds/households/${household}/loans`)).body;
    expect(own).toMatchObject({ items: [{ id: loan, owed: 50_000_00 }], mayAsk: true });
    expect((await sun.get(`/api/funds/loans/${loan}`)).code).toBe('funds/no-such-loan');
    const foreign = await sun.get(`/api/funds/households/${household}/loans`);
    expect(foreign.status).toBe(404);
    const above = await app.as('tang').get('/api/funds/loans/summary', { area: '4512' });
    expect(above.code).toBe('funds/county-needed');
  });

  test('[HJ-38] entrusted operation may not be asked for from the day the rules end it', async () => {
    const household = await aRegistered(app, {});
    moveTo('2017-08-01');

    const late = await ask(household, bank, { product: 'entrustedLoan', on: '2017-07-25' });
    moveTo('2016-09-30');

    expect(late.code).toBe('funds/product-ended');
    expect(errorOf(late)).toContain('2017-07-25');
  });
});
