import { expect, test } from 'vitest';
import { trialBars } from './trial-bars.ts';
import { rangeOf, settled } from './trial-changes.ts';

const side = (cutOff: number | null) => ({
  cutOff,
  listed: { households: 0, persons: 0 },
  beyond: 0,
  vetoed: 0,
  undetermined: 0,
  near: 0,
});
const outcomes = (listed: number, beyond: number, vetoed = 0) => ({
  listed,
  beyond,
  vetoed,
  undetermined: 0,
});

test('a bar parts into who stays, enters, leaves and is barred, and its parts add up to it', () => {
  const drawn = trialBars({
    distribution: [
      { points: 60, base: outcomes(10, 0, 2), variant: outcomes(7, 3, 2) },
      { points: 61, base: outcomes(0, 8), variant: outcomes(8, 0) },
    ],
    base: side(60),
    variant: side(61),
    sheet: { id: 's', title: { zh: '', en: '' }, verified: true, direction: 'lowerIsPoorer' },
  });

  expect(drawn?.bars.map(({ parts }) => parts)).toEqual([
    { stays: 7, enters: 0, leaves: 3, beyond: 0, barred: 2 },
    { stays: 0, enters: 8, leaves: 0, beyond: 0, barred: 0 },
  ]);
  expect(drawn?.lines).toEqual({ base: 0.5, variant: 1 });
});

test('where more points are poorer the line stands before its bar', () => {
  const drawn = trialBars({
    distribution: [{ points: 10, base: outcomes(1, 0), variant: outcomes(1, 0) }],
    base: side(null),
    variant: side(10),
    sheet: { id: 's', title: { zh: '', en: '' }, verified: true, direction: 'higherIsPoorer' },
  });

  expect(drawn?.lines).toEqual({ base: undefined, variant: 0 });
});

test('a later change of the same thing replaces the earlier one, and the value in force takes it away', () => {
  const first = settled([], { kind: 'cutOff', value: 61 }, false);
  const second = settled(first, { kind: 'cutOff', value: 62 }, false);

  expect(second).toEqual([{ kind: 'cutOff', value: 62 }]);
  expect(settled(second, { kind: 'cutOff', value: 60 }, true)).toEqual([]);
});

test.each([
  [60, 100, { most: 100, step: 1 }],
  [3, undefined, { most: 6, step: 1 }],
  [0.5, undefined, { most: 1, step: 0.01 }],
  [2952, undefined, { most: 5904, step: 100 }],
])('a slider of %d goes far enough in steps a hand can stop at', (value, most, range) => {
  expect(rangeOf(value, most)).toEqual(range);
});
