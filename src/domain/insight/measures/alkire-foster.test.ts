import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AchievementRow,
  createDeprivationTally,
  type DeprivationOptions,
  type DeprivationResult,
  type Dimension,
} from './alkire-foster.ts';

const six: readonly Dimension[] = [
  'income',
  'education',
  'health',
  'housing',
  'assets',
  'place',
].map((id) => ({ id, weight: 1, cutoff: 1 }));

function deprivationOf(
  rows: readonly Partial<AchievementRow>[],
  options: Partial<DeprivationOptions> = {},
): DeprivationResult {
  const tally = createDeprivationTally({ dimensions: six, k: 1 / 3, missing: 'drop', ...options });
  for (const row of rows) tally.add({ achievements: [], weight: 1, members: 1, ...row });
  return tally.close().result();
}

/** `110000`: deprived in the first two. */
const profile = (text: string) => ({
  achievements: [...text].map((mark) => (mark === '1' ? 0 : 1)),
});

describe('Alkire and Foster', () => {
  test('six equal dimensions and a cut of one third: two of six is poor [HH-02]', () => {
    const result = deprivationOf(['110000', '111100', '000001', '111111'].map(profile));

    expect(result.headcount.value).toBe(0.75);
    expect(result.intensity.value).toBeCloseTo(2 / 3, 12);
    expect(result.m0.value).toBeCloseTo(0.5, 12);
  });

  // Alkire and Foster 2011, Journal of Economic Inequality 9, 289–314, section 3: four persons, income,
  // years of schooling, health, service; H = 1/2, A = 3/4, M0 = 3/8.
  const example = {
    dimensions: [
      { id: 'income', weight: 1, cutoff: 13 },
      { id: 'schooling', weight: 1, cutoff: 12 },
      { id: 'health', weight: 1, cutoff: 3 },
      { id: 'service', weight: 1, cutoff: 1 },
    ],
    k: 2 / 4,
    hasDepth: true,
  };
  const four = [
    [13.1, 14, 4, 1],
    [15.2, 7, 5, 0],
    [12.5, 10, 1, 0],
    [20, 11, 3, 1],
  ].map((achievements) => ({ achievements }));

  test('the worked example of the authors gives H, A and M0, and the depths of its gap matrix', () => {
    const result = deprivationOf(four, example);

    expect([result.headcount.value, result.intensity.value, result.m0.value]).toEqual([
      0.5, 0.75, 0.375,
    ]);
    const gaps = [5 / 12, 1, 0.5 / 13, 2 / 12, 2 / 3, 1];
    expect(result.m1?.value).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap, 0) / 16, 12);
    expect(result.m2?.value).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap * gap, 0) / 16, 12);
  });

  test('who is deprived but not poor counts in the raw headcount and not in the censored one', () => {
    const result = deprivationOf(four, example);

    const schooling = result.dimensions[1];
    expect(schooling?.raw.value).toBe(0.75);
    expect(schooling?.censored.value).toBe(0.5);
  });

  test('someone of whom an answer is missing is left out and counted, or taken as not deprived', () => {
    const rows = [profile('110000'), { achievements: [0, 0, null, 1, 1, 1] }];

    expect(deprivationOf(rows)).toMatchObject({ rows: 1, dropped: 1 });
    const kept = deprivationOf(rows, { missing: 'not-deprived' });
    expect(kept).toMatchObject({ rows: 2, dropped: 0 });
    expect(kept.headcount.value).toBe(1);
  });

  test('weights need not add up to one, and a nested dimension is one with half of its weight', () => {
    const dimensions = six.map((one, at) => ({ ...one, weight: at === 0 ? 3 : 1 }));

    const result = deprivationOf(['100000', '010000'].map(profile), { dimensions });

    expect(result.dimensions.map(({ weight }) => weight)).toEqual([0.375, ...Array(5).fill(0.125)]);
    expect(result.headcount.value).toBe(0.5);
  });
});

const profiles = fc.array(
  fc.record({
    achievements: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
    weight: fc.integer({ min: 1, max: 20 }),
    members: fc.integer({ min: 1, max: 8 }),
  }),
  { minLength: 2, maxLength: 40 },
);

describe('properties of the deprivation measures', () => {
  test('M0 is H times A and the sum of its weighted censored headcounts', () => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 1, max: 6 }), (rows, sixths) => {
        const result = deprivationOf(rows, { k: sixths / 6 });

        const sum = result.dimensions.reduce(
          (total, { weight, censored }) => total + weight * censored.value,
          0,
        );
        expect(result.headcount.value * result.intensity.value).toBeCloseTo(result.m0.value, 10);
        expect(sum).toBeCloseTo(result.m0.value, 10);
        const shares = result.dimensions.reduce((total, one) => total + one.contribution, 0);
        expect(shares).toBeCloseTo(result.m0.value > 0 ? 1 : 0, 10);
      }),
    );
  });

  test('the whole is the mean of its parts, weighted by persons', () => {
    fc.assert(
      fc.property(profiles, profiles, (left, right) => {
        const whole = deprivationOf([...left, ...right]);
        const parts = [deprivationOf(left), deprivationOf(right)];

        const mean = parts.reduce((sum, part) => sum + part.m0.value * part.persons, 0);
        expect(mean / whole.persons).toBeCloseTo(whole.m0.value, 10);
      }),
    );
  });

  test('a higher cut makes nobody poor who was not, and depth never exceeds breadth', () => {
    fc.assert(
      fc.property(profiles, fc.integer({ min: 1, max: 5 }), (rows, sixths) => {
        const dimensions = six.map((one) => ({ ...one, cutoff: 2 }));
        const lower = deprivationOf(rows, { dimensions, k: sixths / 6, hasDepth: true });
        const higher = deprivationOf(rows, { dimensions, k: (sixths + 1) / 6, hasDepth: true });

        expect(higher.headcount.value).toBeLessThanOrEqual(lower.headcount.value + 1e-12);
        expect(lower.m1?.value).toBeLessThanOrEqual(lower.m0.value + 1e-12);
        expect(lower.m2?.value).toBeLessThanOrEqual((lower.m1?.value ?? 0) + 1e-12);
      }),
    );
  });
});
