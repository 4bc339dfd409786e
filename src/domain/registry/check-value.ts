// Whether a value fits a field of the form: its type, its code list, what can be counted or dated at
// all. Null is always allowed where something may be unknown. Limits of local policy are not checked
// here; the identity number has rules of its own (identity-number.ts).

import { type PlainDate, parsePlainDate, yearOf } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { type FormField, isInNumberRange, numberRange } from './form.ts';
import type { FieldValue } from './household.ts';

/** Codes of each list; a list nobody installed accepts any code. */
export type CodeLists = ReadonlyMap<string, ReadonlySet<string>>;

/** Fields that always have a value. */
const needed = new Set(['name', 'householdNo', 'areaCode', 'stage']);

const otherCausesMost = 2;
const monthsOfYear = 12;

/** The problem with a value, undefined where it fits. */
export function problemOf(
  field: FormField,
  value: FieldValue,
  codes: CodeLists,
  today?: PlainDate,
): Bilingual | undefined {
  if (value === null) {
    return needed.has(field.name)
      ? { zh: '这一项不能为空。', en: 'It may not be empty.' }
      : undefined;
  }
  switch (field.type) {
    case 'text':
      return checkText(value);
    case 'code':
      return checkCode(field, value, codes);
    case 'codes':
      return checkCodes(field, value, codes);
    case 'integer':
      return checkInteger(field, value, today);
    case 'number':
      return typeof value === 'number' && isInNumberRange(value)
        ? undefined
        : {
            zh: `应为 0 到 ${numberRange.most} 之间的数。`,
            en: `It must be a number from 0 to ${numberRange.most}.`,
          };
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : { zh: '应为“是”或“否”。', en: 'It must be yes or no.' };
    case 'date':
      return checkDate(value, today);
    case 'sealed':
      return checkNumber(field, value);
    case 'area':
    case 'fen':
      return { zh: '这一项不在这里填写。', en: 'It is not entered here.' };
  }
}

function checkText(value: FieldValue): Bilingual | undefined {
  if (typeof value !== 'string' || value.trim() === '') {
    return { zh: '应为文字。', en: 'It must be text.' };
  }
  return value.length > 200
    ? { zh: '不能超过 200 个字。', en: 'It may have 200 characters at most.' }
    : undefined;
}

function checkCode(field: FormField, value: FieldValue, codes: CodeLists): Bilingual | undefined {
  if (typeof value !== 'string') return { zh: '应为代码。', en: 'It must be a code.' };
  const list = codes.get(field.list ?? '');
  if (list === undefined || list.has(value)) return undefined;
  const known = [...list].slice(0, 8).join('、');
  return {
    zh: `代码表里没有“${value}”。可用的代码如 ${known}。`,
    en: `The code list has no "${value}". It has ${known.replaceAll('、', ', ')} and others.`,
  };
}

function checkCodes(field: FormField, value: FieldValue, codes: CodeLists): Bilingual | undefined {
  if (!Array.isArray(value)) return { zh: '应为一组代码。', en: 'It must be a list of codes.' };
  if (new Set(value).size !== value.length) {
    return { zh: '同一代码只填一次。', en: 'Each code is entered once.' };
  }
  if (field.name === 'otherCauses' && value.length > otherCausesMost) {
    return { zh: '其他致贫原因最多两项。', en: 'At most two other causes are entered.' };
  }
  for (const code of value) {
    const problem = checkCode(field, code, codes);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkInteger(
  field: FormField,
  value: FieldValue,
  today?: PlainDate,
): Bilingual | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    return { zh: '应为不小于 0 的整数。', en: 'It must be a whole number of 0 or more.' };
  }
  if (field.unit === 'month' && value > monthsOfYear) {
    return { zh: '一年最多 12 个月。', en: 'A year has 12 months.' };
  }
  const yearMost = today === undefined ? 9999 : yearOf(today);
  if (field.unit === 'year' && (value < 1800 || value > yearMost)) {
    return {
      zh: `年份应在 1800 至 ${yearMost} 之间。`,
      en: `The year must lie between 1800 and ${yearMost}.`,
    };
  }
  return undefined;
}

function checkDate(value: FieldValue, today?: PlainDate): Bilingual | undefined {
  const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
  if (date === undefined) {
    return { zh: '应为日期，如 2016-09-30。', en: 'It must be a day such as 2016-09-30.' };
  }
  return today !== undefined && date > today
    ? { zh: `日期不能在今天（${today}）之后。`, en: `The day may not be after today (${today}).` }
    : undefined;
}

function checkNumber(field: FormField, value: FieldValue): Bilingual | undefined {
  const digits = typeof value === 'string' ? value.normalize('NFKC').replace(/[\s-]/g, '') : '';
  if (field.name === 'phone') {
    return /^\+?\d{5,15}$/.test(digits)
      ? undefined
      : { zh: '电话应为 5 至 15 位数字。', en: 'A telephone number has 5 to 15 digits.' };
  }
  if (field.name === 'bankAccount') {
    return /^\d{8,30}$/.test(digits)
      ? undefined
      : { zh: '银行账号应为 8 至 30 位数字。', en: 'A bank account has 8 to 30 digits.' };
  }
  return undefined;
}
