import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFgtTally } from './fgt.ts';
import { registerDistribution, registerPoverty } from './register-measures.ts';

const counts = fc.array(
  fc.record({
    income: fc.integer({ min: 0, max: 20_000 }),
    households: fc.integer({ min: 1, max: 40 }),
    persons: fc.integer({ min: 1, max: 160 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('measures of a register', () => {
  test('are those of its households one by one', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 15_000 }), (rows, line) => {
        const tally = createFgtTally(line);
        for (const { income, persons } of rows) tally.add({ income, weight: 1, members: persons });

        const result = registerPoverty(rows, { households: 0, persons: 0 }, { line });

        const whole = tally.close().result();
        expect(result.headcount).toBeCloseTo(whole.headcount.value, 10);
        expect(result.severity).toBeCloseTo(whole.severity.value, 10);
        expect(result.gapYuan).toBeCloseTo(whole.gapYuan, 4);
        expect(result.bounds.low).toBeCloseTo(result.bounds.high, 10);
      }),
    );
  });

  test('households of unknown income widen the ends, as if none or all of them were poor', () => {
    const rows = [
      { income: 1000, households: 1, persons: 3 },
      { income: 5000, households: 1, persons: 5 },
    ];

    const { headcount, bounds } = registerPoverty(
      rows,
      { households: 1, persons: 2 },
      { line: 2800 },
    );

    expect(headcount).toBe(0.375);
    expect(bounds).toEqual({ low: 0.3, high: 0.5 });
  });

  test('of bands the one with the line is divided, and its whole breadth is the ends', () => {
    const rows = [
      { income: 2250, households: 10, persons: 40 },
      { income: 2750, households: 10, persons: 40 },
      { income: 3250, households: 5, persons: 20 },
    ];

    const result = registerPoverty(rows, { households: 0, persons: 0 }, { line: 2750, width: 500 });

    expect(result.headcount).toBeCloseTo(0.6, 12);
    expect(result.bounds).toEqual({ low: 0.4, high: 0.8 });
  });

  test('a register in which no income is known has no rate rather than 0', () => {
    const result = registerPoverty([], { households: 4, persons: 9 }, { line: 2800 });

    expect(result).toMatchObject({ headcount: null, gap: null, bounds: { low: 0, high: 1 } });
    expect(registerDistribution([])).toMatchObject({ gini: null, medianIncome: null, lorenz: [] });
  });
});
