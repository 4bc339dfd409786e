import { expect, test } from 'vitest';
import { scoreBars } from './score-bars.ts';

test('a point that no household has is an empty bar, not a missing one', () => {
  const drawn = scoreBars(
    [
      { points: 40, households: 10 },
      { points: 43, households: 5 },
    ],
    null,
    5,
  );

  expect(drawn?.bars.map((bar) => [bar.points, bar.households, bar.height])).toEqual([
    [40, 10, 1],
    [41, 0, 0],
    [42, 0, 0],
    [43, 5, 0.5],
  ]);
});

test('a household at the cut-off is within it, and the next five points are near misses', () => {
  const counts = Array.from({ length: 12 }, (_, index) => ({ points: 58 + index, households: 1 }));

  const drawn = scoreBars(counts, 60, 5);

  expect(drawn?.bars.map((bar) => bar.side)).toEqual([
    ...Array(3).fill('within'),
    ...Array(5).fill('near'),
    ...Array(4).fill('beyond'),
  ]);
  expect(drawn?.line).toBe(3 / 12);
  expect(drawn?.band).toEqual({ left: 3 / 12, width: 5 / 12 });
});

test('the line is drawn even where every household is far from it', () => {
  const drawn = scoreBars([{ points: 80, households: 3 }], 60, 5);

  expect(drawn?.from).toBe(60);
  expect(drawn?.line).toBeCloseTo(1 / 21);
});

test('nothing is drawn of nothing', () => {
  expect(scoreBars([], 60, 5)).toBeUndefined();
});
