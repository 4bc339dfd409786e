// Loans of the tests: a bank with an officer, a household that asks, and a loan given in one line.
import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import type { Caller } from './caller.ts';
import { aRegistered } from './casework-world.ts';
import { county } from './cast.ts';
import { aPaper } from './funds-world.ts';

export const bankTerms = {
  area: county,
  agreement: '银政扶贫协议〔2016〕1号',
  agreedOn: '2016-01-05',
  agreed: 1_000_000_000_00,
  lossPercent: 70,
  townships: [] as string[],
  officers: [] as string[],
};

export function loansWorld(app: TestApp) {
  const chen = app.as('chen');
  const fang = app.as('fang');
  const lin = app.as('lin');
  const qian = app.as('qian');

  /** A bank of this name; Qian works for it where asked. */
  async function aBank(name: string, more: Partial<typeof bankTerms> = {}): Promise<string> {
    const { body, code } = await chen.post('/api/funds/banks', { ...bankTerms, name, ...more });
    expect(code).toBeUndefined();
    return body.id;
  }

  const ask = (household: string, lender: string, more: object = {}, by: Caller = lin) =>
    by.post(`/api/funds/households/${household}/loans`, {
      lender,
      product: 'directLoan',
      purpose: '种养',
      amount: 50_000_00,
      months: 36,
      on: '2016-03-01',
      ...more,
    });
  const act = (loan: string, body: object, by: Caller = qian) =>
    by.post(`/api/funds/loans/${loan}/acts`, body);

  /** A household with a loan that was given, owed and unpaid. */
  async function given(
    lender: string,
    more: { amount?: number; months?: number; on?: string; household?: string; rate?: number } = {},
  ) {
    const { amount = 50_000_00, months = 36, on = '2016-03-01', rate = 4.75 } = more;
    const household = more.household ?? (await aRegistered(app, {}));
    const asked = await ask(household, lender, { amount, months, on });
    expect(asked.code).toBeUndefined();
    const { id } = asked.body;
    const steps = [
      { act: 'approve', on, amount, months, ratePercent: rate },
      { act: 'sign', on, document: aPaper('借字'), insurance: '人身意外险' },
      { act: 'lend', on, document: aPaper('放款') },
    ];
    for (const step of steps) expect((await act(id, step)).code).toBeUndefined();
    return { household, loan: id as string };
  }

  const loanOf = async (id: string, by: Caller = qian) =>
    (await by.get(`/api/funds/loans/${id}`)).body;
  const summary = async (area: string = county, by: Caller = chen) =>
    (await by.get('/api/funds/loans/summary', { area })).body;

  return { chen, fang, lin, qian, aBank, ask, act, given, loanOf, summary };
}
