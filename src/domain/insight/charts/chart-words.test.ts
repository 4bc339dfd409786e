import { expect, test } from 'vitest';
import { atHead, both, decimalsBeside, saysUnit } from './chart-words.ts';

test('a number of today is as fine as what was printed beside it, so that what agrees looks alike [HJ-10]', () => {
  const completion = (5121 / 18_434) * 100;

  expect(completion.toFixed(decimalsBeside(completion, '27.78%'))).toBe('27.78');
  expect(decimalsBeside(46.46, '46.5%')).toBe(1);
  expect(decimalsBeside(33.3, '三分之一')).toBe(1);
});

test('what is counted has no decimals, however it was printed', () => {
  expect(decimalsBeside(18_434, '1.84万户')).toBe(0);
  expect(decimalsBeside(249_030_000, '2.49亿多元')).toBe(0);
});

test('a head says its unit once', () => {
  expect(saysUnit('在册户', '户')).toBe(true);
  expect(saysUnit('Listed persons', 'persons')).toBe(true);
  expect(saysUnit('本月公告脱贫', '户')).toBe(false);
});

test('words of a sentence begin a cell with a capital letter, in Chinese as they are', () => {
  expect(atHead(both('县级财政', 'county budget'))).toEqual(both('县级财政', 'County budget'));
});
