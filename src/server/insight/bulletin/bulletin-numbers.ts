// The numbers of a bulletin from where the pages have them, each with all its parts.
import { narrowTo } from '#domain/access/actor.ts';
import type { BulletinFigure } from '#domain/insight/bulletin/bulletin.ts';
import { type IndicatorId, indicatorOf } from '#domain/insight/explore/indicators.ts';
import type { Numbers } from '#domain/insight/explore/pivot.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { type Reading, readCells } from '../explore/read-cells.ts';

export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** What an indicator counts in the whole area, before anything is divided. */
export async function countsOfIndicator(
  context: Context,
  id: IndicatorId,
  span?: MonthSpan,
): Promise<Numbers> {
  const indicator = indicatorOf(id);
  const own = narrowTo(context.actor, context.area);
  const reading: Reading = {
    context,
    question: {
      indicator: id,
      rows: indicator.dimensions.find((one) => one !== 'part' && one !== 'village') ?? 'part',
      conditions: {},
      ...span,
    },
    indicator,
    own,
    spans: own.map(spanOf),
    parts: [],
    masked: false,
  };
  const sum: Record<string, number> = {};
  for (const { numbers } of await readCells(reading)) {
    for (const [name, n] of Object.entries(numbers)) sum[name] = (sum[name] ?? 0) + n;
  }
  return sum;
}

const units = {
  household: 'household',
  person: 'person',
  item: 'item',
  percent: 'percent',
} as const;

/** An indicator as a published figure: a rate with its numerator and denominator. */
export function figureOf(
  id: IndicatorId,
  numbers: Numbers,
  { on, method }: { readonly on: string; readonly method: BulletinFigure['method'] },
): BulletinFigure {
  const { title, unit, definition, source, n, over } = indicatorOf(id);
  if (unit === 'yuan') throw new Error(`a bulletin has figures of households, and ${id} is money`);
  const count = numbers[n] ?? 0;
  const whole = over === undefined ? null : (numbers[over] ?? 0);
  const share = whole === null || whole === 0 ? null : (count / whole) * 100;
  return {
    id,
    title: { ...title },
    value: over === undefined ? count : share,
    unit: unit === 'mean' ? 'percent' : units[unit],
    numerator: over === undefined ? null : count,
    denominator: whole,
    definition: { ...definition },
    method: { ...method },
    source: { ...source },
    on,
  };
}
