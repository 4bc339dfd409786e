import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryDenial } from '#domain/funds/entry.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { interestBefore, interestBetween, ppmOf, subsidisedPpm } from './interest.ts';
import { actsOpenIn } from './loan.ts';
import { lenderSource, lendLines, repayLines, subsidyLines } from './loan-lines.ts';
import { atRisk, overdueClassOf } from './overdue.ts';
import { monthsAfter, mostOwedFrom, owedOn, type PrincipalChange, roomUnder } from './principal.ts';

const day = (text: string) => plainDate(text);
const first = day('2016-01-01');
const lent = (on: string, yuan: number): PrincipalChange => ({
  on: day(on),
  amount: BigInt(yuan) * 100n,
});

const aLife = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: 900 }),
      yuan: fc.integer({ min: 1, max: 60_000 }),
    }),
    {
      maxLength: 12,
    },
  )
  .map((rows) =>
    rows.map(({ after, yuan }) => ({ on: addDays(first, after), amount: BigInt(yuan) * 100n })),
  );

describe('interest by days', () => {
  const rule = { ratePpm: ppmOf(4.75), dayBasis: 365, until: day('2019-01-01') };

  test('[HJ-37] [GS-46] 50,000 yuan at 4.75 % are 2,375 a year and 7,125 in three, counted by 365 days', () => {
    const changes = [lent('2016-01-01', 50_000)];
    const thirdOnly = { ...rule, until: day('2018-12-31') };

    expect(interestBetween(changes, rule, { from: first, until: addDays(first, 365) })).toBe(
      2_375_00n,
    );
    expect(interestBefore(changes, thirdOnly, day('2020-01-01'))).toBe(7_125_00n);
  });

  test('[GS-46] the day count is the pack’s: by 360 days the same loan bears more', () => {
    const changes = [lent('2016-01-01', 50_000)];
    const by360 = { ...rule, dayBasis: 360 };

    expect(interestBefore(changes, by360, addDays(first, 360))).toBe(2_375_00n);
    expect(interestBefore(changes, by360, addDays(first, 365))).toBe(2_407_98n);
  });

  test('[GS-46] what lies above the benchmark is not subsidised, and of the rest the share of the pack is', () => {
    expect(subsidisedPpm(ppmOf(6), ppmOf(4.75), 100)).toBe(47_500);
    expect(subsidisedPpm(ppmOf(4.35), ppmOf(4.75), 100)).toBe(43_500);
    expect(subsidisedPpm(ppmOf(4.75), ppmOf(4.75), 70)).toBe(33_250);
  });

  test('a repayment bears no interest from its own day on', () => {
    const changes = [lent('2016-01-01', 50_000), lent('2016-07-01', -50_000)];

    const half = interestBefore(changes, rule, day('2016-07-01'));

    expect(interestBefore(changes, rule, day('2018-01-01'))).toBe(half);
  });

  test('[HJ-37] the subsidy of periods put together is the subsidy of the whole, however they are split', () => {
    fc.assert(
      fc.property(
        aLife,
        fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 2, maxLength: 8 }),
        fc.constantFrom(360, 365),
        (changes, cuts, dayBasis) => {
          const asked = { ...rule, dayBasis };
          const days = [...cuts]
            .sort((left, right) => left - right)
            .map((one) => addDays(first, one));
          const parts = days
            .slice(1)
            .map((until, index) =>
              interestBetween(changes, asked, { from: days[index] ?? until, until }),
            );
          const [from = first] = days;
          const until = days.at(-1) ?? from;

          expect(parts.reduce((sum, one) => sum + one, 0n)).toBe(
            interestBetween(changes, asked, { from, until }),
          );
        },
      ),
    );
  });
});

