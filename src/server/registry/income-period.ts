// First month of an income year where a pack says one: 1 for the calendar year, 10 for October to
// September. Pack data, because places differ; the parameter is `incomePeriodStart`.
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { PeriodStartMonth } from '#domain/registry/income-year.ts';
import type { PackLibrary } from '#server/policy/pack-library.ts';

export function incomePeriodOf(
  packs: PackLibrary,
  area: AreaCode,
  today: PlainDate,
): PeriodStartMonth {
  const value = packs.inForce(area, today)?.scope.parameters.get('incomePeriodStart')?.value;
  return typeof value === 'number' && value >= 1 && value <= 12 ? value : 1;
}
