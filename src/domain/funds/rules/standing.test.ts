import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capVerdict,
  floorVerdict,
  leastVerdict,
  multipleVerdict,
  roomElsewhere,
  shareVerdict,
  splitVerdict,
} from './standing.ts';

describe('a share', () => {
  test.each([
    ['nothing is granted yet', 0n, 0n, 0n, 'open'],
    ['it is reached', 70n, 70n, 100n, 'kept'],
    ['it is not reached but can be', 10n, 40n, 100n, 'open'],
    ['the last of the room is used', 10n, 40n, 100n, 'open'],
    ['too much went elsewhere', 10n, 41n, 100n, 'broken'],
    ['more was used than the base', 70n, 140n, 100n, 'broken'],
  ] as const)('of 70 per cent, where %s [HH-13]', (_, measured, used, base, verdict) => {
    expect(shareVerdict({ percent: 70, measured, used, base })).toBe(verdict);
  });

  test('of a base nobody entered cannot be said [GS-59]', () => {
    expect(shareVerdict({ percent: 20, measured: 5n, used: 5n, base: null })).toBe('unknown');
    expect(capVerdict({ percent: 20, measured: 5n, used: 5n, base: null })).toBe('unknown');
  });

  test('at most holds up to its limit', () => {
    const facts = { percent: 20, used: 0n, base: 100n };

    expect(capVerdict({ ...facts, measured: 20n })).toBe('kept');
    expect(capVerdict({ ...facts, measured: 21n })).toBe('broken');
  });

  test('is never lost while what went elsewhere stays within the room, in whatever order', () => {
    const part = fc.record({ isMeant: fc.boolean(), amount: fc.bigInt({ min: 1n, max: 400n }) });

    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 0, max: 100 }), (parts, percent) => {
        let measured = 0n;
        let used = 0n;
        for (const { isMeant, amount } of parts) {
          if (used + amount > 1000n) continue;
          const facts = { percent, measured, used, base: 1000n };
          if (!isMeant && amount > roomElsewhere(facts)) continue;
          used += amount;
          if (isMeant) measured += amount;
        }
        expect(shareVerdict({ percent, measured, used, base: 1000n })).not.toBe('broken');
      }),
    );
  });
});

test('one third is exactly a third but for the rounding of a fen [TL-21]', () => {
  const third = { part: 1, parts: 3 };

  expect(splitVerdict({ measured: 33n, all: 100n }, third, true)).toBe('kept');
  expect(splitVerdict({ measured: 40n, all: 100n }, third, true)).toBe('broken');
  expect(splitVerdict({ measured: 40n, all: 100n }, third, false)).toBe('open');
  expect(splitVerdict({ measured: 0n, all: 0n }, third, true)).toBe('open');
});

test('a floor is broken only when the year is over [JJ-17]', () => {
  expect(floorVerdict({ short: 0, of: 15 }, false)).toBe('kept');
  expect(floorVerdict({ short: 2, of: 15 }, false)).toBe('open');
  expect(floorVerdict({ short: 2, of: 15 }, true)).toBe('broken');
  expect(floorVerdict({ short: 0, of: 0 }, true)).toBe('unknown');
  expect(leastVerdict(180n, 180n, false)).toBe('kept');
  expect(leastVerdict(179n, 180n, true)).toBe('broken');
  expect(leastVerdict(179n, 180n, false)).toBe('open');
});

test('loans are a multiple of what stands behind them', () => {
  const limits = { least: 5, most: 10 };

  expect(multipleVerdict(50n, 10n, limits)).toBe('kept');
  expect(multipleVerdict(101n, 10n, limits)).toBe('broken');
  expect(multipleVerdict(10n, 10n, limits)).toBe('open');
  expect(multipleVerdict(10n, 0n, limits)).toBe('broken');
  expect(multipleVerdict(0n, 0n, limits)).toBe('open');
});
