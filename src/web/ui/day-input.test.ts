import { describe, expect, test } from 'vitest';
import { readDay } from './day-input.tsx';

describe('a typed day', () => {
  test.each([
    ['2016-09-30', '2016-09-30'],
    ['20160930', '2016-09-30'],
    ['2016/9/30', '2016-09-30'],
    ['2016.9.3', '2016-09-03'],
    ['2016年9月30日', '2016-09-30'],
    [' 2016-9-30 ', '2016-09-30'],
  ])('%s is read in the order year, month, day', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  test.each([['2016-02-30'], ['09/30/2016'], ['2016-13-01'], ['2016930'], ['昨天'], ['']])(
    '%s is no day, rather than a guess',
    (typed) => {
      expect(readDay(typed)).toBeUndefined();
    },
  );
});
