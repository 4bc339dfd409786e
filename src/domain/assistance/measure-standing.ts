// How far a measure of a plan is, said once for every page and every paper. Who carries it out reports it
// done; that says nothing of what arrived. What arrived is said by the benefits recorded under it, and the
// last word on it is the household's.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { MeasureState } from './plan.ts';

export const measureStandings = [
  'planned',
  'underway',
  'stopped',
  'reported',
  'unrecorded',
  'undelivered',
  'delivered',
  'confirmed',
  'disputed',
] as const;
export type MeasureStanding = (typeof measureStandings)[number];

export const standingTitles: Readonly<Record<MeasureStanding, Bilingual>> = {
  planned: { zh: '未开始', en: 'Not begun' },
  underway: { zh: '进行中', en: 'Under way' },
  stopped: { zh: '已停止', en: 'Stopped' },
  reported: { zh: '已报完成', en: 'Reported done' },
  unrecorded: { zh: '已报完成，没有送到记录', en: 'Reported done, no delivery recorded' },
  undelivered: { zh: '已报完成，还没送到', en: 'Reported done, not delivered yet' },
  delivered: { zh: '已送到，等农户确认', en: 'Delivered, the household has not answered' },
  confirmed: { zh: '农户已确认', en: 'Confirmed by the household' },
  disputed: { zh: '农户说没到', en: 'The household says it did not arrive' },
};

/** The mark of a standing; only what the household confirmed is done. */
export const standingMeanings = {
  planned: 'neutral',
  underway: 'neutral',
  stopped: 'neutral',
  reported: 'neutral',
  unrecorded: 'neutral',
  undelivered: 'neutral',
  delivered: 'due',
  confirmed: 'done',
  disputed: 'over',
} as const satisfies Readonly<Record<MeasureStanding, string>>;

interface BenefitOfMeasure {
  readonly line: string | null;
  readonly code: string;
  readonly state: string;
}

/** What was recorded under a measure: by its line, or of its kind where nobody named a line. */
export function benefitsUnder<Benefit extends Pick<BenefitOfMeasure, 'line' | 'code'>>(
  { line, code }: { readonly line: string; readonly code: string },
  benefits: readonly Benefit[],
): readonly Benefit[] {
  return benefits.filter((one) => one.line === line || (one.line === null && one.code === code));
}

/** What is said of a report alone, as of one day of the past or of a village, to which nothing is delivered. */
export function standingOfReport(state: MeasureState): MeasureStanding {
  return state === 'done' ? 'reported' : state;
}

/** Of a household's measure: a dispute outranks every report, what arrived shows that it began. */
export function standingOfMeasure(
  measure: { readonly line: string; readonly code: string; readonly state: MeasureState },
  benefits: readonly BenefitOfMeasure[],
): MeasureStanding {
  const states = benefitsUnder(measure, benefits)
    .map(({ state }) => state)
    .filter((state) => state !== 'leftOut');
  if (states.includes('disputed')) return 'disputed';
  const hasArrived = states.some((state) => state !== 'promised');
  if (measure.state === 'planned' && hasArrived) return 'underway';
  if (measure.state !== 'done') return measure.state;
  if (states.length === 0) return 'unrecorded';
  if (states.includes('promised')) return 'undelivered';
  return states.includes('delivered') ? 'delivered' : 'confirmed';
}
