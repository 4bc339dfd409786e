import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { iccOf, kappaOf, numberAgreement } from '#domain/kernel/statistics/agreement.ts';
import { aggregateRanks, kendallW } from './rank-agreement.ts';

describe('kappa', () => {
  test('the table 40, 5, 7, 48 agrees in 88 of 100 and has a kappa of 0.7586', () => {
    const { observed, expected, kappa } = kappaOf([
      [40, 5],
      [7, 48],
    ]);

    expect(observed).toBeCloseTo(0.88, 12);
    expect(expected).toBeCloseTo(0.503, 12);
    expect(kappa).toBeCloseTo(0.7586, 4);
  });

  // Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, table 18.1: diagnoses of
  // 100 subjects by two raters; kappa 0.676, standard error 0.088.
  test('the three diagnoses of Fleiss give 0.68 with the standard error of Fleiss, Cohen and Everitt', () => {
    const { kappa, standardError } = kappaOf([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);

    expect(kappa).toBeCloseTo(0.676, 3);
    expect(standardError).toBeCloseTo(0.088, 3);
  });

  test('a neighbour counts for half with linear weights and for more with quadratic ones', () => {
    const table = [
      [10, 5, 0],
      [5, 10, 5],
      [0, 5, 10],
    ];

    const [none, linear, quadratic] = (['none', 'linear', 'quadratic'] as const).map(
      (weights) => kappaOf(table, { weights }).kappa,
    );

    expect(none).toBeCloseTo(0.394, 3);
    expect(linear).toBeCloseTo(0.5238, 3);
    expect(quadratic).toBeCloseTo(0.6667, 3);
  });

  test('lies between −1 and 1, and is 1 where all agree', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), ([a, b, c, d]) => {
        fc.pre(a + b + c + d > 0 && a + b > 0 && c + d > 0);
        const { kappa } = kappaOf([
          [a, b],
          [c, d],
        ]);

        expect(kappa).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(kappa).toBeLessThanOrEqual(1 + 1e-12);
        expect(
          kappaOf([
            [a + 1, 0],
            [0, d + 1],
          ]).kappa,
        ).toBe(1);
      }),
    );
  });
});

describe('agreement of numbers', () => {
  // Bland and Altman 1986, Lancet i, 307–310: peak expiratory flow by two meters, 17 subjects; mean
  // difference −2.1 l/min, standard deviation 38.8, limits −79.7 and 75.5 (with 2 for 1.96).
  test('the two peak flow meters of Bland and Altman differ by −2.1 with a deviation of 38.8', () => {
    const wright = [
      494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427,
    ];
    const mini = [
      512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451,
    ];

    const result = numberAgreement(wright.map((value, at) => [value, mini[at] ?? 0] as const));

    expect(result.meanDifference).toBeCloseTo(-2.1, 1);
    expect(result.deviation).toBeCloseTo(38.8, 1);
    expect(result.limits.low).toBeCloseTo(-2.1 - 1.96 * 38.77, 0);
    expect(result.limits.high).toBeCloseTo(-2.1 + 1.96 * 38.77, 0);
  });

  test('pairs within the tolerance are counted, those exactly on it included', () => {
    const pairs = [
      [3000, 3100],
      [3000, 3101],
      [5000, 5000],
    ] as const;

    expect(numberAgreement(pairs, { tolerance: 100 }).withinTolerance).toBeCloseTo(2 / 3, 12);
  });

  // Shrout and Fleiss 1979, Psychological Bulletin 86, 420–428, tables 2 and 4.
  test('six subjects and four judges give the three correlations of Shrout and Fleiss', () => {
    const result = iccOf([
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]);

    expect(result.icc11).toBeCloseTo(0.17, 2);
    expect(result.icc21).toBeCloseTo(0.29, 2);
    expect(result.icc31).toBeCloseTo(0.71, 2);
  });
});

describe('ranks of a community', () => {
  // Siegel 1956, Nonparametric Statistics, page 230: three executives rank six applicants; W = 0.16.
  test('three executives who hardly agree have a W of 0.16', () => {
    const { w } = kendallW([
      [1, 6, 3, 2, 5, 4],
      [1, 5, 6, 4, 2, 3],
      [6, 3, 2, 5, 4, 1],
    ]);

    expect(w).toBeCloseTo(0.16, 2);
  });

  test('W is 1 where all rank alike, ties included', () => {
    expect(
      kendallW([
        [1, 2.5, 2.5, 4],
        [1, 2.5, 2.5, 4],
      ]).w,
    ).toBe(1);
  });

  test('who wins every pair comes first by Copeland, though Borda may say otherwise', () => {
    // Three of five put A first; the other two put it last.
    const scores = aggregateRanks([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
      [3, 1, 2],
      [3, 1, 2],
    ]);

    expect(scores.map(({ copeland }) => copeland)).toEqual([2, 0, -2]);
    expect(scores.map(({ borda }) => borda)).toEqual([6, 7, 2]);
  });
});
