// Why a relation came out as it did, in a sentence, and what a reader would ask the office that published it.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { ratioReasons } from './ratio-reasons.ts';
import type { ReasonWords } from './said.ts';
import { said } from './said.ts';

const sumReasons = {
  'sum-agrees': said('各项相加与合计一致。', 'The parts add up to the total.'),
  'sum-needs-part': said(
    '只有把另列的一项也算进去，合计才成立。',
    'The total holds only with the part that is named separately.',
    '另列的那一项是否已含在合计里？',
    'Is the separate part inside the total or beside it?',
  ),
  'sum-short': said(
    '各项相加少于合计。',
    'The parts add up to less than the total.',
    '少的部分归入哪一项？各项是点数出来的，还是折算出来的？',
    'Which part holds the rest? Were the parts counted or converted?',
  ),
  'sum-exceeds': said(
    '各项相加超过合计。',
    'The parts add up to more than the total.',
    '哪一项重复计算了？',
    'Which part counts something twice?',
  ),
  'parts-overlap': said(
    '各项相加超过合计：同一对象可列入多项，不能当作互斥的分类。',
    'The parts exceed the total: one may stand in several, so they are no partition.',
    '每户的主要措施是哪一项？按主要措施各有多少？',
    'What is the primary measure of each, and how many has each measure then?',
  ),
  remainder: said(
    '合计减去已公布的各项，得出未公布的一项。',
    'The total less the published parts gives the one that was not published.',
    '未公布的一项实际是多少？',
    'What is the part that was not published?',
  ),
  'parts-unpublished': said(
    '不止一项没有公布，无法核对。',
    'More than one part was not published; nothing can be checked.',
    '请补报未公布的各项。',
    'Give the parts that were not published.',
  ),
  'sum-derived': said(
    '没有公布合计，只能得出各项之和。',
    'No total was published; the parts only give their sum.',
    '合计是多少？',
    'What is the total?',
  ),
  'units-differ': said(
    '单位不同，不能放在一起比较。',
    'The units differ, so the figures cannot be put together.',
    '各数的单位分别是什么？有没有公布过合计？',
    'In which unit is each figure? Was a total published?',
  ),
  unpublished: said(
    '所需的数没有公布。',
    'A number that is needed was not published.',
    '请补报所缺的数。',
    'Give the missing number.',
  ),
  'bare-rate': said(
    '只公布了比率，没有分子分母，无法核对。',
    'A rate without numerator and denominator cannot be checked.',
    '分子、分母各是多少，什么时候、怎么取得？',
    'What are numerator and denominator, when and how were they taken?',
  ),
  'base-derived': said(
    '由比率反推出基数，基数没有公布。',
    'The base follows from the rate; it was not published.',
    '基数是多少，指什么？',
    'What is the base, and of what?',
  ),
  'rate-agrees': said('比率与公布的分母一致。', 'The rate agrees with the published denominator.'),
  'rate-narrows': said(
    '只有分母落在隐含范围内，比率才成立。',
    'The rate holds only for denominators inside the implied range.',
    '分母的准确数是多少？',
    'What is the exact denominator?',
  ),
  'rate-needs-base': said(
    '分母没有公布；只有基数落在隐含范围内，比率才成立。',
    'No denominator was published; the rate holds only for a base inside the implied range.',
    '分母指什么，准确数是多少？',
    'What is the denominator, exactly?',
  ),
  'rate-differs': said(
    '公布的分母得不出这个比率。',
    'The published denominator does not give this rate.',
    '分子或分母哪一个不对？',
    'Which is wrong, numerator or denominator?',
  ),
  'no-base-fits': said(
    '可能的分母都得不出这个比率。',
    'None of the possible denominators gives this rate.',
    '这个比率以什么为分母？',
    'What was this rate taken of?',
  ),
  'no-whole-base': said(
    '没有任何整数分母能得出这个比率。',
    'No whole denominator gives this rate.',
    '分子和比率是否来自同一时点？',
    'Are numerator and rate of the same day?',
  ),
  'numerator-derived': said(
    '由比率和分母得出分子的范围，分子没有公布。',
    'Rate and denominator give a range for the numerator, which was not published.',
    '分子是多少？',
    'What is the numerator?',
  ),
  'one-base': said('几个比率出自同一个基数。', 'The rates come from one base.'),
  'one-base-assumed': said(
    '几种说法只在同一个狭小的基数范围内同时成立，而分母并未写明。',
    'The statements hold together only for a base in one narrow range, and no denominator was named.',
    '这几个比率的分母是否都是在册户数？',
    'Were these rates all taken of the registered?',
  ),
  'bases-apart': said(
    '没有一个基数能让这些说法同时成立。',
    'No base lets the statements hold together.',
    '它们的分母各是什么？',
    'What is the denominator of each?',
  ),
  'exceeds-whole': said(
    '部分超过了全体。',
    'A part exceeds the whole.',
    '是人（户）次、人数，还是包括了在册以外的？',
    'Are these turns, persons, or people outside the register?',
  ),
  'times-not-heads': said(
    '数的是人（户）次，不是人（户）数，与在册数不可比。',
    'These are turns, not heads; they cannot be compared with the register.',
    '去重之后是多少？',
    'How many are they without repetition?',
  ),
  'other-people': said(
    '部分不一定都在这个全体之内。',
    'The part need not lie inside this whole.',
    '两边都算的有多少？',
    'How many belong to both?',
  ),
  'share-derived': said('由两个公布的数得出占比。', 'Two published numbers give the share.'),
  'in-range': said('比值在合理范围内。', 'The ratio lies in a likely range.'),
  'out-of-range': said(
    '比值超出合理范围。',
    'The ratio lies outside any likely range.',
    '两个数是否同一口径、同一时点？',
    'Are both of one definition and one day?',
  ),
  'flow-closes': said('期初、增减与期末相符。', 'Opening, moves and closing agree.'),
  'flow-broken': said(
    '期初经增减得不到期末。',
    'Opening and moves do not give the closing number.',
    '中间还有哪些进出？',
    'What else came in or went out?',
  ),
  'flow-derived': said('由公布的增减得出另一端。', 'The published moves give the other end.'),
  'flow-negative': said(
    '得出的期初或期末为负。',
    'The end that follows would be negative.',
    '增减或存量哪一个不对？',
    'Which is wrong, the move or the stock?',
  ),
  'net-derived': said('由进出得出净增减。', 'What came in and went out gives the net change.'),
  'funnel-falls': said(
    '环节逐级减少，符合先后次序。',
    'Each stage is smaller than the one before.',
  ),
  'funnel-rises': said(
    '后一环节多于前一环节。',
    'A later stage exceeds an earlier one.',
    '是否有未经前一环节的？',
    'Did some skip the earlier stage?',
  ),
  'plan-kept': said('完成数不少于计划数。', 'What was done is no less than what was planned.'),
  'plan-missed': said(
    '完成数少于计划数。',
    'Less was done than planned.',
    '差额何时完成？',
    'When will the rest be done?',
  ),
  'mean-keeps': said('平均数在公布的限度内。', 'The mean keeps the published limit.'),
  'mean-breaks': said(
    '平均数超出公布的限度。',
    'The mean breaks the published limit.',
    '是否有超过限度的个案？',
    'Which cases exceed the limit?',
  ),
  'mean-derived': said('由两个公布的数得出比值。', 'Two published numbers give the ratio.'),
} as const satisfies Record<string, ReasonWords>;

export const reasonWords = { ...sumReasons, ...ratioReasons } as const;
export type Reason = keyof typeof reasonWords;

export function sentenceOf(reason: Reason): Bilingual {
  return reasonWords[reason].says;
}

export function questionOf(reason: Reason): Bilingual | null {
  return reasonWords[reason].asks;
}
