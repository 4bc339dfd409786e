import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { giniEstimate, giniOf } from './gini.ts';
import { lorenzOrdinates, quantileShares } from './lorenz.ts';
import { orderIncomes, weightedMedian, weightedQuantile } from './ordered-incomes.ts';
import { relativeFgt, relativeLine } from './relative-line.ts';

const equal = (incomes: readonly number[]) =>
  orderIncomes(
    incomes,
    incomes.map(() => 1),
  );

const weighted = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 1, max: 9 })),
  { minLength: 2, maxLength: 80 },
);

const ordered = (pairs: readonly (readonly [number, number])[]) =>
  orderIncomes(
    pairs.map(([income]) => income),
    pairs.map(([, persons]) => persons),
  );

const hasIncome = (pairs: readonly (readonly [number, number])[]) =>
  pairs.some(([income]) => income > 0);

describe('quantiles', () => {
  test('the weighted median counts persons, and halves the way where the share falls between two', () => {
    expect(weightedMedian(equal([1, 2, 3, 4]))).toBe(2.5);
    expect(weightedMedian(equal([1, 2, 3]))).toBe(2);
    expect(weightedMedian(orderIncomes([1, 2, 3], [1, 1, 2]))).toBe(2.5);
    expect(weightedMedian(orderIncomes([1, 2, 3], [1, 1, 3]))).toBe(3);
  });

  test('a weight of three is the same as three rows', () => {
    fc.assert(
      fc.property(weighted, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (pairs, share) => {
        const rows = pairs.flatMap(([income, persons]) =>
          Array.from({ length: persons }, () => income),
        );

        expect(weightedQuantile(ordered(pairs), share)).toBe(weightedQuantile(equal(rows), share));
      }),
    );
  });
});

describe('the Gini coefficient', () => {
  test('is 0 where all have the same and nears 1 where one has all', () => {
    expect(giniOf(equal([500, 500, 500]))).toBe(0);
    expect(giniOf(equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 1000]))).toBeCloseTo(0.9, 12);
  });

  test('of incomes 1 to n is (n² − 1) / 3n(n + 1)', () => {
    const n = 100;

    const gini = giniOf(equal(Array.from({ length: n }, (_, at) => at + 1)));

    expect(gini).toBeCloseTo((n * n - 1) / (3 * n * (n + 1)), 12);
  });

  test('is the mean difference of all pairs over twice the mean, however it is computed', () => {
    fc.assert(
      fc.property(weighted.filter(hasIncome), (pairs) => {
        const persons = pairs.reduce((sum, [, weight]) => sum + weight, 0);
        const mean = pairs.reduce((sum, [income, weight]) => sum + income * weight, 0) / persons;
        const differences = pairs.reduce(
          (sum, [left, one]) =>
            sum +
            pairs.reduce((inner, [right, two]) => inner + one * two * Math.abs(left - right), 0),
          0,
        );

        expect(giniOf(ordered(pairs))).toBeCloseTo(differences / (2 * persons * persons * mean), 9);
      }),
    );
  });

  test('is twice the area between the diagonal and the Lorenz curve', () => {
    const sample = equal([100, 250, 400, 700, 1500]);

    const points = lorenzOrdinates(sample, 5);

    const area = points
      .slice(1)
      .reduce((sum, point, at) => sum + (point.income + (points[at]?.income ?? 0)) / 10, 0);
    expect(giniOf(sample)).toBeCloseTo(1 - 2 * area, 12);
  });

  test('its interval by linearisation is that of the jackknife, to the second digit', () => {
    const incomes = Array.from({ length: 200 }, (_, at) => ((at * 7919) % 997) + 20);
    const sample = equal(incomes);
    const rows = incomes.map((income) => ({ income, persons: 1 }));

    const { standardError } = giniEstimate(sample, rows);

    const n = incomes.length;
    const left = incomes.map((_, out) => giniOf(equal(incomes.filter((__, at) => at !== out))));
    const mean = left.reduce((sum, value) => sum + value, 0) / n;
    const spread = left.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const jackknife = Math.sqrt(((n - 1) / n) * spread);
    expect((standardError ?? 0) / jackknife).toBeGreaterThan(0.98);
    expect((standardError ?? 0) / jackknife).toBeLessThan(1.02);
  });

  test('does not change when all incomes double or everybody is copied', () => {
    fc.assert(
      fc.property(weighted.filter(hasIncome), (pairs) => {
        const once = giniOf(ordered(pairs));
        const doubled = pairs.map(([income, persons]) => [income * 2, persons] as const);

        expect(giniOf(ordered(doubled))).toBeCloseTo(once, 10);
        expect(giniOf(ordered([...pairs, ...pairs]))).toBeCloseTo(once, 10);
        expect(once).toBeGreaterThanOrEqual(-1e-12);
        expect(once).toBeLessThan(1);
      }),
    );
  });
});

describe('the Lorenz curve', () => {
  test('begins at 0, ends at 1, never bends down and stays below the diagonal', () => {
    fc.assert(
      fc.property(weighted.filter(hasIncome), (pairs) => {
        const shares = quantileShares(ordered(pairs), 10).map(({ share }) => share);

        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
        shares.slice(1).forEach((share, at) => {
          expect(share).toBeGreaterThanOrEqual((shares[at] ?? 0) - 1e-10);
        });
      }),
    );
  });

  test('has no points where there is no income to share', () => {
    expect(lorenzOrdinates(equal([0, 0]), 5)).toEqual([]);
  });
});

describe('the at-risk-of-poverty rate', () => {
  // Commission Implementing Regulation (EU) 2019/2242: strictly below 60 % of the weighted median.
  test('counts persons strictly below 60 % of the median', () => {
    const sample = equal([500, 600, 1000, 1000, 2000]);
    const line = relativeLine(sample, 0.6);

    const [rate] = relativeFgt(
      sample,
      line,
      [...sample.incomes].map((income) => ({ income, persons: 1 })),
    );

    expect(line.line).toBe(600);
    expect(rate.value).toBe(0.2);
  });

  test('is 0 where all have the same', () => {
    const sample = equal([1000, 1000, 1000]);
    const line = relativeLine(sample, 0.6);

    const [rate] = relativeFgt(
      sample,
      line,
      [...sample.incomes].map((income) => ({ income, persons: 1 })),
    );

    expect(rate.value).toBe(0);
  });

  test('its interval is that of a resampling to within a quarter, line estimated anew each time', () => {
    const incomes = Array.from({ length: 400 }, (_, at) => 300 + ((at * 7919) % 4001) ** 1.3 / 8);
    const sample = equal(incomes);
    const rows = incomes.map((income) => ({ income, persons: 1 }));
    const [rate] = relativeFgt(sample, relativeLine(sample, 0.6), rows);

    let seed = 7;
    const next = () => {
      seed = (seed * 48271) % 2147483647;
      return seed;
    };
    const resampled = Array.from({ length: 400 }, () => {
      const drawn = equal(incomes.map(() => incomes[next() % incomes.length] ?? 0));
      const line = relativeLine(drawn, 0.6);
      return relativeFgt(drawn, line, [])[0].value;
    });

    const mean = resampled.reduce((sum, value) => sum + value, 0) / resampled.length;
    const spread = resampled.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const bootstrap = Math.sqrt(spread / (resampled.length - 1));
    expect((rate.standardError ?? 0) / bootstrap).toBeGreaterThan(0.75);
    expect((rate.standardError ?? 0) / bootstrap).toBeLessThan(1.25);
  });
});
