// What is asked of the indicators: which one, cut by what, of which households and months. A question that
// no kept count answers is refused with what to change, never answered by a scan.

import { countyDigits } from '#domain/kernel/area-code.ts';
import type { Bilingual, Language } from '#domain/kernel/refusal.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  type DimensionId,
  dimensionTexts,
  isRegisterDimension,
  isTime,
  type RegisterDimension,
} from './dimensions.ts';
import { type Indicator, type IndicatorId, indicatorOf } from './indicators.ts';
import {
  crossTooFine,
  cutNotOffered,
  cutTwice,
  monthsBackward,
  villagesTooMany,
} from './refusals.ts';

export type Conditions = Readonly<Partial<Record<DimensionId, string>>>;

export interface Question {
  readonly indicator: IndicatorId;
  readonly rows: DimensionId;
  readonly columns?: DimensionId | undefined;
  /** One key each; '' is what nobody wrote down. */
  readonly conditions: Conditions;
  /** YYYY-MM, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The indicator where the question can be answered; refuses where it cannot. */
export function checkQuestion(
  question: Question,
  { area, language }: { readonly area: string; readonly language: Language },
): Indicator {
  const indicator = indicatorOf(question.indicator);
  const { rows, columns, from, to } = question;
  const said = (texts: readonly DimensionId[]) =>
    texts.map((id) => dimensionTexts[id].title[language]).join(language === 'zh' ? '、' : ', ');
  const asked = [rows, ...(columns === undefined ? [] : [columns]), ...conditioned(question)];
  for (const id of asked) {
    if (indicator.dimensions.includes(id)) continue;
    refuse(cutNotOffered, {
      indicator: indicator.title[language],
      dimension: said([id]),
      offered: said(indicator.dimensions),
    });
  }
  if (rows === columns) refuse(cutTwice, { dimension: said([rows]) });
  if (from !== undefined && to !== undefined && from > to) refuse(monthsBackward, { from, to });
  if (area.length < countyDigits && asked.includes('village')) {
    refuse(villagesTooMany, { part: said(['part']) });
  }
  const features = featuresOf(question);
  if (area.length < countyDigits && features.length > 2) {
    refuse(crossTooFine, { dimensions: said(features) });
  }
  return indicator;
}

export function conditioned({ conditions }: Pick<Question, 'conditions'>): readonly DimensionId[] {
  return (Object.keys(conditions) as DimensionId[]).filter((id) => conditions[id] !== undefined);
}

/** Features of households that take part, each once. */
export function featuresOf(question: Question): readonly RegisterDimension[] {
  const { rows, columns } = question;
  const all = [rows, ...(columns === undefined ? [] : [columns]), ...conditioned(question)];
  return [...new Set(all)].filter(isRegisterDimension);
}

/** Whether sums over this dimension mean something: what stands at a month's end adds over no months. */
export function addsOver(indicator: Indicator, dimension: DimensionId): boolean {
  return indicator.cube !== 'standing' || !isTime(dimension);
}

export function titleOf(id: DimensionId): Bilingual {
  return dimensionTexts[id].title;
}
