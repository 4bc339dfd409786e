// Money of the tests: one enters, another approves, and a purse is filled in one line.
import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import type { Answer, Caller } from './caller.ts';
import { county, places } from './cast.ts';

let papers = 0;

/** A paper nobody has used yet. */
export function aPaper(name = '环财农'): string {
  papers += 1;
  return `${name}〔2016〕${papers}号`;
}

export function fundsWorld(app: TestApp) {
  const chen = app.as('chen');
  const fang = app.as('fang');

  const order = (more: object, by: Caller = chen): Promise<Answer> =>
    by.post('/api/funds/orders', {
      area: county,
      on: '2016-03-01',
      document: aPaper(),
      source: 'countyFinance',
      purpose: 'INDUSTRY',
      ...more,
    });
  const answer = (id: string, body: object = { approve: true }, by: Caller = fang) =>
    by.post(`/api/funds/orders/${id}/answer`, body);

  /** Enters and approves; gives the entry. */
  async function done(more: object, by: Caller = chen): Promise<string> {
    const entered = await order(more, by);
    expect(entered.code).toBeUndefined();
    const answered = await answer(entered.body.id);
    expect(answered.code).toBeUndefined();
    expect(answered.body.state).toBe('posted');
    return answered.body.entry;
  }

  /** Money granted, arrived and allocated to a township, ready to be paid. */
  async function filled(amount: number, more: object = {}, to: object = {}): Promise<void> {
    await done({ kind: 'appropriate', amount, ...more });
    await done({ kind: 'arrive', amount, ...more });
    await done({ kind: 'allocate', amount, to: { area: places.township, ...to }, ...more });
  }

  const books = async (area: string = county, by: Caller = chen) =>
    (await by.get('/api/funds/books', { area })).body;

  return { chen, fang, order, answer, done, filled, books };
}
