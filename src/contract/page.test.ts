import { expect, test } from 'vitest';
import { HouseholdNoText } from './page.ts';

test.each([
  ['as it is stored', '4512261002100266'],
  ['typed with the gaps of a page', ' 451226 100 210 0266 '],
  ['copied from a page, whose gaps do not break', '451226\u00a0100\u00a0210\u00a00266'],
])('a household’s number is taken %s', (_, typed) => {
  expect(HouseholdNoText.parse(typed)).toBe('4512261002100266');
});

test('a number of another make keeps what is in it', () => {
  expect(HouseholdNoText.parse('HJ 2016-017')).toBe('HJ 2016-017');
});
