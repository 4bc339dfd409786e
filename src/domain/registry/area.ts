// An area as it stood on a day: the same code may have had another name, and a code may have ended.
// Validity is half open, `from <= day < to`; an area whose beginning nobody recorded holds since
// `sinceAlways`. Names and codes come from the published division codes; nothing here invents one.

import type { AreaCode } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';

export interface Area {
  readonly code: AreaCode;
  readonly name: string;
  readonly validFrom: PlainDate;
  /** Null while the area exists. */
  readonly validTo: PlainDate | null;
  /** Where this name and code were read. */
  readonly source: string;
}

/** Stands for "before any record": the division codes say that a code is, not since when. */
export const sinceAlways = plainDate('0001-01-01');

export function isInForce(area: Pick<Area, 'validFrom' | 'validTo'>, day: PlainDate): boolean {
  return area.validFrom <= day && (area.validTo === null || day < area.validTo);
}

/** Names as officials say them: the ending of a village unit adds nothing in a list of villages. */
export function shortNameOf(name: string): string {
  return name
    .replace(/(社区居民委员会|社区居委会|居民委员会|居委会)$/, '社区')
    .replace(/(村民委员会|村委员会|村委会)$/, '村');
}
