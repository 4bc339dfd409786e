// Loans through the doors: asked for, answered, lent, used, due, late, repaid; what is refused and who sees what.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { PersonValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { aColleague, aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { aPaper, fundsWorld } from '#tests/world/funds-world.ts';
import { aHousehold, aPerson } from '#tests/world/household.ts';
import { loansWorld } from '#tests/world/loans-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from '../books.routes.ts';
import { loanRoutes } from './loan.routes.ts';

const app = await anApp({ routes: [...bookRoutes, ...loanRoutes] });
const { chen, fang, lin, qian, aBank, ask, act, given, loanOf, summary } = loansWorld(app);
const { filled, books } = fundsWorld(app);
let bank = '';

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  bank = await aBank('县农村信用社', { officers: ['qian'] });
});

/** A household of one person with these values. */
async function aHouseholdThat(values: PersonValues): Promise<string> {
  const record = aHousehold({ areaCode: places.village }, [aPerson(values)]);
  const today = app.platform.clock.today();
  await inScope(app.platform.db, everything, (tx) =>
    insertHouseholds(tx, [toHouseholdRows(record, { secrets: app.platform.secrets, today })]),
  );
  return record.id;
}

const errorOf = (answer: { body: { error: { message: string } } }) => answer.body.error.message;

describe('asking for a loan', () => {
  test('[HJ-37] [HJ-80] a household with labour asks for a purpose of the list and is told why it may', async () => {
    const household = await aRegistered(app, {});
    const { body: choices } = await lin.get('/api/funds/loans/choices', { household });
    const direct = choices.products.find(({ id }: { id: string }) => id === 'directLoan');

    const asked = await ask(household, bank);

    expect(direct).toMatchObject({
      cap: 50_000_00,
      room: 50_000_00,
      months: 36,
      purposes: ['种养', '乡村旅游', '餐饮服务', '商品流通'],
      outcome: 'holds',
    });
    expect(choices.lenders).toMatchObject([{ name: '县农村信用社', mutual: false }]);
    const loan = await loanOf(asked.body.id);
    expect(loan).toMatchObject({ state: 'applied', purpose: '种养', headName: '覃大山' });
    expect(loan.eligibility.outcome).toBe('holds');
    expect(loan.pack.title.zh).toContain('环江');
    expect(loan.eligibility.sentence.zh).toContain('劳动力');
  });

  test('[HJ-37] a household without labour is refused the direct loan, with the reason', async () => {
    const idle = await aHouseholdThat({ labour: 'NONE' });

    const refused = await ask(idle, bank);

    expect(refused.code).toBe('funds/not-eligible');
    expect(errorOf(refused)).toContain('劳动力');
  });

  test('[HJ-38] a household without labour may entrust a loan, but not without an operator', async () => {
    const idle = await aHouseholdThat({ labour: 'NONE' });

    const nameless = await ask(idle, bank, {
      ...{ product: 'entrustedLoan', purpose: '经农投公司承接，委托企业、合作社经营' },
    });

    expect(nameless.code).toBe('funds/operator-needed');
  });

  test('whether a household may have a loan is not guessed where its labour is not known', async () => {
    const untold = await aHouseholdThat({ labour: null });

    const refused = await ask(untold, bank);

    expect(refused.code).toBe('funds/eligibility-unknown');
  });

  test.each([
    [{ purpose: '建房' }, 'funds/purpose-not-allowed'],
    [{ months: 48 }, 'funds/term-too-long'],
    [{ amount: 50_000_01 }, 'funds/over-loan-cap'],
    [{ product: 'wishes' }, 'funds/no-such-product'],
    [{ on: '2016-10-01' }, 'funds/day-ahead'],
    [{ lender: '451226ff-0000-8000-8000-000000000000' }, 'funds/no-such-bank'],
  ])('[HJ-37] [GS-45] %j is answered by %s', async (wrong, code) => {
    const household = await aRegistered(app, {});

    expect((await ask(household, bank, wrong)).code).toBe(code);
  });

  test('who does not know the number of a household is told so', async () => {
    const none = await lin.get('/api/funds/loans/choices', { householdNo: '00000' });

    expect(none.code).toBe('funds/no-such-household-no');
  });

  test('a bank that does not serve the township is no choice', async () => {
    const far = await aBank('外乡村镇银行', { townships: [places.otherTownship] });
    const household = await aRegistered(app, {});

    expect((await ask(household, far)).code).toBe('funds/no-such-bank');
  });

  test('the village takes an application back before it is signed, with its reason', async () => {
    const household = await aRegistered(app, {});
    const { id } = (await ask(household, bank)).body;

    const withdrawn = await lin.post(`/api/funds/loans/${id}/withdrawal`, { reason: '不养牛了' });
    const again = await lin.post(`/api/funds/loans/${id}/withdrawal`, { reason: '再说' });

    expect(withdrawn.body.state).toBe('withdrawn');
    expect(again.code).toBe('funds/loan-act-closed');
  });
});

