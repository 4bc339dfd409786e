// A value of the form in words: labels for codes, units for measures, yuan for fen. Null is undefined
// here, so that nobody draws an unknown value as if it were one.
import type { FieldValue } from '#contract/registry-value.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { type FormField, householdField, personField } from '#domain/registry/form.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import type { FormWords } from './form-words.ts';

/** The field a name stands for; a name of a person's field may carry `<person id>.` before it. */
export function fieldOf(name: string): FormField | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return name.includes('.') ? personField(last) : (householdField(last) ?? personField(last));
}

export function shownValue(
  value: FieldValue | undefined,
  field: { readonly type: string; readonly list?: string | null; readonly unit?: string | null },
  words: FormWords,
  language: Language,
): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    const labels = value.map((code) => words.code(field.list ?? '', code));
    return labels.length === 0 ? undefined : labels.join(language === 'zh' ? '、' : ', ');
  }
  if (typeof value === 'boolean') {
    return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  }
  if (typeof value === 'number') return shownAmount(value, field, language);
  return field.type === 'code' ? words.code(field.list ?? '', value) : value;
}

function shownAmount(
  value: number,
  field: { readonly type: string; readonly unit?: string | null },
  language: Language,
): string {
  if (field.type === 'fen') return `${exactYuan(value)} ${language === 'zh' ? '元' : 'yuan'}`;
  // A year is a name, not an amount: no separators.
  if (field.unit === 'year') return language === 'zh' ? `${value} 年` : String(value);
  const number = Number.isInteger(value) ? exactNumber(value) : exactNumber(value, 1);
  const unit = units[language][field.unit ?? ''];
  if (unit === undefined) return number;
  return `${number} ${language === 'en' && value === 1 ? (single[field.unit ?? ''] ?? unit) : unit}`;
}

const units: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { squareMetre: '平方米', mu: '亩', kilometre: '公里', month: '个月', person: '人' },
  en: { squareMetre: 'm²', mu: 'mu', kilometre: 'km', month: 'months', person: 'persons' },
};

/** English for one of what is counted. */
const single: Readonly<Record<string, string>> = { month: 'month', person: 'person' };
