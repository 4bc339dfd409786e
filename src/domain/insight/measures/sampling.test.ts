import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptance,
  decisionValue,
  judgeLot,
  sampleSizeFor,
  twoLimitRule,
} from '#domain/kernel/statistics/lqas.ts';
import {
  exactInterval,
  wilsonInterval,
  zeroErrorBound,
} from '#domain/kernel/statistics/proportion-interval.ts';
import { createSampleTally, hansenHurwitz, sampleSizeForShare } from './sample-estimate.ts';

describe('the interval of a share', () => {
  // Newcombe 1998, Statistics in Medicine 17, 857–872, table I, methods 3 and 5; recommended for all n by
  // Brown, Cai and DasGupta 2001 (Wilson).
  test.each([
    [81, 263, 0.2553, 0.3662, 0.2527, 0.3676],
    [15, 148, 0.0624, 0.1605, 0.0578, 0.1617],
    [0, 20, 0, 0.1611, 0, 0.1684],
    [1, 29, 0.0061, 0.1718, 0.0009, 0.1776],
  ])(
    '%i of %i: Wilson %d to %d, exact %d to %d [HH-10]',
    (found, n, low, high, exactLow, exactHigh) => {
      const wilson = wilsonInterval(found / n, n);
      const exact = exactInterval(found, n);

      expect([wilson.low, wilson.high].map((end) => Number(end.toFixed(4)))).toEqual([low, high]);
      expect([exact.low, exact.high].map((end) => Number(end.toFixed(4)))).toEqual([
        exactLow,
        exactHigh,
      ]);
    },
  );

  test('28 wrongly exited of 6,829 in Jinggangshan is 0.284 % to 0.592 %; none of 300 is 0 to 1.264 %', () => {
    const found = wilsonInterval(28 / 6829, 6829);

    expect(found.low * 100).toBeCloseTo(0.284, 3);
    expect(found.high * 100).toBeCloseTo(0.592, 3);
    expect(wilsonInterval(0, 300).high * 100).toBeCloseTo(1.264, 3);
  });

  test('no error found bounds the rate by one less the n-th root of the risk', () => {
    expect(zeroErrorBound(149)).toBeLessThan(0.02);
    expect(zeroErrorBound(148)).toBeGreaterThan(0.02);
  });

  test('contains the share, stays within 0 and 1, and is inside the exact one or near it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, at) => {
          const found = Math.round(at * n);
          const { low, high } = wilsonInterval(found / n, n);

          expect(low).toBeLessThanOrEqual(found / n + 1e-12);
          expect(high).toBeGreaterThanOrEqual(found / n - 1e-12);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('lot quality assurance', () => {
  const question = { limit: 0.02, confidence: 0.95 };

  test.each([
    [0, 149],
    [1, 236],
    [2, 313],
    [3, 386],
  ])('at most 2 %% at 95 %%: %i errors need %i draws', (faults, draws) => {
    expect(sampleSizeFor(faults, question)).toBe(draws);
    expect(decisionValue(draws, question)).toBe(faults);
    expect(decisionValue(draws - 1, question) ?? -1).toBe(faults - 1);
  });

  test('thirty households of a village cannot prove 2 %, whatever they show', () => {
    const verdict = judgeLot(30, 0, question);

    expect(verdict).toMatchObject({
      verdict: 'cannot-tell',
      decisionValue: null,
      drawsNeeded: 149,
    });
  });

  test('of a village of 160 households fewer need be drawn than of an endless one', () => {
    const drawn = sampleSizeFor(0, { ...question, population: 160 });

    expect(drawn).toBeLessThan(149);
    expect(acceptance(0.02, { draws: drawn, faults: 0, population: 160 })).toBeLessThanOrEqual(
      0.05,
    );
    expect(acceptance(0.02, { draws: drawn - 1, faults: 0, population: 160 })).toBeGreaterThan(
      0.05,
    );
  });

  test('all of a village drawn proves what it shows', () => {
    expect(judgeLot(100, 1, { ...question, population: 100 }).verdict).toBe('proven');
    expect(judgeLot(100, 2, { ...question, population: 100 }).verdict).toBe('not-proven');
  });

  // Valadez 1991, Assessing Child Survival Programs in Developing Countries; the LQAS table for n = 19.
  test.each([
    [0.9, 15],
    [0.85, 14],
    [0.8, 13],
    [0.75, 12],
    [0.7, 11],
    [0.65, 10],
    [0.6, 9],
    [0.5, 7],
  ])('nineteen draws and a goal of %d: the decision value is %i', (upper, decision) => {
    const rule = twoLimitRule(19, { upper, lower: upper - 0.3, alpha: 0.1, beta: 0.1 });

    expect(rule?.decision).toBe(decision);
  });
});

describe('estimates of a sample', () => {
  // Lohr 2022, Sampling: Design and Analysis, example 3.2 (agstrat.csv): acres of farms in 1992, from the
  // means and variances it prints; total 909,736,034 with a standard error of 50,417,248.
  test('a stratified sample of counties has the total and standard error that Lohr prints', () => {
    const strata = [
      ['NE', 21, 220, 97_629.8, 7_647_472_708],
      ['NC', 103, 1054, 300_504.2, 29_618_183_543],
      ['S', 135, 1382, 211_315.0, 53_587_487_856],
      ['W', 41, 422, 662_295.5, 396_185_950_266],
    ] as const;
    const populationUnits = new Map(strata.map(([name, , all]) => [name, all] as const));
    const tally = createSampleTally({ populationUnits });
    for (const [stratum, drawn, all, mean, variance] of strata) {
      // Two values in turn with the mean and variance that are printed, a third where the count is odd.
      const pairs = Math.floor(drawn / 2);
      const step = Math.sqrt((variance * (drawn - 1)) / (2 * pairs));
      const values = Array.from({ length: drawn }, (_, at) =>
        at === 2 * pairs ? mean : mean + (at % 2 === 0 ? step : -step),
      );
      for (const value of values) tally.add({ stratum, value, weight: all / drawn });
    }

    const { total } = tally.result();

    expect(total.value / 909_736_034).toBeCloseTo(1, 4);
    expect(Math.round((total.standardError ?? 0) / 1000)).toBe(50_417);
  });

  // Lohr 2022, example 5.2: grade averages in 5 of 100 suites; mean 2.826, standard error 0.1637.
  test('five suites of one hundred have the mean and standard error of a cluster sample', () => {
    const suites = [
      [3.08, 2.6, 3.44, 3.04],
      [2.36, 3.04, 3.28, 2.68],
      [2.0, 2.56, 2.52, 1.88],
      [3.0, 2.88, 3.44, 3.64],
      [2.68, 1.92, 3.28, 3.2],
    ];
    const tally = createSampleTally({ populationUnits: new Map([['', 100]]) });
    suites.forEach((suite, at) => {
      for (const value of suite) tally.add({ cluster: `suite ${at}`, value, weight: 20 });
    });

    const { mean, total, units, population } = tally.result();

    expect([units, population]).toEqual([5, 400]);
    expect(mean.value).toBeCloseTo(2.826, 3);
    expect(mean.standardError).toBeCloseTo(0.1637, 4);
    expect(total.value).toBeCloseTo(1130.4, 1);
  });

  // Lohr 2022, example 6.4: five classes drawn in proportion to size, one of them twice.
  test('classes drawn by size give the estimate of Hansen and Hurwitz', () => {
    const drawn = [
      [24, 75],
      [100, 203],
      [100, 203],
      [76, 191],
      [44, 168],
    ] as const;

    const { value, standardError } = hansenHurwitz(
      drawn.map(([size, total]) => ({ total, probability: size / 647 })),
    );

    expect(value).toBeCloseTo(1749.014, 2);
    expect(standardError).toBeCloseTo(222.42, 1);
  });

  test('a stratum with one unit borrows its spread instead of having none', () => {
    const tally = createSampleTally();
    tally.add({ stratum: 'a', value: 1, weight: 1 });
    for (const value of [3, 5, 4]) tally.add({ stratum: 'b', value, weight: 1 });

    const { mean, lonelyStrata } = tally.result();

    expect(lonelyStrata).toBe(1);
    expect(mean.standardError).toBeGreaterThan(0.3);
  });

  // Lwanga and Lemeshow 1991, WHO, table 1: P = 0.5 within 5 points at 95 % needs 385.
  test('a share within five points at 95 % needs 385 draws, fewer of a small population', () => {
    expect(sampleSizeForShare(0.5, 0.05, { z: 1.96 })).toBe(385);
    expect(sampleSizeForShare(0.5, 0.05, { z: 1.96, population: 1000 })).toBe(278);
    expect(sampleSizeForShare(0.5, 0.05, { z: 1.96, designEffect: 2 })).toBe(769);
  });
});