describe('a bank answers', () => {
  test('[HJ-35] a refusal names a reason of the rules, and reasons are counted', async () => {
    const household = await aRegistered(app, {});
    const { id } = (await ask(household, bank)).body;
    const unknown = await act(id, { act: 'refuse', on: '2016-03-02', reason: 'MOOD', words: '' });
    const before = (await summary()).refusals;

    const refused = await act(id, {
      ...{ act: 'refuse', on: '2016-03-02', reason: 'CANNOT_REPAY', words: '' },
    });

    expect(unknown.code).toBe('funds/reason-unknown');
    expect(refused.body).toMatchObject({
      state: 'refused',
      refusalTitle: { zh: '没有还款能力' },
    });
    expect(before).toEqual([]);
    expect((await summary()).refusals).toMatchObject([{ code: 'CANNOT_REPAY', loans: 1 }]);
    const { items } = (
      await chen.get('/api/funds/loans', { area: county, refusal: 'CANNOT_REPAY' })
    ).body;
    expect(items.map((one: { id: string }) => one.id)).toEqual([id]);
  });

  test('whoever entered an application does not decide it, nor does any other bank', async () => {
    await aBank('县农业银行');
    const household = await aRegistered(app, {});
    const { id } = (await ask(household, bank)).body;
    const approval = {
      act: 'approve',
      on: '2016-03-02',
      amount: 1_00,
      months: 12,
      ratePercent: 4.35,
    };

    expect((await act(id, approval, chen)).code).toBe('funds/other-bank');
    const tooMuch = await act(id, { ...approval, amount: 50_000_01 });
    expect(tooMuch.code).toBe('funds/more-than-asked');
    expect((await act(id, { ...approval, months: 60 })).code).toBe('funds/term-too-long');
    expect((await act(id, { ...approval, on: '2016-02-01' })).code).toBe('funds/day-before');
    expect((await act(id, { act: 'lend', on: '2016-03-02', document: '1' })).code).toBe(
      'funds/loan-act-closed',
    );
  });

  test('[HJ-37] lending posts what the household owes in the same transaction, and adds nothing to public money', async () => {
    const before = (await books(places.village)).total;
    const { household, loan } = await given(bank, {
      amount: 30_000_00,
      months: 12,
      on: '2016-04-01',
    });
    const seen = await loanOf(loan);
    const lines = (await chen.get('/api/funds/lines', { area: places.village, kind: 'lent' })).body
      .items;

    expect(seen).toMatchObject({
      state: 'lent',
      lent: 30_000_00,
      owed: 30_000_00,
      lentOn: '2016-04-01',
      dueOn: '2017-04-01',
      contract: expect.stringContaining('借字'),
      insurance: '人身意外险',
      subsidyPercent: 4.35,
      dayBasis: 365,
    });
    expect(lines[0]).toMatchObject({
      amount: 30_000_00,
      account: { household, sourceTitle: { zh: '县农村信用社' } },
    });
    const entry = seen.acts.find(({ kind }: { kind: string }) => kind === 'lend').entry;
    const posted = (await chen.get(`/api/funds/entries/${entry}`)).body;
    expect(posted).toMatchObject({ kind: 'lend', cause: `loan:${loan}`, mayReverse: false });
    const reversal = { on: '2016-09-30', reason: '误记' };
    const reversed = await chen.post(`/api/funds/entries/${entry}/reversal`, reversal);
    expect(reversed.code).toBe('funds/loan-entry');
    expect((await books(places.village)).total).toEqual(before);
  });

  test('[HJ-37] a second loan fits only under what is left of the cap', async () => {
    const { household } = await given(bank, { amount: 40_000_00, on: '2016-05-01' });

    const second = await ask(household, bank, { amount: 20_000_00, on: '2016-04-01' });

    expect(second.code).toBe('funds/over-loan-cap');
    expect(errorOf(second)).toContain('还可贷 10000.00 元');
  });
});

