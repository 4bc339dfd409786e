// From a catalogue of one language to the sentence itself: the plural form a count asks for, and what stands
// in the braces. All that is needed of it in thirty lines; ADR 0022 says what the library weighed.
import type { Language } from '#domain/kernel/refusal.ts';
import { exactNumber } from './number.ts';

export type Messages = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

const plurals: Readonly<Record<Language, Intl.PluralRules>> = {
  zh: new Intl.PluralRules('zh-CN'),
  en: new Intl.PluralRules('en-GB'),
};

/** Undefined where the catalogue has no such text. */
export function messageIn(
  messages: Messages,
  language: Language,
  key: string,
  values: Values = {},
): string | undefined {
  const { count } = values;
  const form = typeof count === 'number' ? `${key}_${plurals[language].select(count)}` : key;
  const found = [form, key].find((one) => Object.hasOwn(messages, one)) ?? '';
  return messages[found]?.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    shown(name, values[name]),
  );
}

/** A count is written with separators; everything else as it came. */
function shown(name: string, value: string | number | undefined): string {
  if (value === undefined) return '';
  return name === 'count' && typeof value === 'number' ? exactNumber(value) : String(value);
}
