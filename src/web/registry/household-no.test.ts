import { expect, test } from 'vitest';
import { groupedNo } from './household-no.ts';

test.each([
  ['4512262010060328', '451226\u00a0201\u00a0006\u00a00328'],
  ['451226201006012345', '451226\u00a0201\u00a0006\u00a0012345'],
  ['JT-0417', 'JT-0417'],
  ['', ''],
])('the number %s is read as %s', (number, read) => {
  expect(groupedNo(number)).toBe(read);
});
