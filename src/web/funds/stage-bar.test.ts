// The bars of the books: each of money that was one and the same.
import { expect, test } from 'vitest';
import { barOfCounty, barOfPlace, unallocatedOf } from './stage-bar.ts';

/** Allocated 120, of which 20 came from a gift of 50 of its own; 90 are paid. */
const withGift = { planned: 0, granted: 50, arrived: 50, allocated: 120, paid: 90, left: 60 };

test('a place with a gift of its own is drawn as what was paid of what was allocated to it', () => {
  expect(barOfPlace(withGift)).toEqual({ whole: 120, paid: 90, line: 150 });
});

test('what arrived and is not allocated is told apart', () => {
  expect(unallocatedOf(withGift)).toBe(30);
  expect(unallocatedOf({ ...withGift, granted: 0, arrived: 0, left: 30 })).toBe(0);
});

test('a county is drawn as what was paid of what arrived, over what was granted', () => {
  const county = { planned: 0, granted: 200, arrived: 150, allocated: 140, paid: 90, left: 60 };

  expect(barOfCounty(county)).toEqual({ whole: 150, paid: 90, line: 200 });
});
