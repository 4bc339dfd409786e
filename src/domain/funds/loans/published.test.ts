import { expect, test } from 'vitest';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import { agrees, basesOfShare } from './published.ts';

test.each([
  ['5121笔（户）', 5121, true],
  ['5121笔（户）', 5120, false],
  ['2.49亿多元', 249_030_000, true],
  ['2.49亿多元', 248_999_999, false],
  ['2.49亿多元', 250_000_000, false],
  ['25.36亿元', 2_536_400_000, true],
] as const)('[HJ-46] printed %s, %i in the books agrees is %s', (printed, ours, expected) => {
  const span = readPrinted(printed);

  expect(span !== undefined && agrees(ours, span)).toBe(expected);
});

test('[HJ-46] 5,121 households are 27.78 % of 18,431 to 18,437, and of no number that was printed', () => {
  expect(basesOfShare(5121, '27.78%')).toEqual({ least: 18_431, most: 18_437 });
  expect(basesOfShare(1, '99%')).toBeUndefined();
  expect(basesOfShare(1, '约')).toBeUndefined();
});

test('[TL-31] 1.323 billion of new loans are 236 % of the task set above and 153 % of the own goal', () => {
  expect(basesOfShare(132_300, '236%')).toEqual({ least: 55_941, most: 56_178 });
  expect(basesOfShare(132_300, '153%')).toEqual({ least: 86_189, most: 86_754 });
});
