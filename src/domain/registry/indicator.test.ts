import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, holdsFor, type IndicatorRule, readCell } from './indicator.ts';

const both = (text: string) => ({ zh: text, en: text });
const rule = (more: Partial<IndicatorRule> = {}): IndicatorRule => ({
  id: 'one',
  title: both('一'),
  measure: both('一'),
  unit: 'percent',
  least: null,
  most: null,
  verified: true,
  note: null,
  isCounted: false,
  ...more,
});
const share = rule({ least: 85 });
const judged = rule({ unit: '1' });
const count = rule({ unit: 'item/village', least: 1 });
const plain = (value: number) => ({ value, part: null, whole: null });

test.each([
  [share, '85', plain(85)],
  [share, ' 85.5 % ', plain(85.5)],
  [share, '41/50', { value: 82, part: 41, whole: 50 }],
  [share, '１００', 'notNumber'],
  [share, '101', 'overHundred'],
  [share, '51/50', 'overHundred'],
  [share, '1/0', 'noWhole'],
  [share, '-1', 'negative'],
  [share, '是', 'notNumber'],
  [share, '', null],
  [judged, '是', plain(1)],
  [judged, '√', plain(1)],
  [judged, 'No', plain(0)],
  [judged, '不达标', plain(0)],
  [judged, '82', 'notYesNo'],
  [count, '1,200', plain(1200)],
  [count, '1.5', 'notWhole'],
  [count, '3/4', 'notNumber'],
] as const)(
  '[JJ-31] [JJ-37] a cell of %o typed as “%s” is read as it was meant',
  (asked, text, meant) => {
    expect(readCell(asked, text)).toEqual(meant);
  },
);

test.each([
  [share, 85, true],
  [share, 84.9, false],
  [rule({ most: 2 }), 2, true],
  [rule({ most: 2 }), 2.1, false],
  [judged, 1, true],
  [judged, 0, false],
  [rule(), 40, null],
  [share, null, null],
] as const)(
  '[JJ-39] [GS-35] %o holds for %s only where a limit was published: %s',
  (asked, value, holds) => {
    expect(holdsFor(asked, value)).toBe(holds);
  },
);

test('what is copied out of a cell is read back as the same', () => {
  const words = { yes: '是', no: '否' };
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 500, max: 1000 }), (part, whole) => {
      const read = readCell(share, `${part}/${whole}`);
      if (read === null || typeof read === 'string') return false;
      return JSON.stringify(readCell(share, cellText(share, read, words))) === JSON.stringify(read);
    }),
  );
});
