// The risk fund through the doors: paid in by two parties, stretched to its limit, drawn for a loan that
// is not repaid at 7 to 3, and paid back to by what is recovered.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county } from '#tests/world/cast.ts';
import { aPaper, fundsWorld } from '#tests/world/funds-world.ts';
import { loansWorld } from '#tests/world/loans-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from '../books.routes.ts';
import { fundRoutes } from './fund.routes.ts';
import { loanRoutes } from './loan.routes.ts';

const app = await anApp({ routes: [...bookRoutes, ...loanRoutes, ...fundRoutes] });
const { chen, fang, qian, aBank, ask, act, given, loanOf } = loansWorld(app);
const { filled } = fundsWorld(app);
let bank = '';
let purse = '';

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  bank = await aBank('县农村信用社', { officers: ['qian'] });
  await filled(7_000_000_00, { purpose: 'CREDIT' }, { area: county });
  const { held } = (await chen.get('/api/funds/choices', { area: county })).body;
  purse = held.find(
    (one: { kind: string; purpose: string }) =>
      one.kind === 'allocated' && one.purpose === 'CREDIT',
  ).id;
});

const fund = async () => (await chen.get('/api/funds/risk-fund', { area: county })).body;
const payIn = (more: object, by = chen) =>
  by.post('/api/funds/loan-papers/deposits', {
    ...{ area: county, on: '2016-03-10', document: aPaper('出资') },
    ...more,
  });
const answer = (paper: string, body: object = { approve: true }, by = fang) =>
  by.post(`/api/funds/loan-papers/${paper}/answer`, body);
const file = {
  name: '催收记录.png',
  bytes: readFileSync('tests/fixtures/attachments/screen.png'),
};

describe('paying in', () => {
  test('a fund that holds too little bears nothing', async () => {
    const { loan } = await given(bank, { amount: 100_00, months: 3 });
    await qian.upload(`/api/funds/loans/${loan}/files`, file);

    const claimed = await qian.post(`/api/funds/loans/${loan}/claim`, {
      ...{ on: '2016-09-20', document: aPaper('代偿') },
    });

    expect(claimed.code).toBe('funds/fund-too-small');
    expect((await fund()).leverage).toMatchObject({ times: null, state: 'above' });
  });

  test('[GS-44] [HJ-34] governments pay out of allocated money, banks out of their own, another person approves', async () => {
    const noPurse = await payIn({ amount: 100_00 });
    const strange = await payIn({ amount: 100_00, bank: '451226ff-0000-8000-8000-000000000000' });
    const ahead = await payIn({ amount: 100_00, purse, on: '2016-10-01' });
    const government = await payIn({ amount: 7_000_00, purse });
    const byBank = await payIn({ amount: 3_000_00 }, qian);
    const own = await answer(government.body.id, { approve: true }, chen);
    await answer(government.body.id);
    const posted = await answer(byBank.body.id);

    expect(noPurse.code).toBe('funds/purse-needed');
    expect(strange.code).toBe('funds/no-such-bank');
    expect(ahead.code).toBe('funds/day-ahead');
    expect(own.code).toBe('funds/own-order');
    expect(posted.body.state).toBe('posted');
    const entry = (await chen.get(`/api/funds/entries/${posted.body.entry}`)).body;
    expect(entry.kind).toBe('contribute');
    const seen = await fund();
    expect(seen).toMatchObject({ holds: 10_000_00, title: { zh: '小额信贷风险补偿基金' } });
    expect(seen.shares).toMatchObject([
      { by: 'government', paidIn: 7_000_00, actual: 70 },
      { by: 'bank', paidIn: 3_000_00, actual: 30 },
    ]);
  });

  test('[HJ-73] what was paid in stands in its month, so that the months add up to what the books say was paid', async () => {
    const { total, months } = (await chen.get('/api/funds/books', { area: county })).body;
    const paidIn = (one: { month: string }) => one.month === '2016-03';

    expect(total.paid).toBeGreaterThanOrEqual(7_000_00);
    expect(months.find(paidIn).paid).toBeGreaterThanOrEqual(7_000_00);
    const all = months.reduce((sum: number, { paid }: { paid: number }) => sum + paid, 0);
    expect(all).toBe(total.paid);
  });

  test('[HJ-34] [HH-33] no loan passes the multiple of the rules: 10,000 stand behind 100,000 at most', async () => {
    const seen = await fund();
    expect(seen.leverage).toMatchObject({ most: 10, state: 'within' });
    expect(seen.room).toBe(100_000_00 - seen.owed);
    await given(bank);
    const { id } = (await ask(await aRegistered(app, {}), bank)).body;
    const terms = { amount: 50_000_00, months: 12, ratePercent: 4.35 };
    await act(id, { act: 'approve', on: '2016-03-20', ...terms });
    await act(id, { act: 'sign', on: '2016-03-20', document: '借字' });

    const refused = await act(id, { act: 'lend', on: '2016-03-20', document: '放款' });

    expect(refused.code).toBe('funds/over-leverage');
    await answer((await payIn({ amount: 70_000_00, purse })).body.id);
  });
});

