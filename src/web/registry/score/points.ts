import { exactNumber } from '#web/text/number.ts';

/** Whole points without decimals, others with one. */
export function points(value: number | null): string {
  if (value === null) return '—';
  return exactNumber(value, Number.isInteger(value) ? 0 : 1);
}
