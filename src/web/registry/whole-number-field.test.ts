import { expect, test } from 'vitest';
import { wholeNumber } from './whole-number-field.tsx';

test.each([
  ['3000', '3000'],
  ['3,000', '3000'],
  ['３０００', '3000'],
  [' 007 ', '7'],
  ['三千', undefined],
  ['2.5', undefined],
  ['-3', undefined],
  ['', undefined],
])('%s typed into a filter is the whole number %s', (typed, number) => {
  expect(wholeNumber(typed)).toBe(number);
});
