import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, lengthOf, overlapping, type TrailLine, throughEntry } from './trail.ts';

const line = (position: number, amount: bigint, more: Partial<TrailLine> = {}): TrailLine => ({
  entry: 'e',
  position,
  act: 'allocate',
  source: 'county',
  purpose: 'INDUSTRY',
  amount,
  ...more,
});

const amounts = fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 6 });

describe('money on its way through an entry', () => {
  test('a stretch of what an account gained is the same stretch of what another gave', () => {
    const lines = [line(1, -100n), line(2, 60n), line(3, 40n)];
    expect(throughEntry(lines, { entry: 'e', position: 3, low: 10n, high: 25n })).toEqual([
      { entry: 'e', position: 1, low: 70n, high: 85n },
    ]);
    expect(throughEntry(lines, { entry: 'e', position: 1, low: 50n, high: 70n })).toEqual([
      { entry: 'e', position: 2, low: 50n, high: 60n },
      { entry: 'e', position: 3, low: 0n, high: 10n },
    ]);
  });

  test('sources and uses stay apart, and where a line is not seen nothing is said [TL-33]', () => {
    const lines = [
      line(1, -100n),
      line(2, -50n, { source: 'central' }),
      line(3, 50n, { source: 'central' }),
      line(4, 100n),
    ];
    expect(throughEntry(lines, { entry: 'e', position: 4, low: 0n, high: 100n })).toEqual([
      { entry: 'e', position: 1, low: 0n, high: 100n },
    ]);
    expect(
      throughEntry(lines.slice(1), { entry: 'e', position: 4, low: 0n, high: 100n }),
    ).toBeUndefined();
  });

  test('there and back again is the same money, and nothing is lost on the way', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.nat(), fc.nat(), (gives, gains, at, long) => {
        const total = gives.reduce((sum, one) => sum + one, 0n);
        const parts = overlapping(
          gains.map((amount, index) => ({ entry: 'e', position: index, amount })),
          { low: 0n, high: total },
        );
        const taken = parts.map((part, index) => line(gives.length + index + 1, lengthOf(part)));
        const short = total - taken.reduce((sum, { amount }) => sum + amount, 0n);
        const lines = [
          ...gives.map((amount, index) => line(index + 1, -amount)),
          ...taken,
          ...(short > 0n ? [line(99, short)] : []),
        ];
        const position = (at % gives.length) + 1;
        const size = gives[position - 1] ?? 1n;
        const low = BigInt(long) % size;
        const asked = { entry: 'e', position, low, high: size };
        const there = throughEntry(lines, asked) ?? [];
        const back = joined(there.flatMap((one) => throughEntry(lines, one) ?? []));

        expect(there.reduce((sum, one) => sum + lengthOf(one), 0n)).toBe(lengthOf(asked));
        expect(back).toEqual([asked]);
      }),
    );
  });
});
