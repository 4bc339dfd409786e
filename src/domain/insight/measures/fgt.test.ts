import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFgtTally, type FgtResult, type IncomeRow } from './fgt.ts';

const person = (income: number, more: Partial<IncomeRow> = {}): IncomeRow => ({
  income,
  weight: 1,
  members: 1,
  ...more,
});

function fgtOf(rows: readonly IncomeRow[], line: number): FgtResult {
  const tally = createFgtTally(line);
  for (const row of rows) tally.add(row);
  return tally.close().result();
}

const measuresOf = ({ headcount, gap, severity }: FgtResult) => [
  headcount.value,
  gap.value,
  severity.value,
];

const someRows = fc.array(
  fc.record({
    income: fc.integer({ min: 0, max: 20_000 }),
    weight: fc.integer({ min: 1, max: 50 }),
    members: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 2, maxLength: 60 },
);

describe('Foster, Greer and Thorbecke', () => {
  test('four incomes around a line of 2,800: whoever is exactly on it is not poor', () => {
    const result = fgtOf(
      [1000, 2000, 2800, 4000].map((income) => person(income)),
      2800,
    );

    expect(result.headcount.value).toBe(0.5);
    expect(result.gap.value).toBeCloseTo(0.232142857, 9);
    expect(result.severity.value).toBeCloseTo(0.12372449, 8);
    expect(result.gapYuan).toBeCloseTo(2600, 6);
    expect(result.incomeGapRatio).toBeCloseTo(0.464285714, 9);
  });

  // Haughton and Khandker 2009, Handbook on Poverty and Inequality, World Bank, pages 71 and 72.
  test('country C of the Handbook, line 125: P1 is 0.08 and P2 is 0.0136', () => {
    const result = fgtOf(
      [100, 110, 150, 160].map((income) => person(income)),
      125,
    );

    expect(result.headcount.value).toBe(0.5);
    expect(result.gap.value).toBeCloseTo(0.08, 12);
    expect(result.severity.value).toBeCloseTo(0.0136, 12);
  });

  // wbpip 0.1, reference of md_compute_poverty_stats: welfare 1 to 2000, line 10.
  test('two thousand incomes from 1 to 2000 and a line of 10 give the published measures', () => {
    const result = fgtOf(
      Array.from({ length: 2000 }, (_, at) => person(at + 1)),
      10,
    );

    expect(measuresOf(result)).toEqual([
      expect.closeTo(0.0045, 12),
      expect.closeTo(0.00225, 12),
      expect.closeTo(0.001425, 12),
    ]);
  });

  test('persons count, not households, and both are told', () => {
    const rows = [
      person(2000, { members: 6, weight: 10 }),
      person(5000, { members: 2, weight: 30 }),
    ];

    const result = fgtOf(rows, 2800);

    expect(result).toMatchObject({ households: 40, persons: 120, poorHouseholds: 10 });
    expect(result.headcount.value).toBe(0.5);
    expect(result.gapYuan).toBeCloseTo(800 * 60, 6);
  });

  test('a survey weight stands for households, members for persons: neither replaces the other', () => {
    const copied = fgtOf(
      Array.from({ length: 5 }, () => person(1000, { members: 3 })).concat(person(9000)),
      2800,
    );
    const weighted = fgtOf([person(1000, { members: 3, weight: 5 }), person(9000)], 2800);

    measuresOf(weighted).forEach((value, at) => {
      expect(measuresOf(copied)[at]).toBeCloseTo(value, 12);
    });
    expect(weighted.households).toBe(6);
    expect(weighted.persons).toBe(16);
  });

  test('one row has a value and no interval', () => {
    expect(fgtOf([person(1000)], 2800).headcount).toEqual({
      value: 1,
      standardError: null,
      interval: null,
    });
  });

  test('the standard error of a simple sample is the textbook one, with its Wilson interval [HH-10]', () => {
    const rows = Array.from({ length: 100 }, (_, at) => person(at < 30 ? 1000 : 5000));

    const { headcount } = fgtOf(rows, 2800);

    expect(headcount.standardError).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 99), 12);
    expect(headcount.interval?.low).toBeGreaterThan(0.2);
    expect(headcount.interval?.high).toBeLessThan(0.41);
  });

  test('households of one cluster know less than as many from everywhere', () => {
    const alike = Array.from({ length: 100 }, (_, at) =>
      person(at < 30 ? 1000 : 5000, { cluster: `v${Math.floor(at / 10)}` }),
    );

    const clustered = fgtOf(alike, 2800).headcount.standardError ?? 0;
    const simple = fgtOf(
      alike.map(({ cluster: _, ...row }) => row),
      2800,
    ).headcount.standardError;

    expect(clustered).toBeGreaterThan(2 * (simple ?? 0));
  });
});

describe('properties of the measures', () => {
  test('a currency does not matter: incomes and line times ten change nothing', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 15_000 }), (rows, line) => {
        const tenfold = rows.map((row) => ({ ...row, income: row.income * 10 }));

        const [one, ten] = [measuresOf(fgtOf(rows, line)), measuresOf(fgtOf(tenfold, line * 10))];

        one.forEach((value, at) => {
          expect(ten[at]).toBeCloseTo(value, 10);
        });
      }),
    );
  });

  test('a population and its double are equally poor', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 15_000 }), (rows, line) => {
        const [once, twice] = [fgtOf(rows, line), fgtOf([...rows, ...rows], line)];

        measuresOf(once).forEach((value, at) => {
          expect(measuresOf(twice)[at]).toBeCloseTo(value, 10);
        });
      }),
    );
  });

  test('the whole is the mean of its parts, weighted by persons', () => {
    fc.assert(
      fc.property(someRows, someRows, fc.integer({ min: 1, max: 15_000 }), (left, right, line) => {
        const whole = fgtOf([...left, ...right], line);
        const parts = [fgtOf(left, line), fgtOf(right, line)];

        measuresOf(whole).forEach((value, at) => {
          const mean = parts.reduce(
            (sum, part) => sum + (measuresOf(part)[at] ?? 0) * part.persons,
            0,
          );
          expect(mean / whole.persons).toBeCloseTo(value, 10);
        });
      }),
    );
  });

  test('shares stay within 0 and 1, and each further power is no larger', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 25_000 }), (rows, line) => {
        const [rate = 0, gap = 0, severity = 0] = measuresOf(fgtOf(rows, line));

        expect(severity).toBeGreaterThanOrEqual(0);
        expect(severity).toBeLessThanOrEqual(gap + 1e-12);
        expect(gap).toBeLessThanOrEqual(rate + 1e-12);
        expect(rate).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
