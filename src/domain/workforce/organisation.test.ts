import { expect, test } from 'vitest';
import { type PostRule, postGap } from './organisation.ts';

const post = (least: number, most: number | null): PostRule => ({
  id: 'coreStaff',
  title: { zh: '业务骨干', en: 'Core staff' },
  text: null,
  least,
  most,
});

test.each([
  [post(3, null), 2, '业务骨干要 3 名，还差 1 名。'],
  [post(3, null), 3, undefined],
  [post(3, null), 7, undefined],
  [post(1, 1), 2, '业务骨干最多 1 名，多了 1 名。'],
  [post(13, 13), 0, '业务骨干要 13 名，还差 13 名。'],
])('[HJ-03] [HJ-01] %o held by %i says %s', (rule, held, said) => {
  expect(postGap(rule, held)?.zh).toBe(said);
});
