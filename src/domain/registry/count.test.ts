import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addLines, type CountLine, negated } from './count.ts';

const line: fc.Arbitrary<CountLine> = fc.record({
  area: fc.constantFrom('451226100201', '451226202202'),
  metric: fc.constantFrom('total', 'cause'),
  key: fc.constantFrom('', 'LAND'),
  households: fc.integer({ min: -3, max: 3 }),
  persons: fc.integer({ min: -9, max: 9 }),
});

const sorted = (lines: readonly CountLine[]) => lines.map((one) => JSON.stringify(one)).sort();

test('lines and their negation come to nothing', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(addLines([...lines, ...lines.map(negated)])).toEqual([]);
    }),
  );
});

test('adding in parts is adding at once', () => {
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (left, right) => {
      const parts = addLines([...addLines(left), ...addLines(right)]);

      expect(sorted(parts)).toEqual(sorted(addLines([...left, ...right])));
    }),
  );
});
