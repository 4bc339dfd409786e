import { expect, test } from 'vitest';
import { groupedNo } from './household-no.ts';

test.each([
  ['4512262010060328', '451226 201 006 0328'],
  ['451226201006012345', '451226 201 006 012345'],
  ['JT-0417', 'JT-0417'],
  ['', ''],
])('the number %s is read as %s', (number, read) => {
  expect(groupedNo(number)).toBe(read);
});
