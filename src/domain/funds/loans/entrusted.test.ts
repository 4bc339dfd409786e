import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { arrearsOn, layOn, returnsOf } from './entrusted.ts';

const terms = {
  principal: 50_000_00n,
  yieldPpm: 80_000,
  from: plainDate('2016-02-29'),
  until: plainDate('2019-02-28'),
};

test('[HJ-38] 50,000 yuan at 8 % give 4,000 a year, for whole years alone', () => {
  expect(returnsOf(terms).map(({ dueOn, due }) => [dueOn, due])).toEqual([
    ['2017-02-28', 4_000_00n],
    ['2018-02-28', 4_000_00n],
    ['2019-02-28', 4_000_00n],
  ]);
  expect(returnsOf({ ...terms, until: plainDate('2017-02-27') })).toEqual([]);
});

test('what was due before a contract was settled stays due, what comes later does not', () => {
  const returns = returnsOf(terms).map((one) => ({ ...one, paid: 0n }));
  const on = plainDate('2018-06-01');

  expect(arrearsOn(returns, on, null)).toBe(8_000_00n);
  expect(arrearsOn(returns, on, plainDate('2017-07-25'))).toBe(4_000_00n);
});

test('a payment is laid on the oldest years first and never beyond what they ask', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1n, max: 6_000_00n }), { maxLength: 8 }), (payments) => {
      let returns = returnsOf(terms).map((one) => ({ ...one, paid: 0n }));
      let whole = 0n;
      for (const amount of payments) {
        const laid = layOn(returns, amount);
        if (laid === undefined) continue;
        whole += amount;
        const paid = new Map(laid.map((one) => [one.year, one.paid]));
        returns = returns.map((one) => ({ ...one, paid: paid.get(one.year) ?? one.paid }));
        const open = returns.findIndex((one) => one.paid < one.due);
        expect(returns.slice(open + 1).every((one) => open === -1 || one.paid === 0n)).toBe(true);
      }
      expect(returns.reduce((sum, one) => sum + one.paid, 0n)).toBe(whole);
      expect(whole).toBeLessThanOrEqual(12_000_00n);
    }),
  );
});
