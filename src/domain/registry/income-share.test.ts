import fc from 'fast-check';
import { expect, test } from 'vitest';
import { industryShare } from './income.ts';

test('the share of income from industry is that of all that comes in, before costs [GS-37]', () => {
  expect(industryShare({ wage: 300, business: 500, property: 100, transfer: 100 })).toBe(0.5);
  expect(industryShare({ wage: 0, business: 0, property: 0, transfer: 0 })).toBeUndefined();
});

test('more from industry never lowers the share, and it stays between nothing and all', () => {
  const fen = fc.nat({ max: 10_000_000 });
  fc.assert(
    fc.property(
      fen,
      fen,
      fen,
      fen,
      fc.nat({ max: 1000 }),
      (wage, business, property, transfer, more) => {
        const before = industryShare({ wage, business, property, transfer }) ?? 0;
        const after = industryShare({ wage, business: business + more, property, transfer }) ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(1);
      },
    ),
  );
});
