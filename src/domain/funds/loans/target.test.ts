import { expect, test } from 'vitest';
import { completionOf } from './target.ts';

const yuan = 100;

test('[TL-31] 1.323 billion lent are 236 % of an assigned target and 153 % of the own one, each with its base', () => {
  const lent = { amount: 1_323_000_000 * yuan, households: 40_000 };

  const assigned = completionOf({ measure: 'amount', value: 560_600_000 * yuan }, lent);
  const own = completionOf({ measure: 'amount', value: 864_700_000 * yuan }, lent);

  expect(Math.round(assigned.rate * 100)).toBe(236);
  expect(Math.round(own.rate * 100)).toBe(153);
  expect(assigned.done).toBe(own.done);
});

test('[HJ-46] households are counted against a target of households, and money against money', () => {
  const lent = { amount: 249_000_000 * yuan, households: 5121 };

  const { done, rate } = completionOf({ measure: 'households', value: 18_434 }, lent);

  expect(done).toBe(5121);
  expect((rate * 100).toFixed(2)).toBe('27.78');
});