describe('the cap', () => {
  const cap = 50_000_00n;

  test('[HJ-37] [GS-45] no household owes more than the cap on any day, whatever is asked for and in which order', () => {
    fc.assert(
      fc.property(aLife, (asked) => {
        const held: PrincipalChange[] = [];
        for (const one of asked) {
          if (one.amount <= roomUnder(cap, held, one.on)) held.push(one);
        }

        for (const { on } of held) expect(owedOn(held, on)).toBeLessThanOrEqual(cap);
        expect(mostOwedFrom(held, first)).toBeLessThanOrEqual(cap);
      }),
    );
  });

  test('a loan written down late counts on every later day', () => {
    const changes = [lent('2016-06-01', 40_000)];

    expect(roomUnder(cap, changes, day('2016-01-01'))).toBe(10_000_00n);
    expect(roomUnder(cap, [...changes, lent('2016-08-01', -40_000)], day('2016-09-01'))).toBe(cap);
  });

  test('[GS-47] 21.3 billion to 470 thousand households are 45,319 each, and fit under the cap', () => {
    const mean = 21_300_000_000_00n / 470_000n;

    expect(mean / 100n).toBe(45_319n);
    expect(mean).toBeLessThanOrEqual(roomUnder(cap, [], first));
  });
});

describe('due days', () => {
  test('lie so many months later, on the last day where the month has no such day', () => {
    expect(monthsAfter(day('2016-01-31'), 1)).toBe('2016-02-29');
    expect(monthsAfter(day('2016-10-15'), 36)).toBe('2019-10-15');
    expect(monthsAfter(day('2016-11-30'), 3)).toBe('2017-02-28');
  });

  test.each([
    [-1, 'current'],
    [0, 'current'],
    [1, 'upTo30'],
    [30, 'upTo30'],
    [31, 'upTo90'],
    [90, 'upTo90'],
    [91, 'over90'],
  ] as const)('%i days after its due day a loan counts as %s', (days, expected) => {
    expect(overdueClassOf(days)).toBe(expected);
  });

  test('PAR30 and PAR90 are shares of what is owed, and nothing where nothing is owed', () => {
    const sums = [
      { class: 'current', owed: 60n },
      { class: 'upTo30', owed: 10n },
      { class: 'upTo90', owed: 20n },
      { class: 'over90', owed: 10n },
    ] as const;

    expect(atRisk(sums, 30)).toBeCloseTo(0.3);
    expect(atRisk(sums, 90)).toBeCloseTo(0.1);
    expect(atRisk([], 30)).toBeNull();
  });
});

describe('acts of a loan', () => {
  test('nothing is open once it was refused, withdrawn or repaid, but to take a repayment back', () => {
    expect(actsOpenIn('refused')).toEqual([]);
    expect(actsOpenIn('withdrawn')).toEqual([]);
    expect(actsOpenIn('settled')).toEqual(['takeBack']);
    expect(actsOpenIn('covered')).toEqual(['recover']);
  });

  test('lending, repaying and subsidising balance by source and use', () => {
    const to = { lender: '信用社', area: areaCode('451226202202'), household: 'h' };
    const purse = {
      kind: 'allocated',
      source: 'countyFinance',
      purpose: 'CREDIT',
      area: areaCode('451226'),
      holder: '',
      project: null,
      household: null,
    } as const;
    const parts = [
      { household: 'h', area: to.area, amount: 5n },
      { household: 'h', area: to.area, amount: 7n },
      { household: 'i', area: to.area, amount: 9n },
    ];

    for (const lines of [
      lendLines(to, 100n),
      repayLines(to, 40n),
      subsidyLines(purse, '信用社', parts),
    ]) {
      const entry = {
        id: '1',
        kind: 'lend',
        on: first,
        document: '1',
        memo: '',
        lines,
        reverses: null,
      } as const;
      expect(entryDenial(entry)).toBeUndefined();
    }
    expect(lendLines(to, 1n)[0]?.account.source).toBe(lenderSource('信用社'));
    expect(subsidyLines(purse, '信用社', parts)).toHaveLength(3);
  });
});
