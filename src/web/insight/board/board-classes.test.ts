import { expect, test } from 'vitest';
import { shadeOf, shareClasses, shareCuts } from './board-classes.ts';

const close = [0.82, 0.86, 0.89, 0.9, 0.91, 0.93, 0.95, 0.96, 0.98, 1];

test('villages that lie close together are told apart', () => {
  const cuts = shareCuts(close);
  const shades = close.map((share) => shadeOf(share, cuts));

  expect(cuts).toEqual([89, 91, 95, 98]);
  expect(shades).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});

test('the legend names every class by the cuts the shades are drawn by', () => {
  expect(shareClasses([89, 95])).toEqual([
    { shade: 1, from: undefined, below: 89 },
    { shade: 3, from: 89, below: 95 },
    { shade: 5, from: 95, below: undefined },
  ]);
});

test('a village without anybody left has no shade, whatever the others have', () => {
  expect(shadeOf(0, shareCuts([0, 0.5, 0.6]))).toBe(0);
});

test('villages that are all alike are drawn alike', () => {
  const cuts = shareCuts([0.9, 0.9, 0.9]);

  expect(cuts).toEqual([]);
  expect(shadeOf(0.9, cuts)).toBe(3);
});
