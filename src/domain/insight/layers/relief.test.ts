import { expect, test } from 'vitest';
import { lightOn, reliefOf } from './relief.ts';

test('a slope that looks to the north-west is lit and the one behind it lies in shade', () => {
  const flat = lightOn(0, 0);
  // Ground that rises to the south-east faces the north-west.
  expect(lightOn(0.5, 0.5)).toBeGreaterThan(flat);
  expect(lightOn(-0.5, -0.5)).toBeLessThan(flat);
  expect(lightOn(-5, -5)).toBe(0);
});

test('where a height is not known nothing is drawn, and its neighbours are', () => {
  const metres = [1, 1, 1, 1, 1, Number.NaN, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1].map((one) => one * 100);
  const picture = reliefOf({ metres, wide: 4, high: 4, step: 30 });
  const alpha = [3, 7, 11, 15].map((at) => picture[at]);
  expect(alpha).toEqual([0, 255, 255, 255]);
});