describe('what becomes of a loan', () => {
  test('a repayment is posted; the last one settles; the latest is taken back by its reverse', async () => {
    const { loan } = await given(bank, { amount: 20_000_00 });
    const repay = (amount: number, on = '2016-06-01') =>
      act(loan, { act: 'repay', on, amount, document: aPaper('还款') });

    expect((await repay(20_000_01)).code).toBe('funds/repaid-too-much');
    expect((await repay(5_000_00)).body).toMatchObject({ state: 'lent', owed: 15_000_00 });
    expect((await repay(15_000_01, '2016-05-01')).code).toBe('funds/repaid-too-much');
    expect((await repay(15_000_00, '2016-07-01')).body).toMatchObject({
      state: 'settled',
      owed: 0,
    });
    const back = await act(loan, { act: 'takeBack', on: '2016-07-02', words: '记错了户' });
    expect(back.body).toMatchObject({ state: 'lent', owed: 15_000_00 });
    const twice = await act(loan, { act: 'takeBack', on: '2016-07-02', words: '再退' });
    expect(twice.code).toBe('funds/nothing-to-take-back');
  });

  test('a use that was not as stated ends the subsidy on that day', async () => {
    const { loan } = await given(bank);

    const seen = await act(loan, {
      ...{ act: 'check', on: '2016-06-01', found: 'misused', words: '用于建房' },
    });

    expect(seen.body).toMatchObject({ useFound: 'misused', subsidyUntil: '2016-06-01' });
    const { items } = (await chen.get('/api/funds/loans', { area: county, show: 'misused' })).body;
    expect(items.map((one: { id: string }) => one.id)).toContain(loan);
    expect((await summary()).misused).toBe(1);
  });

  test('an extension ends later than before and within the longest term', async () => {
    const { loan } = await given(bank, { months: 12 });
    const extend = (until: string) =>
      act(loan, { act: 'extend', on: '2016-08-01', until, words: '遭灾' });

    expect((await extend('2017-03-01')).code).toBe('funds/extension-too-early');
    expect((await extend('2019-03-02')).code).toBe('funds/extension-too-long');
    expect((await extend('2018-03-01')).body.dueOn).toBe('2018-03-01');
  });
});

describe('due days', () => {
  test('loans are warned of thirty days ahead, then classed by how late they are; each number opens its list', async () => {
    const dues = ['2016-10-15', '2016-09-20', '2016-08-15', '2016-05-01'];
    for (const due of dues) {
      const months = 4;
      const on = `${due.slice(0, 5)}${String(Number(due.slice(5, 7)) - months).padStart(2, '0')}${due.slice(7)}`;
      await given(bank, { amount: 1_000_00, months, on });
    }
    const seen = await summary();
    const classes = Object.fromEntries(
      seen.classes.map((one: { class: string; loans: number; amount: number }) => [one.class, one]),
    );

    expect(classes.upTo30).toMatchObject({ loans: 1, amount: 1_000_00 });
    expect(classes.upTo90).toMatchObject({ loans: 1, amount: 1_000_00 });
    expect(classes.over90).toMatchObject({ loans: 1, amount: 1_000_00 });
    expect(seen.dueSoon).toMatchObject({ loans: 1, amount: 1_000_00 });
    expect(seen.warningDays).toBe(30);
    expect(seen.par30).toBeCloseTo(2_000_00 / seen.owed.amount);
    expect(seen.par90).toBeCloseTo(1_000_00 / seen.owed.amount);
    for (const show of ['dueSoon', 'upTo30', 'upTo90', 'over90', 'late']) {
      const { items, total } = (await chen.get('/api/funds/loans', { area: county, show })).body;
      const count = show === 'late' ? 3 : 1;
      expect(items).toHaveLength(count);
      expect(total).toEqual({ loans: count, amount: count * 1_000_00, owed: count * 1_000_00 });
    }
    const [due] = seen.calendar;
    const inMonth = (await chen.get('/api/funds/loans', { area: county, month: due.month })).body;
    expect(inMonth.items).toHaveLength(due.loans);
  });
});

