// What each function of the rule language is for, beside its usage, for whoever writes a rule.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { FunctionName } from '#domain/policy/expression-tree.ts';

export const functionTitles: Readonly<Record<FunctionName, Bilingual>> = {
  min: { zh: '取最小的一个', en: 'the smallest of them' },
  max: { zh: '取最大的一个', en: 'the largest of them' },
  abs: { zh: '去掉负号', en: 'without its sign' },
  round: { zh: '四舍五入', en: 'rounded' },
  floor: { zh: '舍去小数', en: 'without its decimals' },
  clamp: { zh: '限于两数之间', en: 'kept between two numbers' },
  between: {
    zh: '是否在两数之间（含两端）',
    en: 'whether it lies between two numbers, ends included',
  },
  bands: { zh: '按档取值', en: 'a value by the band it falls into' },
  isKnown: { zh: '是否知道', en: 'whether it is known' },
  orElse: { zh: '不知道时用另一个', en: 'something else where it is unknown' },
};
