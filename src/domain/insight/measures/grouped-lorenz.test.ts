import { describe, expect, test } from 'vitest';
import { type CurvePoint, groupedMeasures } from './grouped-lorenz.ts';

const pointsOf = (persons: readonly number[], income: readonly number[]): readonly CurvePoint[] =>
  persons.map((share, at) => ({ persons: share, income: income[at] ?? 0 }));

const formOf = (result: ReturnType<typeof groupedMeasures>, form: string) =>
  result.forms.find((one) => one.form === form);

// wbpip, World Bank, articles review_lq_code and review_gd_compute_pip_stats: the table that PovcalNet's
// calculator is shown with, mean 51.56 a month and a line of 1.90 a day, and PovcalNet's own results.
const povcal = pointsOf(
  [0.0005, 0.0032, 0.0148, 0.0443, 0.0991, 0.257, 0.4385, 0.5938, 0.7089, 1],
  [
    5.824760527229386e-5, 0.000604029410841011, 0.0037949334793616948, 0.013988878652244477,
    0.036992164583098786, 0.12140708906131342, 0.24531391873082081, 0.37446670169288321,
    0.48753116241194566, 1,
  ],
);

// Datt 1998, IFPRI FCND discussion paper 50: rural India 1983, mean 109.90 rupees, line 89 rupees.
const ruralIndia = pointsOf(
  [0.0092, 0.0339, 0.085, 0.164, 0.2609, 0.4133, 0.5497, 0.7196, 0.8196, 0.9174, 0.957, 0.9751, 1],
  [
    0.00208, 0.01013, 0.03122, 0.07083, 0.12808, 0.23498, 0.34887, 0.51994, 0.6427, 0.79201,
    0.86966, 0.91277, 1,
  ],
);

describe('grouped data', () => {
  const result = groupedMeasures(povcal, { mean: 51.56, line: (1.9 * 365) / 12 });

  test('the General Quadratic gives the numbers of PovcalNet to seven digits', () => {
    const form = formOf(result, 'quadratic');

    expect(form?.poverty?.headcount).toBeCloseTo(0.7601359, 7);
    expect(form?.poverty?.gap).toBeCloseTo(0.2762329, 7);
    expect(form?.poverty?.severity).toBeCloseTo(0.1283636, 7);
    expect(form?.gini).toBeCloseTo(0.3212646, 7);
    expect(form?.medianIncome).toBeCloseTo(42.24282, 5);
    expect(form?.error).toBeCloseTo(0.003221566, 9);
    expect(form?.decileShares.map((share) => share.toFixed(6))).toEqual([
      '0.037459',
      '0.050102',
      '0.060098',
      '0.068961',
      '0.077549',
      '0.086591',
      '0.097034',
      '0.110712',
      '0.133059',
      '0.278433',
    ]);
  });

  // The headcount there is found in steps of 1e-4 and the Gini by 499 bins, hence fewer digits.
  test('the Beta form gives the numbers of PovcalNet, and is the one taken', () => {
    const form = formOf(result, 'beta');

    expect(form?.poverty?.headcount).toBeCloseTo(0.7184622, 3);
    expect(form?.poverty?.gap).toBeCloseTo(0.2714275, 7);
    expect(form?.poverty?.severity).toBeCloseTo(0.1293701, 7);
    expect(form?.gini).toBeCloseTo(0.3123674, 5);
    expect(form?.medianIncome).toBeCloseTo(42.58973, 5);
    expect(form?.decileShares[0]).toBeCloseTo(0.03750486, 8);
    expect(form?.decileShares[9]).toBeCloseTo(0.2559782, 7);
    expect(result).toMatchObject({ forPoverty: 'beta', forInequality: 'beta' });
  });

  test('rural India 1983: 45.06 % below the line, a gap of 12.47 % and a severity of 4.75 %', () => {
    const { forms, forPoverty } = groupedMeasures(ruralIndia, { mean: 109.9, line: 89 });

    const taken = forms.find(({ form }) => form === forPoverty);

    expect(forPoverty).toBe('quadratic');
    expect(taken?.poverty?.headcount).toBeCloseTo(0.4506, 4);
    expect(taken?.poverty?.gap).toBeCloseTo(0.1247, 4);
    expect(taken?.poverty?.severity).toBeCloseTo(0.0475, 4);
  });

  test.each(['quadratic', 'beta'])(
    'the closed forms of the %s curve agree with its own area',
    (name) => {
      const { forms } = groupedMeasures(ruralIndia, { mean: 109.9, line: 89 });
      const form = forms.find((one) => one.form === name);
      const { headcount, gap, severity } = form?.poverty ?? { headcount: 0, gap: 0, severity: 0 };
      const slope = slopeOf(form?.parameters ?? {});
      const steps = 200_000;
      const shortfalls = Array.from({ length: steps }, (_, at) => {
        const share = ((at + 0.5) / steps) * headcount;
        return 1 - (slope(share) * 109.9) / 89;
      });

      const mean = (power: number) =>
        (headcount * shortfalls.reduce((sum, value) => sum + value ** power, 0)) / steps;

      expect(mean(1)).toBeCloseTo(gap, 4);
      expect(mean(2)).toBeCloseTo(severity, 4);
    },
  );

  test('a table that no Lorenz curve fits is told so, and nothing is taken from it', () => {
    // The poorest tenth holds half of all income: the classes are in the wrong order.
    const wrong = pointsOf([0.1, 0.3, 0.6, 0.8, 0.9, 1], [0.5, 0.6, 0.7, 0.8, 0.95, 1]);

    const { forms, forPoverty, forInequality } = groupedMeasures(wrong, { mean: 100, line: 50 });

    expect(forms.every(({ faults }) => faults.length > 0)).toBe(true);
    expect([forPoverty, forInequality]).toEqual([null, null]);
  });

  test('a line above every income of the table has no measure rather than a wrong one', () => {
    const { forms } = groupedMeasures(ruralIndia, { mean: 109.9, line: 1e7 });

    expect(forms.find(({ form }) => form === 'beta')?.poverty).toBeNull();
  });
});

function slopeOf(parameters: Readonly<Record<string, number>>): (p: number) => number {
  const { a, b = 0, e = 0, m = 0, n = 0, theta = 0, gamma = 0, delta = 0 } = parameters;
  if (a !== undefined) {
    return (p) => -b / 2 - (2 * m * p + n) / (4 * Math.sqrt(m * p * p + n * p + e * e));
  }
  return (p) => 1 - theta * p ** gamma * (1 - p) ** delta * (gamma / p - delta / (1 - p));
}