describe('subsidised interest', () => {
  test('[HJ-37] [GS-46] a bank claims a period once, the county pays it from allocated money, household by household', async () => {
    const township = await aBank('乡信用社');
    const teller = await aColleague(app, {
      ...{ username: 'teller', displayName: '柜员', title: '乡信用社', role: 'bank', area: county },
    });
    await chen.put(`/api/funds/banks/${township}`, {
      ...{ area: county, name: '乡信用社', agreement: '协议2号', agreedOn: '2016-01-01' },
      ...{ agreed: 0, lossPercent: 70, townships: [], officers: ['teller'] },
    });
    const household = await aRegistered(app, {});
    const { id } = (await ask(household, township)).body;
    for (const step of [
      { act: 'approve', on: '2016-03-01', amount: 50_000_00, months: 36, ratePercent: 5.5 },
      { act: 'sign', on: '2016-03-01', document: aPaper('借字') },
      { act: 'lend', on: '2016-03-01', document: aPaper('放款') },
    ]) {
      expect((await act(id, step, teller)).code).toBeUndefined();
    }
    const claim = (from: string, until: string) =>
      teller.post('/api/funds/loan-papers/subsidies', {
        ...{ area: county, from, until, document: aPaper('贴息') },
      });
    const ahead = await claim('2016-07-01', '2016-12-31');
    const claimed = await claim('2016-03-01', '2016-06-01');
    const twice = await claim('2016-05-01', '2016-06-01');
    const rest = await claim('2016-06-01', '2016-09-01');
    await filled(10_000_00, { purpose: 'CREDIT' }, { area: county });
    const [purse] = (await chen.get('/api/funds/choices', { area: county })).body.held.filter(
      (one: { kind: string; purpose: string }) =>
        one.kind === 'allocated' && one.purpose === 'CREDIT',
    );
    const paper = claimed.body.id;
    const approve = { approve: true, purse: purse.id };
    const byBank = await teller.post(`/api/funds/loan-papers/${paper}/answer`, approve);
    const noPurse = await fang.post(`/api/funds/loan-papers/${paper}/answer`, { approve: true });
    const paid = await fang.post(`/api/funds/loan-papers/${paper}/answer`, approve);

    expect(ahead.code).toBe('funds/period-not-over');
    // 92 days of 50,000 at 4.75 %, the benchmark, though the bank asks 5.5.
    expect(claimed.body).toMatchObject({ amount: 598_63, loans: 1, state: 'waiting' });
    expect(twice.code).toBe('funds/nothing-to-claim');
    expect(claimed.body.amount + rest.body.amount).toBe(1197_26);
    expect(byBank.status).toBe(403);
    expect(noPurse.code).toBe('funds/purse-needed');
    expect(paid.body.state).toBe('posted');
    const entry = (await chen.get(`/api/funds/entries/${paid.body.entry}`)).body;
    expect(entry).toMatchObject({ kind: 'subsidise', amount: 598_63 });
    expect(entry.lines[1].account).toMatchObject({ household, holder: '乡信用社', kind: 'spent' });
    const lines = (await chen.get(`/api/funds/loan-papers/${paper}/lines`)).body.items;
    expect(lines).toMatchObject([{ loan: id, days: 92, amount: 598_63 }]);
    expect((await summary()).subsidy).toMatchObject({ waiting: rest.body.amount, paid: 598_63 });

    const refused = await fang.post(`/api/funds/loan-papers/${rest.body.id}/answer`, {
      ...{ approve: false, reason: '材料不全' },
    });
    expect(refused.body.state).toBe('refused');
    const again = await claim('2016-06-01', '2016-09-01');
    expect(again.body.amount).toBe(rest.body.amount);
    const foreign = await qian.post(`/api/funds/loan-papers/${again.body.id}/withdrawal`);
    expect(foreign.code).toBe('funds/no-such-paper');
    const other = await fang.post(`/api/funds/loan-papers/${again.body.id}/withdrawal`);
    expect(other.code).toBe('funds/not-yours');
    const back = await teller.post(`/api/funds/loan-papers/${again.body.id}/withdrawal`);
    expect(back.body.state).toBe('withdrawn');
    const ended = await teller.post(`/api/funds/loan-papers/${again.body.id}/withdrawal`);
    expect(ended.code).toBe('funds/paper-ended');
  });
});
