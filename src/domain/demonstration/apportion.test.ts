import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustToSum, apportion, chooseWeighted } from './apportion.ts';
import { randomOf, weighted } from './random.ts';

const sumOf = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);

describe('dividing a published whole', () => {
  test('parts always add up to the whole and lie within one of their exact share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(100_000), weights, (total, shares) => {
        const parts = apportion(total, shares);
        const whole = sumOf(shares);

        expect(sumOf(parts)).toBe(total);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (total * (shares[index] ?? 0)) / whole)).toBeLessThan(1);
        });
      }),
    );
  });

  test('sizes reach any possible sum and stay within their bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 540 }),
        (count, more) => {
          const total = Math.min(count + more, count * 10);
          const sizes = Array.from({ length: count }, () => 3);

          adjustToSum(sizes, total, { random: randomOf('sizes'), min: 1, max: 10 });

          expect(sumOf(sizes)).toBe(total);
          expect(sizes.every((size) => size >= 1 && size <= 10)).toBe(true);
        },
      ),
    );
  });

  test('a sum that no sizes can reach is refused', () => {
    expect(() => adjustToSum([3, 3], 25, { random: randomOf('x'), min: 1, max: 10 })).toThrow(
      /cannot add up to 25/,
    );
  });

  test('exactly as many are chosen as asked, and heavier ones more often', () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);

    const chosen = chooseWeighted(items, 200, {
      random: randomOf('choose'),
      weight: (item) => (item < 500 ? 4 : 1),
    });

    expect(new Set(chosen).size).toBe(200);
    expect(chosen.filter((item) => item < 500).length).toBeGreaterThan(140);
  });
});

describe('chance that repeats', () => {
  test('the same seed gives the same numbers, another seed others', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, randomOf(seed).next);

    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  test('numbers spread evenly and normals have mean 0 and deviation 1', () => {
    const random = randomOf('spread');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const tenth = random.below(10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    const normals = Array.from({ length: 50_000 }, random.normal);
    const mean = sumOf(normals) / normals.length;

    expect(Math.min(...tenths)).toBeGreaterThan(9_600);
    expect(Math.max(...tenths)).toBeLessThan(10_400);
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(sumOf(normals.map((value) => (value - mean) ** 2)) / normals.length).toBeCloseTo(1, 1);
  });

  test('a weighted pick never returns what has no weight', () => {
    const pick = weighted([
      ['never', 0],
      ['always', 3],
    ]);
    const random = randomOf('pick');

    expect(Array.from({ length: 100 }, () => pick(random))).not.toContain('never');
  });
});
