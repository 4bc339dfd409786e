import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrationBands, createScoredRate, likelihoodOf, proxyScore } from './proxy-means.ts';
import { cghIndex, compositeRate, targetingErrors } from './targeting-errors.ts';

describe('targeting errors', () => {
  const counts = { truePositive: 80, falsePositive: 20, falseNegative: 40, trueNegative: 860 };

  test('the two families have different denominators, and each says its own', () => {
    const { programme, population } = targetingErrors(counts);

    expect(programme.inclusionError).toMatchObject({ numerator: 20, denominator: 100, value: 0.2 });
    expect(programme.exclusionError).toMatchObject({ numerator: 40, denominator: 120 });
    expect(population.omissionRate).toMatchObject({ numerator: 40, denominator: 900 });
    expect(population.falsePositiveRate).toMatchObject({ numerator: 20, denominator: 880 });
    expect(population.accuracy.value).toBe(0.94);
  });

  test('a rate of nobody is no rate', () => {
    const { programme } = targetingErrors({ ...counts, truePositive: 0, falsePositive: 0 });

    expect(programme.inclusionError).toMatchObject({ value: null, interval: null });
  });

  test('with the list at the size of the poor, leakage and undercoverage are the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (wrong, right) => {
          const { programme } = targetingErrors({
            truePositive: right,
            falsePositive: wrong,
            falseNegative: wrong,
            trueNegative: 1000,
          });

          expect(programme.inclusionError.value).toBe(programme.exclusionError.value);
        },
      ),
    );
  });

  test('six tenths of the transfers for the poorest four tenths is an index of 1.5', () => {
    expect(cghIndex(0.6, 0.4)).toBeCloseTo(1.5, 12);
  });

  test('300 remaining, 20 wrongly exited and 15 omitted of 20,000 is 1.675 %', () => {
    const rate = compositeRate({
      remaining: 300,
      wronglyExited: 20,
      omitted: 15,
      population: 20_000,
    });

    expect(rate).toBeCloseTo(0.01675, 12);
  });
});

describe('proxy means and scorecards', () => {
  const card = [
    { upTo: 4, probability: 0.95 },
    { upTo: 9, probability: 0.8 },
    { upTo: 100, probability: 0.1 },
  ];

  test('a predicted income is taken apart into what each item multiplies it by', () => {
    const { predicted, isTaken, contributions } = proxyScore(
      {
        intercept: Math.log(3000),
        terms: [
          { id: 'members', coefficient: -0.1 },
          { id: 'tiledRoof', coefficient: 0.5 },
        ],
        cut: 2800,
      },
      { members: 4, tiledRoof: 0 },
    );

    expect(predicted).toBeCloseTo(3000 * Math.exp(-0.4), 6);
    expect(isTaken).toBe(true);
    expect(contributions[0]).toMatchObject({ id: 'members', factor: Math.exp(-0.4) });
  });

  test('points become a likelihood by their band, and none where the table is silent', () => {
    expect([0, 4, 5, 9, 10].map((points) => likelihoodOf(card, points))).toEqual([
      0.95, 0.95, 0.8, 0.8, 0.1,
    ]);
    expect(likelihoodOf(card, 101)).toBeUndefined();
  });

  test('the poverty rate of a group is the mean likelihood of its persons', () => {
    const rows = [
      { points: 3, weight: 1, members: 4 },
      { points: 50, weight: 2, members: 3 },
      { points: 120, weight: 1, members: 2 },
    ];

    const tally = createScoredRate(card);
    for (const row of rows) tally.add(row);
    const rate = tally.result();

    expect(rate.value).toBeCloseTo((4 * 0.95 + 6 * 0.1) / 10, 12);
    expect(rate).toMatchObject({ rows: 2, beyondTable: 1 });
  });

  test('calibration puts predicted beside actual, band by band', () => {
    const rows = [
      { probability: 0.1, isPoor: false, weight: 3 },
      { probability: 0.1, isPoor: true, weight: 1 },
      { probability: 1, isPoor: true, weight: 2 },
    ];

    const bands = calibrationBands(rows, 5);

    expect(bands).toEqual([
      { from: 0, to: 0.2, rows: 2, predicted: expect.closeTo(0.1, 12), actual: 0.25 },
      { from: 0.8, to: 1, rows: 1, predicted: 1, actual: 1 },
    ]);
  });
});
