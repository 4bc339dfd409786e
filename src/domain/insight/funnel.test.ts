import { describe, expect, test } from 'vitest';
import { funnelOf } from './funnel.ts';

describe('the funnel', () => {
  test('a step holds everyone who came this far, so it never widens [HJ-48] [HJ-49] [HJ-50] [HJ-51]', () => {
    const standing = new Map([
      ['LISTED', { households: 9869, persons: 35_000 }],
      ['EXIT_APPLIED', { households: 3482, persons: 12_000 }],
      ['EXIT_VERIFIED', { households: 1395, persons: 5_000 }],
      ['EXIT_STANDARD', { households: 2591, persons: 9_000 }],
      ['EXIT_ANNOUNCED', { households: 1097, persons: 4_210 }],
    ]);

    const households = funnelOf(standing).map((step) => step.households);

    expect(households).toEqual([18_434, 18_434, 8_565, 5_083, 3_688, 1_097]);
  });

  test('nobody counted leaves zeros, not gaps', () => {
    expect(funnelOf(new Map()).every((step) => step.households === 0)).toBe(true);
  });
});
