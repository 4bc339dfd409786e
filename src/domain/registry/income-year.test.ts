import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { incomeYears, type LedgerEntry, periodEnd } from './income-year.ts';

const today = plainDate('2016-09-30');
const always = { joinedOn: null, leftOn: null };
const bornIn2016 = { joinedOn: plainDate('2016-05-01'), leftOn: null };

function anEntry(entry: Partial<LedgerEntry>): LedgerEntry {
  return { id: 'a', year: 2015, kind: 'crop', amount: 90_000n, reverses: null, ...entry };
}

test('a year is divided by who was a member when its period ended, or is today while it lasts', () => {
  const entries = [anEntry({ id: 'a' }), anEntry({ id: 'b', year: 2016 })];

  const years = incomeYears(entries, [always, always, bornIn2016], { today, startMonth: 1 });

  expect(years).toMatchObject([
    { year: 2015, members: 2, perHead: 45_000n },
    { year: 2016, members: 3, perHead: 30_000n },
  ]);
});

test('a reversed entry and its reversal count for nothing, and a year without any is no year', () => {
  const entries = [anEntry({ id: 'a' }), anEntry({ id: 'b', reverses: 'a' })];

  expect(incomeYears(entries, [always], { today, startMonth: 1 })).toEqual([]);
});

test('costs are taken off and nothing is divided by nobody', () => {
  const entries = [anEntry({ id: 'a' }), anEntry({ id: 'b', kind: 'cropCost', amount: 100_000n })];

  expect(incomeYears(entries, [], { today, startMonth: 1 })).toMatchObject([
    { net: -10_000n, members: 0, perHead: undefined },
  ]);
});

test.each([
  [2016, 1, '2016-12-31'],
  [2016, 10, '2016-09-30'],
  [2016, 3, '2016-02-29'],
])('the income year %i that begins in month %i ends on %s', (year, month, end) => {
  expect(periodEnd(year, month)).toBe(end);
});
