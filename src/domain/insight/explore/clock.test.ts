import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { nextAfter } from './clock.ts';

test('a view is sent again the next day, on the next Monday, on the first of the next month', () => {
  const friday = plainDate('2016-09-30');
  expect(nextAfter('day', friday)).toBe('2016-10-01');
  expect(nextAfter('week', friday)).toBe('2016-10-03');
  expect(nextAfter('week', plainDate('2016-10-03'))).toBe('2016-10-10');
  expect(nextAfter('week', plainDate('2016-10-02'))).toBe('2016-10-03');
  expect(nextAfter('month', friday)).toBe('2016-10-01');
  expect(nextAfter('month', plainDate('2016-12-01'))).toBe('2017-01-01');
});