describe('a loan that is not repaid', () => {
  test('[GS-44] [HJ-34] is covered at 7 to 3 with its documents, and what is recovered goes back the same way', async () => {
    const { loan } = await given(bank, { amount: 50_000_00, months: 3, on: '2016-03-15' });
    const claim = (on = '2016-09-20') =>
      qian.post(`/api/funds/loans/${loan}/claim`, { on, document: aPaper('代偿') });
    const early = await claim('2016-07-01');
    const bare = await claim();
    const attached = await qian.upload(`/api/funds/loans/${loan}/files`, file);
    const { items } = (await qian.get(`/api/funds/loans/${loan}/files`)).body;
    const opened = await qian.get(`/api/funds/loans/${loan}/files/${items[0].id}`);
    const before = await fund();
    const claimed = await claim();
    const twice = await claim();

    expect(early.code).toBe('funds/not-late-enough');
    expect(bare.code).toBe('funds/no-claim-document');
    expect(attached.status).toBe(200);
    expect(opened.status).toBe(200);
    expect(claimed.body).toMatchObject({
      amount: 50_000_00,
      fundPart: 35_000_00,
      bankPart: 15_000_00,
      state: 'waiting',
    });
    expect(twice.code).toBe('funds/claimed-already');
    expect((await answer(claimed.body.id)).body.state).toBe('posted');
    expect(await loanOf(loan)).toMatchObject({ state: 'covered', owed: 0 });
    const after = await fund();
    expect(before.holds - after.holds).toBe(35_000_00);
    expect(after).toMatchObject({ paidOut: 35_000_00, borneByBanks: 15_000_00, claims: 1 });

    const recover = (amount: number, on = '2016-09-25') =>
      qian.post(`/api/funds/loans/${loan}/recovery`, { on, amount, document: aPaper('追回') });
    expect((await recover(50_000_01)).code).toBe('funds/recovered-too-much');
    expect((await recover(1_00, '2016-09-01')).code).toBe('funds/recovered-before');
    const back = await recover(10_000_00);
    expect(back.body).toMatchObject({ fundPart: 7_000_00, bankPart: 3_000_00 });
    await answer(back.body.id);
    expect((await fund()).holds - after.holds).toBe(7_000_00);
    expect((await fund()).recovered).toBe(7_000_00);
    const kinds = (await loanOf(loan)).acts.map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(-2)).toEqual(['cover', 'recover']);
  });

  test('a claim whose loan was repaid in part meanwhile is not paid', async () => {
    const { loan } = await given(bank, { amount: 20_000_00, months: 3, on: '2016-03-16' });
    await qian.upload(`/api/funds/loans/${loan}/files`, file);
    const claimed = await qian.post(`/api/funds/loans/${loan}/claim`, {
      ...{ on: '2016-09-20', document: aPaper('代偿') },
    });
    await act(loan, { act: 'repay', on: '2016-09-21', amount: 1_000_00, document: aPaper('还款') });

    const outdated = await answer(claimed.body.id);

    expect(outdated.code).toBe('funds/claim-outdated');
  });
});

test('the neighbouring county sees no fund of this one, and opens none of its documents', async () => {
  const sun = app.as('sun');
  const { loan } = await given(bank, { amount: 1_000_00 });
  await qian.upload(`/api/funds/loans/${loan}/files`, file);
  const [one] = (await qian.get(`/api/funds/loans/${loan}/files`)).body.items;

  expect((await sun.get('/api/funds/risk-fund', { area: county })).status).toBe(403);
  expect((await sun.get(`/api/funds/loans/${loan}/files/${one.id}`)).code).toBe(
    'funds/no-such-loan',
  );
});
