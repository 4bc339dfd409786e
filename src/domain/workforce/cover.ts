// Whether a helper is on leave on a day.
import type { PlainDate } from '#domain/kernel/plain-date.ts';

export function isAway(
  { awayFrom, awayTo }: { readonly awayFrom: PlainDate | null; readonly awayTo: PlainDate | null },
  day: PlainDate,
): boolean {
  return awayFrom !== null && awayFrom <= day && (awayTo === null || awayTo >= day);
}
