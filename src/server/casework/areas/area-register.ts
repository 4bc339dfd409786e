// What is known of a village or county for the items of its checklist: indicators as their owner entered
// them, and the incidence as the register counts it. What nobody entered is unknown and stays so.
import type { CheckValue } from '#contract/casework-checks.ts';
import type { CheckItem } from '#domain/casework/checks/checklist.ts';
import { withinLimit } from '#domain/casework/checks/checklist.ts';
import { incidenceOf } from '#domain/casework/incidence.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { withUnit } from '#domain/policy/pack/document-shape.ts';
import { isJudged } from '#domain/registry/indicator.ts';
import { stages } from '#domain/registry/stage.ts';
import type { CaseRecord } from '#server/casework/case.store.ts';
import type { RegisterSide } from '#server/casework/checks/register-side.ts';
import type { Context } from '#server/http/context.ts';
import { listCounts } from '#server/registry/count.store.ts';
import { type IndicatorReading, readIndicators } from '#server/registry/read-indicators.ts';

const poorStages: readonly string[] = stages.slice(
  stages.indexOf('LISTED'),
  stages.indexOf('EXIT_ANNOUNCED'),
);

export async function areaRegisterSide(
  context: Pick<Context, 'tx' | 'platform' | 'today'>,
  { area_code }: Pick<CaseRecord, 'area_code'>,
): Promise<(item: CheckItem) => RegisterSide> {
  const area = areaCode(area_code);
  const readings = await readIndicators(context, area, context.today);
  const poor = await poorPersonsOf(context, [area]);
  return (item) => {
    const reading = readings.find(({ id }) => id === item.id);
    if (reading === undefined) return { holds: null, figure: null, values: [] };
    if (reading.isCounted) {
      return countedSide(context, item, { reading, readings, poor: poor.get(area) ?? 0 });
    }
    return enteredSide(item, reading);
  };
}

/** Persons of each area who are still poor; an area without any is not in it. */
export async function poorPersonsOf(
  { tx }: Pick<Context, 'tx'>,
  areas: readonly AreaCode[],
): Promise<ReadonlyMap<string, number>> {
  const poor = new Map<string, number>();
  for (const { area, key, persons } of await listCounts(tx, areas, ['stage'])) {
    if (poorStages.includes(key)) poor.set(area, (poor.get(area) ?? 0) + Number(persons));
  }
  return poor;
}

/** The number of persons a counted share of the same set is taken of. */
export function populationOf(
  readings: readonly IndicatorReading[],
  { set }: IndicatorReading,
): IndicatorReading | undefined {
  return readings.find((one) => one.set === set && !one.isCounted && one.unit === 'person');
}

interface Counting {
  readonly reading: IndicatorReading;
  readonly readings: readonly IndicatorReading[];
  readonly poor: number;
}

function countedSide(
  { today }: Pick<Context, 'today'>,
  { limit }: CheckItem,
  { reading, readings, poor }: Counting,
): RegisterSide {
  const population = populationOf(readings, reading);
  const figure = incidenceOf(poor, population?.value ?? null);
  return {
    figure,
    holds: figure === null || limit === null ? null : withinLimit(limit, figure),
    values: [
      {
        id: 'poorPersons',
        kind: 'figure',
        label: { zh: '未脱贫人口（登记册）', en: 'Persons still poor, by the register' },
        value: poor,
        shown: withUnit(poor, 'person'),
        source: 'register',
        on: today,
      },
      ...(population === undefined ? [] : [valueView(population)]),
    ],
  };
}

function enteredSide({ limit }: CheckItem, reading: IndicatorReading): RegisterSide {
  const { value } = reading;
  const hasLimit =
    limit !== null && [limit.least, limit.most, limit.below].some((one) => one !== null);
  const decides = value !== null && (hasLimit || isJudged(reading));
  const isMet = value !== null && (hasLimit ? withinLimit(limit, value) : value === 1);
  return { figure: value, holds: decides ? isMet : null, values: [valueView(reading)] };
}

function valueView(reading: IndicatorReading): CheckValue {
  const { id, title, value, evidence, by, asOf } = reading;
  return {
    id,
    kind: 'figure',
    label: title,
    value,
    shown: shownReading(reading),
    source: [evidence ?? '', by ?? ''].filter((one) => one !== '').join('，'),
    on: asOf,
  };
}

function shownReading(reading: IndicatorReading): Bilingual {
  const { value } = reading;
  if (value === null) return { zh: '未填报', en: 'not entered' };
  if (isJudged(reading)) {
    return value === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  }
  return withUnit(Math.round(value * 100) / 100, reading.unit);
}
