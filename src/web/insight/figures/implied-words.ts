// A range of an implied number as people read it.
import type { ClaimSummary } from '#contract/insight-figures.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { exactNumber } from '#web/text/number.ts';

export function impliedWords(
  implied: NonNullable<ClaimSummary['implied']>,
  language: Language,
): string {
  return `${impliedRange(implied)} ${implied.unit[language]}`;
}

/** Without its unit, for a column. */
export function impliedRange({ least, most }: NonNullable<ClaimSummary['implied']>): string {
  const one = (value: number) =>
    exactNumber(value, Number.isInteger(value) || value > 1000 ? 0 : 2);
  return most === null
    ? `≥ ${one(least)}`
    : least === most
      ? one(least)
      : `${one(least)}–${one(most)}`;
}

export function rangeWords(least: number, most: number): string {
  return least === most ? exactNumber(least) : `${exactNumber(least)}–${exactNumber(most)}`;
}
