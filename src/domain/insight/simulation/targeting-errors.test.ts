import { expect, test } from 'vitest';
import { rate, targetingErrors } from './targeting-errors.ts';

// Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the interval of %d of %d is the published one', (hits, of, low, high) => {
  const found = rate(hits, of);

  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

test('inclusion is of the listed, exclusion of the poor, omission of those not listed', () => {
  const errors = targetingErrors({
    listedPoor: 90,
    listedNotPoor: 10,
    unlistedPoor: 30,
    unlistedNotPoor: 170,
  });

  expect(errors.inclusion).toMatchObject({ hits: 10, of: 100, share: 0.1 });
  expect(errors.exclusion).toMatchObject({ hits: 30, of: 120, share: 0.25 });
  expect(errors.omission).toMatchObject({ hits: 30, of: 200, share: 0.15 });
});

test('where nobody was re-checked there is no rate, and the interval says that anything is possible', () => {
  expect(rate(0, 0)).toEqual({ hits: 0, of: 0, share: null, low: 0, high: 1 });
});
