// A range of an implied number as people read it.
import type { ClaimSummary } from '#contract/insight-figures.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { exactNumber } from '#web/text/number.ts';

export function impliedWords(
  { least, most, unit }: NonNullable<ClaimSummary['implied']>,
  language: Language,
): string {
  const one = (value: number) =>
    exactNumber(value, Number.isInteger(value) || value > 1000 ? 0 : 2);
  const range =
    most === null ? `≥ ${one(least)}` : least === most ? one(least) : `${one(least)}–${one(most)}`;
  return `${range} ${unit[language]}`;
}

export function rangeWords(least: number, most: number): string {
  return least === most ? exactNumber(least) : `${exactNumber(least)}–${exactNumber(most)}`;
}
