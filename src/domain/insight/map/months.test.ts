import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stages } from '#domain/registry/stage.ts';
import { type MovedInMonth, monthsOf } from './months.ts';

const line = (month: string, stage: string, came: number, left = 0): MovedInMonth => ({
  area: 'A',
  month: `${month}-01`,
  stage,
  came,
  left,
});

describe('months', () => {
  test('a month without a change repeats the one before', () => {
    const months = monthsOf([line('2016-01', 'SURVEYED', 5), line('2016-03', 'SURVEYED', 0, 2)], {
      parts: ['A'],
      today: '2016-04-10',
    });

    expect(months.map(({ month, standing }) => [month, standing[0]?.[0]])).toEqual([
      ['2016-01', 5],
      ['2016-02', 5],
      ['2016-03', 3],
      ['2016-04', 3],
    ]);
  });

  test('the last month is the sum of everything that came less everything that left', () => {
    const moves = fc.array(
      fc.record({
        area: fc.constantFrom('A', 'B'),
        month: fc.constantFrom('2015-11-01', '2016-01-01', '2016-02-01', '2016-09-01'),
        stage: fc.constantFrom(...stages),
        came: fc.nat(50),
        left: fc.nat(50),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(moves, (moved) => {
        const last = monthsOf(moved, { parts: ['A', 'B'], today: '2016-09-30' }).at(-1);
        for (const [part, area] of ['A', 'B'].entries()) {
          for (const [index, stage] of stages.entries()) {
            const own = moved.filter((one) => one.area === area && one.stage === stage);
            const sum = own.reduce((total, one) => total + one.came - one.left, 0);
            expect(last?.standing[part]?.[index]).toBe(sum);
          }
        }
      }),
    );
  });
});
