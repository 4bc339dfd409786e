// 平台8个准: eight ways in which the register must match reality, each with three numbers that are never
// mixed into one: what rules find in the register itself, what departments' records say, what a field check
// found, with its interval. Names and order are Gansu's (indicators/register.yaml of gansu-2015); how each is
// counted is defined here, and where nothing counts it the reason stands in its place.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { QualityRuleId } from '../quality/rules.ts';

export const accuracyIds = [
  'identified',
  'facts',
  'causes',
  'plans',
  'delivered',
  'incomeAndSpending',
  'inAndOut',
  'progress',
] as const;
export type AccuracyId = (typeof accuracyIds)[number];

export interface Accuracy {
  readonly id: AccuracyId;
  readonly title: Bilingual;
  /** Rules of quality that speak of it. */
  readonly rules: readonly QualityRuleId[];
  /** Fields of the form that a field check compares. */
  readonly fields: 'all' | readonly string[];
}

export const accuracies: readonly Accuracy[] = [
  {
    id: 'identified',
    title: { zh: '对象识别认定准', en: 'Identification' },
    rules: ['exitedBelowLine', 'exitedInDangerousHouse', 'exitedUnsafeWater'],
    fields: [],
  },
  {
    id: 'facts',
    title: { zh: '家庭情况核实准', en: 'Household facts' },
    rules: [
      'noHead',
      'identityMissing',
      'ethnicityBlank',
      'insuranceBlank',
      'childAsLabour',
      'pupilAtWork',
      'workWithoutLabour',
      'relationAgainstSex',
      'impossibleHouse',
      'openConflict',
    ],
    fields: 'all',
  },
  {
    id: 'causes',
    title: { zh: '致贫原因分析准', en: 'Causes' },
    rules: [
      'causeBlank',
      'illnessWithoutIll',
      'disabilityWithoutDisabled',
      'schoolingWithoutPupil',
    ],
    fields: ['primaryCause'],
  },
  { id: 'plans', title: { zh: '计划措施制定准', en: 'Plans and measures' }, rules: [], fields: [] },
  {
    id: 'delivered',
    title: { zh: '扶贫政策落实准', en: 'Policies delivered' },
    rules: [],
    fields: [],
  },
  {
    id: 'incomeAndSpending',
    title: { zh: '人均收支核查准', en: 'Income and spending' },
    rules: ['incomeUnknown'],
    fields: [],
  },
  {
    id: 'inAndOut',
    title: { zh: '对象进出录入准', en: 'Entries and exits' },
    rules: [],
    fields: [],
  },
  {
    id: 'progress',
    title: { zh: '台账进度记录准', en: 'Progress recorded' },
    rules: [],
    fields: [],
  },
];

/** So many right of so many; `interval` where chance decided who was looked at. */
export interface Share {
  readonly right: number;
  readonly of: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly how: Bilingual;
}

/** A share, or why there is none. */
export type AccuracyNumber = { readonly share: Share } | { readonly why: Bilingual };

export function shareOf(
  right: number,
  of: number,
  { how, why, interval }: { how: Bilingual; why: Bilingual; interval?: Share['interval'] },
): AccuracyNumber {
  return of === 0 ? { why } : { share: { right, of, interval: interval ?? null, how } };
}
