import { describe, expect, test } from 'vitest';
import { bandsOf, dividedBy } from './income-bands.ts';

function counted(...pairs: readonly (readonly [string, number])[]) {
  return pairs.map(([key, households]) => ({ key, households, persons: 0 }));
}

describe('income bands', () => {
  test('every household is in exactly one band, or among those without an income', () => {
    const { bands, unknown } = bandsOf(
      counted(['-500', 2], ['0', 10], ['500', 300], ['2500', 400], ['9000', 1], ['', 7]),
    );

    expect(bands.reduce((sum, band) => sum + band.households, 0)).toBe(713);
    expect(unknown).toBe(7);
  });

  test('a loss is drawn in the first band', () => {
    const { bands } = bandsOf(counted(['-1000', 3], ['0', 10], ['500', 5]));

    expect(bands[0]).toMatchObject({ from: 0, households: 13 });
  });

  test('the long tail is one open band', () => {
    const { bands } = bandsOf(counted(['0', 1000], ['500', 1000], ['60000', 1]));

    expect(bands.at(-1)).toMatchObject({ below: undefined, households: 1 });
    expect(bands.length).toBeLessThan(6);
  });

  test('the line divides into below, above and the band it crosses', () => {
    const { bands } = bandsOf(counted(['2000', 4], ['2500', 5], ['3000', 6]));

    expect(dividedBy(bands, 2952)).toEqual({ below: 4, on: 5, above: 6 });
    expect(dividedBy(bands, 3000)).toEqual({ below: 9, on: 0, above: 6 });
  });
});
