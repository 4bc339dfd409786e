// A value of a fact or parameter as people read it: with its unit, its code or option by title.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Constant } from '#domain/policy/expression-tree.ts';
import { amountText, isSameUnit, type Unit } from '#domain/policy/expression-unit.ts';
import { groupDigits } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export function shownFact(pack: ResolvedPack, name: string, value: Constant): Bilingual {
  return { zh: shownIn(pack, name, value, 'zh'), en: shownIn(pack, name, value, 'en') };
}

export function labelOf(pack: ResolvedPack, name: string): Bilingual {
  return { zh: pack.wordings.zh.nameOf(name), en: pack.wordings.en.nameOf(name) };
}

function shownIn(pack: ResolvedPack, name: string, value: Constant, language: 'zh' | 'en'): string {
  if (value === null) return language === 'zh' ? '未知' : 'unknown';
  if (typeof value === 'boolean') {
    if (language === 'zh') return value ? '是' : '否';
    return value ? 'yes' : 'no';
  }
  if (typeof value === 'number') return numberIn(pack, name, value, language);
  const codes = typeof value === 'string' ? [value] : value;
  if (codes.length === 0) return language === 'zh' ? '无' : 'none';
  return codes
    .map((code) => pack.wordings[language].codeOf(String(code), name))
    .join(language === 'zh' ? '、' : ', ');
}

function numberIn(pack: ResolvedPack, name: string, value: number, language: 'zh' | 'en'): string {
  const item = pack.rows.items.find(({ row }) => row.id === name)?.row;
  const option = item?.options?.find((one) => one.value === value);
  if (option !== undefined) return option.title[language];
  const unit: Unit = (pack.scope.facts.get(name) ?? pack.scope.parameters.get(name))?.unit ?? {};
  const number = isYear(name, unit, value)
    ? String(value)
    : groupDigits(Math.round(value * 100) / 100);
  // What a form counts piece by piece is named before the number; a piece has no word of its own.
  if (item !== undefined && isSameUnit(unit, { item: 1 })) return number;
  return amountText(number, value, unit)[language];
}

/** A calendar year is not grouped in thousands. */
function isYear(name: string, unit: Unit, value: number): boolean {
  return /[yY]ear/.test(name) && unit.year === 1 && value >= 1000 && value < 10_000;
}
