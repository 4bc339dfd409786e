// Reads the text of one cell as the value of one field: numbers with their unit behind them, full-width
// digits, 万, yes and no in their many spellings, labels or codes of a list. What cannot be read is a
// problem with a remedy, never a guess.

import type { ImportField } from '#domain/exchange/import-field.ts';
import type { ProblemCode } from '#domain/exchange/row-problem.ts';
import { readSheetDate } from '#domain/exchange/sheet-date.ts';
import { startsFormula } from '#domain/exchange/sheet-row.ts';
import { fenToNumber, parseYuan } from '#domain/kernel/fen.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { RefusalFacts } from '#domain/kernel/refusal.ts';
import { type FormField, isInNumberRange } from '#domain/registry/form.ts';
import type { FieldValue } from '#domain/registry/household.ts';

/** Code of a label or code of a list; undefined when the list has no such thing. */
export type CodeOf = (list: string, text: string) => string | undefined;

export interface ValueContext {
  readonly today: PlainDate;
  readonly codeOf: CodeOf;
  /** What a person calls a list, for messages. */
  readonly listName: (list: string) => string;
}

export type ValueReading =
  | { readonly value: FieldValue; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: ValueProblem };

export interface ValueProblem {
  readonly code: ProblemCode;
  readonly facts: RefusalFacts;
}

const unknown: ValueReading = { value: null };

/** Signs that stand for a blank. */
const blankSigns = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  'null',
  'n/a',
  '#n/a',
  '空',
  '未知',
  '不详',
]);

const textCharactersMax = 200;
const householdNoCharactersMax = 40;

export function readFormValue(form: FormField, raw: string, context: ValueContext): ValueReading {
  const text = raw.normalize('NFKC').trim();
  if (blankSigns.has(text.toLowerCase())) return unknown;
  switch (form.type) {
    case 'text':
      return readText(form, raw);
    case 'code':
      return readCode(form.list ?? '', text, context);
    case 'codes':
      return readCodes(form.list ?? '', text, context);
    case 'boolean':
      return readYesNo(text);
    case 'date':
      return readDate(text, context);
    case 'integer':
    case 'number':
      return readNumber(form, text, context);
    case 'sealed':
      return form.name === 'phone' ? readPhone(text) : readAccount(text);
    case 'area':
    case 'fen':
      throw new Error(`${form.name} is not read from a cell of its own`);
  }
}

/** Yuan as fen; a column of 万元 multiplies. */
export function readIncome(raw: string, factor: number): ValueReading {
  const text = raw.normalize('NFKC').trim();
  if (blankSigns.has(text.toLowerCase())) return unknown;
  if (text === '无' || text === '没有') return { value: 0 };
  const fen = parseYuan(roundedToFen(text.replace(/^[¥¥]/, '')));
  if (fen === undefined) return failed('exchange/income-unreadable');
  const amount = fen * BigInt(factor);
  if (amount < 0n) return failed('exchange/income-negative');
  if (amount > 10n ** 13n) return failed('exchange/number-out-of-range', { min: 0, max: 10 ** 11 });
  return { value: fenToNumber(amount) };
}

/** A formula's result has more decimals than money: 1234.5600000000002 is 1234.56. */
function roundedToFen(text: string): string {
  return /^-?\d+\.\d{3,}$/.test(text) ? Number(text).toFixed(2) : text;
}

const untidy = /[\s\u200b-\u200f\ufeff]/;

