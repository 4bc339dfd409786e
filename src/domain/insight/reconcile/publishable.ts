// What a published rate lacks before it may be published again. A rate without numerator, denominator,
// method and date says nothing that anybody could check.

import type { Figure } from '#domain/policy/pack/figure-schemas.ts';
import type { Missing } from './finding.ts';

/** Undefined where the figure is no rate that somebody observed. */
export function lacksOf(
  figure: Figure,
  find: (id: string) => Figure | undefined,
): readonly Missing[] | undefined {
  const isRate = figure.unit === 'percent' || figure.numerator !== undefined;
  if (!isRate || figure.nature === 'rule') return undefined;
  const isThere = (id: string | undefined) => {
    const other = id === undefined ? undefined : find(id);
    return other !== undefined && (other.value !== undefined || other.bounds !== undefined);
  };
  const missing: Missing[] = [];
  if (!isThere(figure.numerator)) missing.push('numerator');
  if (!isThere(figure.denominator)) missing.push('denominator');
  if (figure.method === undefined) missing.push('method');
  if (figure.on.length < 10) missing.push('date');
  return missing;
}
