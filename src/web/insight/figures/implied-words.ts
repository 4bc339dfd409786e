// A range of an implied number as people read it.
import type { ClaimSummary } from '#contract/insight-figures.ts';
import type { Bilingual, Language } from '#domain/kernel/refusal.ts';
import { exactNumber } from '#web/text/number.ts';

export function impliedWords(
  implied: NonNullable<ClaimSummary['implied']>,
  language: Language,
): string {
  return `${impliedRange(implied)} ${pluralUnit(implied.unit, language)}`;
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

/** Several of a unit: English says households, Chinese 户 as for one. */
export function pluralUnit(unit: Bilingual, language: Language): string {
  return language === 'en' && counted.has(unit.en) ? `${unit.en}s` : unit[language];
}

/** A number with its unit behind it: `8,565 household` is 8,565 households. */
export function pluralWords(shown: Bilingual, language: Language): string {
  const [, number, unit] = /^(\S+) (\w+)$/.exec(shown.en) ?? [];
  if (language === 'zh' || number === undefined || unit === undefined) return shown[language];
  return number === '1' ? shown.en : `${number} ${pluralUnit({ zh: unit, en: unit }, language)}`;
}

const counted = new Set(['household', 'person', 'village', 'house', 'helper', 'loan', 'team']);
