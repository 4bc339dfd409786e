// What the register is held against, rule by rule: what is asked, what to do about it. How a rule is
// looked up stands in quality.store.ts under the same name. A question is no mistake: somebody looks.
import type { Bilingual } from '#domain/kernel/refusal.ts';

export interface QualityRule {
  readonly id: string;
  /** Of which records it speaks: registered households, those that left poverty, or members. */
  readonly of: 'household' | 'exited' | 'person';
  /** `error` is to be mended; `question` is to be looked into and may well be true. */
  readonly kind: 'error' | 'question';
  readonly title: Bilingual;
  readonly remedy: Bilingual;
}

const error = 'error' as const;
const question = 'question' as const;
const visit = {
  zh: '入户核对后在户页更正。',
  en: 'Ask the household and correct it on its page.',
};

export const qualityRules = [
  {
    id: 'causeBlank',
    of: 'household',
    kind: error,
    title: { zh: '没有主要致贫原因', en: 'No main cause of poverty' },
    remedy: visit,
  },
  {
    id: 'incomeUnknown',
    of: 'household',
    kind: error,
    title: { zh: '没有人均收入', en: 'Income per head unknown' },
    remedy: { zh: '补记当年收入。', en: 'Enter the incomes of the year.' },
  },
  {
    id: 'noHead',
    of: 'household',
    kind: error,
    title: { zh: '没有户主', en: 'No head of household' },
    remedy: visit,
  },
  {
    id: 'illnessWithoutIll',
    of: 'household',
    kind: error,
    title: { zh: '因病致贫，户内没有登记病人', en: 'Poor by illness, nobody registered as ill' },
    remedy: {
      zh: '核对成员健康状况，或更正致贫原因。',
      en: 'Check the members’ health, or correct the cause.',
    },
  },
  {
    id: 'disabilityWithoutDisabled',
    of: 'household',
    kind: error,
    title: {
      zh: '因残致贫，户内没有登记残疾人',
      en: 'Poor by disability, nobody registered as disabled',
    },
    remedy: {
      zh: '核对成员健康状况，或更正致贫原因。',
      en: 'Check the members’ health, or correct the cause.',
    },
  },
  {
    id: 'schoolingWithoutPupil',
    of: 'household',
    kind: error,
    title: { zh: '因学致贫，户内没有在校生', en: 'Poor by schooling, nobody at school' },
    remedy: {
      zh: '核对在校情况，或更正致贫原因。',
      en: 'Check who is at school, or correct the cause.',
    },
  },
  {
    id: 'impossibleHouse',
    of: 'household',
    kind: error,
    title: {
      zh: '住房面积不可能（每人超过 200 平方米）',
      en: 'Impossible house (over 200 m² a head)',
    },
    remedy: visit,
  },
  {
    id: 'staleSurvey',
    of: 'household',
    kind: error,
    title: { zh: '一年多没有入户调查', en: 'No survey for more than a year' },
    remedy: { zh: '安排入户更新。', en: 'Visit and bring it up to date.' },
  },
  {
    id: 'openConflict',
    of: 'household',
    kind: error,
    title: { zh: '两个来源说法不一，还没有裁定', en: 'Two sources disagree, nobody has decided' },
    remedy: { zh: '在“核对”里裁定。', en: 'Decide it among the conflicts.' },
  },
  {
    id: 'exitedInDangerousHouse',
    of: 'exited',
    kind: error,
    title: { zh: '已脱贫，仍住 C、D 级危房', en: 'Left poverty, still in a house of grade C or D' },
    remedy: { zh: '复核退出，或更新住房等级。', en: 'Check the exit again, or update the grade.' },
  },
  {
    id: 'exitedUnsafeWater',
    of: 'exited',
    kind: error,
    title: { zh: '已脱贫，饮水不安全', en: 'Left poverty, water not safe' },
    remedy: { zh: '复核退出，或更新饮水情况。', en: 'Check the exit again, or update the water.' },
  },
  {
    id: 'exitedBelowLine',
    of: 'exited',
    kind: error,
    title: { zh: '已脱贫，人均收入低于贫困线', en: 'Left poverty, income below the line' },
    remedy: { zh: '列为返贫风险，核对收入。', en: 'Treat as at risk, check the income.' },
  },
  {
    id: 'identityMissing',
    of: 'person',
    kind: error,
    title: { zh: '没有证件号码', en: 'No identity number' },
    remedy: visit,
  },
  {
    id: 'ethnicityBlank',
    of: 'person',
    kind: error,
    title: { zh: '没有民族', en: 'Ethnicity blank' },
    remedy: visit,
  },
  {
    id: 'insuranceBlank',
    of: 'person',
    kind: error,
    title: { zh: '是否参加医疗保险没有登记', en: 'Medical insurance not recorded' },
    remedy: { zh: '按医保名单补记。', en: 'Fill in from the list of the insured.' },
  },
  {
    id: 'childAsLabour',
    of: 'person',
    kind: error,
    title: { zh: '未满 16 岁登记为劳动力', en: 'Under 16, registered as labour' },
    remedy: visit,
  },
  {
    id: 'pupilAtWork',
    of: 'person',
    kind: error,
    title: { zh: '义务教育在校生登记为务工', en: 'At school up to grade 9 and at work' },
    remedy: visit,
  },
  {
    id: 'workWithoutLabour',
    of: 'person',
    kind: error,
    title: { zh: '无劳动力却有务工月数', en: 'No labour ability, yet months of work' },
    remedy: visit,
  },
  {
    id: 'relationAgainstSex',
    of: 'person',
    kind: error,
    title: { zh: '与户主关系和性别不符', en: 'Relation and sex contradict each other' },
    remedy: visit,
  },
  {
    id: 'schoolAgeNotAtSchool',
    of: 'person',
    kind: question,
    title: { zh: '7 至 15 岁没有在校记录', en: 'Aged 7 to 15, not recorded at school' },
    remedy: {
      zh: '核实是否失学，失学即报教育部门。',
      en: 'If out of school, tell the school authority.',
    },
  },
  {
    id: 'oldAsOrdinaryLabour',
    of: 'person',
    kind: question,
    title: {
      zh: '60 岁以上登记为普通或技能劳动力',
      en: 'Over 60, registered as ordinary or skilled labour',
    },
    remedy: visit,
  },
  {
    id: 'notInsured',
    of: 'person',
    kind: question,
    title: { zh: '没有参加医疗保险', en: 'Not insured against illness' },
    remedy: { zh: '帮助参保。', en: 'Help them to enrol.' },
  },
  {
    id: 'copiedAnswers',
    of: 'household',
    kind: question,
    title: {
      zh: '同村五户以上收入、住房、耕地完全一样',
      en: 'Five or more of a village with the same income, house and land',
    },
    remedy: { zh: '可能照抄，抽几户重新问。', en: 'Perhaps copied: ask some of them again.' },
  },
  {
    id: 'justOverLine',
    of: 'exited',
    kind: question,
    title: {
      zh: '已脱贫，收入只比贫困线高不到 5%',
      en: 'Left poverty, less than 5% over the line',
    },
    remedy: {
      zh: '紧贴着线的户多得反常时，复核收入怎样算出来。',
      en: 'Where many stand just over it, check how the income was computed.',
    },
  },
] as const satisfies readonly QualityRule[];

export type QualityRuleId = (typeof qualityRules)[number]['id'];

export const qualityRuleIds = qualityRules.map(({ id }) => id) as readonly QualityRuleId[];