export function cleanText(raw: string): string {
  if (!untidy.test(raw)) return raw;
  return raw
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function readText(form: FormField, raw: string): ValueReading {
  const isNumber = form.name === 'householdNo';
  const text = cleanText(isNumber ? raw.normalize('NFKC') : raw);
  if (text === '无') return unknown;
  if (text.includes('\ufffd')) return failed('exchange/text-damaged');
  if (startsFormula(text)) return failed('exchange/formula-text');
  const max = isNumber ? householdNoCharactersMax : textCharactersMax;
  return text.length > max ? failed('exchange/text-too-long', { max }) : { value: text };
}

function readCode(list: string, text: string, context: ValueContext): ValueReading {
  const code = findCode(list, text, context.codeOf);
  return code === undefined ? unknownCode(list, text, context) : { value: code };
}

function readCodes(list: string, text: string, context: ValueContext): ValueReading {
  const whole = findCode(list, text, context.codeOf);
  if (whole !== undefined) return { value: [whole] };
  const codes: string[] = [];
  for (const part of text.split(/[、,;/+|]|\s+/).filter((piece) => piece !== '')) {
    const code = findCode(list, part, context.codeOf);
    if (code === undefined) return unknownCode(list, text, context);
    if (!codes.includes(code)) codes.push(code);
  }
  return { value: codes };
}

/** Also as exports write it: `01 因病`, `(1)因病`, `因病(01)`. */
function findCode(list: string, text: string, codeOf: CodeOf): string | undefined {
  const whole = codeOf(list, text) ?? codeOf(list, text.replace(/\s/g, ''));
  if (whole !== undefined) return whole;
  const numbered = /^\(?(\d{1,3})\)?[.、:\s-]*(\D.*)$/.exec(text);
  if (numbered !== null) return codeOf(list, (numbered[2] ?? '').trim());
  const labelled = /^(.*?)\s*\(\s*\d{1,3}\s*\)$/.exec(text);
  return labelled === null ? undefined : codeOf(list, labelled[1] ?? '');
}

function unknownCode(list: string, text: string, context: ValueContext): ValueReading {
  if (text === '无' || text === '没有') return unknown;
  return failed('exchange/code-unknown', { list: context.listName(list) });
}

const yes = new Set([
  '是',
  '有',
  '已',
  '√',
  '✓',
  '✔',
  '1',
  'y',
  'yes',
  'true',
  '对',
  '享受',
  '参加',
]);
const no = new Set([
  '否',
  '无',
  '没有',
  '未',
  '×',
  '✗',
  'x',
  '0',
  '2',
  'n',
  'no',
  'false',
  '不',
  '不是',
]);

function readYesNo(text: string): ValueReading {
  const word = text.toLowerCase();
  if (yes.has(word)) return { value: true };
  if (no.has(word)) return { value: false };
  if (/^(?:未|没|不|无|否)/.test(word)) return { value: false };
  if (/^(?:已|是|有|享受|参加|加入|通|安全)/.test(word)) return { value: true };
  return failed('exchange/yes-no-unknown');
}

function readDate(text: string, context: ValueContext): ValueReading {
  const date = readSheetDate(text);
  if (date === undefined) return failed('exchange/date-unreadable');
  if (date > context.today) return failed('exchange/date-in-future', { today: context.today });
  return { value: date };
}

const units = /(?:亩|平方米|平米|m2|公里|千米|km|米|个月|月|年|人|口|元|个)$/i;

function readNumber(form: FormField, text: string, context: ValueContext): ValueReading {
  if (text === '无' || text === '没有') return { value: 0 };
  const bare = text.replace(/[\s,]/g, '').replace(units, '');
  if (form.unit === 'year') return readYear(bare, context);
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(bare)) return failed('exchange/number-unreadable');
  const isMetres = form.unit === 'kilometre' && /米$/.test(text) && !/千米$/.test(text);
  const number = Number(bare) / (isMetres ? 1000 : 1);
  if (number < 0) return failed('exchange/number-negative');
  if (form.type === 'integer' && !Number.isInteger(number))
    return failed('exchange/number-not-whole');
  const max = largestOf(form);
  return number > max || !isInNumberRange(number)
    ? failed('exchange/number-out-of-range', { min: 0, max })
    : { value: number };
}

function readYear(text: string, context: ValueContext): ValueReading {
  const match = /^(\d{4})(?:[-/.年]\d{1,2})?(?:[-/.月]\d{1,2}日?)?月?$/.exec(text);
  if (match === null) return failed('exchange/number-unreadable');
  const year = Number(match[1]);
  const max = Number(context.today.slice(0, 4));
  return year < 1800 || year > max
    ? failed('exchange/number-out-of-range', { min: 1800, max })
    : { value: year };
}

/** Beyond these a unit was mistaken: mu for square metres, metres for kilometres. */
function largestOf(form: FormField): number {
  switch (form.unit) {
    case 'month':
      return 12;
    case 'squareMetre':
      return 5_000;
    case 'kilometre':
      return 500;
    default:
      return 100_000;
  }
}

function readPhone(text: string): ValueReading {
  for (const part of text.split(/[/、,;\s]+/)) {
    const digits = part.replace(/[-()+]/g, '').replace(/^86(?=1\d{10}$)/, '');
    if (/^(?:1\d{10}|0\d{9,11}|\d{7,8})$/.test(digits)) return { value: digits };
  }
  return failed('exchange/phone-unreadable');
}

function readAccount(text: string): ValueReading {
  if (text === '无') return unknown;
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{8,30}$/.test(digits) ? { value: digits } : failed('exchange/number-unreadable');
}

export function failed(code: ProblemCode, facts: RefusalFacts = {}): ValueReading {
  return { problem: { code, facts } };
}

/** How a cell may be shown beside its problem. */
export function shownCell(field: ImportField | undefined, raw: string): string {
  const text = raw.length > 60 ? `${raw.slice(0, 60)}…` : raw;
  if (field === undefined || !field.sensitive || text === '') return text;
  const characters = [...text.normalize('NFKC')];
  const digits = characters.filter((character) => /\d/.test(character)).length;
  if (characters.length >= 15 && digits >= 10) {
    return `${characters.slice(0, 6).join('')}${'*'.repeat(Math.max(8, characters.length - 10))}${characters.slice(-4).join('')}`;
  }
  if (digits >= 7) return `${'*'.repeat(characters.length - 4)}${characters.slice(-4).join('')}`;
  return `${characters[0] ?? ''}${'*'.repeat(Math.max(1, characters.length - 1))}`;
}
