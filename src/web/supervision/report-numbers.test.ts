import { expect, test } from 'vitest';
import { columnShare, percentOf, signed } from './report-numbers.ts';

test('points are whole and carry their sign; means of one column all have a decimal', () => {
  expect([-3, 0, 9].map((points) => signed(points))).toEqual(['−3', '0', '+9']);
  expect([-3, -0.04, 4.92].map((mean) => signed(mean, 1))).toEqual(['−3.0', '0.0', '+4.9']);
});

test('shares of one column all have a decimal, a rate has the digits it deserves', () => {
  expect([0.8, 0.711].map(columnShare)).toEqual(['80.0%', '71.1%']);
  expect(percentOf(0.000844)).toBe('0.0844');
});
