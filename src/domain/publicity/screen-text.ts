// Looks through a text that is to be read by everybody for what may not stand there, in whatever
// disguise, and says what was found and where. It errs on the side of finding: a clerk who is asked to
// write a sentence again loses a minute, a number on a wall is there for years.
import { makePlainDate } from '#domain/kernel/plain-date.ts';
import { checkCharacterOf } from '#domain/registry/identity-number.ts';
import { type NumberRun, numberRuns } from './number-runs.ts';
import type { SensitiveKind } from './sensitive-kind.ts';
import { sensitiveLatinWords, sensitiveWords } from './sensitive-words.ts';

export interface Finding {
  readonly kind: SensitiveKind;
  /** What was found, itself masked. */
  readonly shown: string;
  /** The so-manieth character of the text. */
  readonly at: number;
}

export interface ScreenContext {
  /** Names that may not be read in it: members of the households, heads where they are masked. */
  readonly names: readonly string[];
}

export function screenText(text: string, { names }: ScreenContext): readonly Finding[] {
  const findings = [
    ...numberRuns(text).flatMap(numberFindings),
    ...patternFindings(text),
    ...wordFindings(text),
    ...nameFindings(text, names),
  ];
  return findings
    .filter((one, at) => findings.findIndex((other) => other.kind === one.kind) === at)
    .sort((left, right) => left.at - right.at);
}

function numberFindings(run: NumberRun): readonly Finding[] {
  const { digits, at, written } = run;
  const found = (kind: SensitiveKind): Finding[] => [{ kind, at, shown: maskNumber(digits) }];
  const identity = identityIn(digits);
  if (identity === 'certificate') return found('disabilityCertificate');
  if (identity === 'identity') return found('identity');
  if (isDates(written)) return [];
  if (isBankCard(digits)) return found('bankAccount');
  if (/1[3-9]\d{9}/.test(digits) || /^0\d{9,11}$/.test(digits)) return found('phone');
  return [];
}

/** A number of 18 with its check character, or one whole run of 18 or 15 that names a day of birth. */
function identityIn(digits: string): 'identity' | 'certificate' | undefined {
  for (let from = 0; from + 18 <= digits.length; from += 1) {
    const number = digits.slice(from, from + 18);
    if (!/^[1-9]\d{16}[\dX]$/.test(number) || !hasBirthDay(number.slice(6, 14))) continue;
    const isRight = checkCharacterOf(number.slice(0, 17)) === number[17];
    const marks = digits.slice(from + 18);
    if (isRight && /^[1-7][1-4]/.test(marks)) return 'certificate';
    if (isRight || digits.length === 18) return 'identity';
  }
  const isOld = /^[1-9]\d{14}$/.test(digits) && hasBirthDay(`19${digits.slice(6, 12)}`);
  return isOld ? 'identity' : undefined;
}

function hasBirthDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2099) return false;
  return makePlainDate(year, Number(text.slice(4, 6)), Number(text.slice(6, 8))) !== undefined;
}

/** 12 to 19 digits as cards and savings books have them, by Luhn's sum. */
function isBankCard(digits: string): boolean {
  if (digits.includes('X')) return false;
  for (let length = 19; length >= 12; length -= 1) {
    for (let from = 0; from + length <= digits.length; from += 1) {
      const number = digits.slice(from, from + length);
      const begins = length >= 16 ? /^[3-69]/ : /^(?:62|60|95)/;
      if (begins.test(number) && sumOfLuhn(number) % 10 === 0) return true;
    }
  }
  // A run of sixteen or more digits that is no date is an account, whether or not its sum is right.
  return digits.length >= 16;
}

function sumOfLuhn(number: string): number {
  return [...number].reverse().reduce((sum, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}

/** Days and spans of days are numbers that may stand there: 2016.09.01-2016.09.07. */
function isDates(written: string): boolean {
  const day = '(?:19|20)\\d{2}[./\\-]\\d{1,2}(?:[./\\-]\\d{1,2})?';
  return new RegExp(`^${day}(?:[\\s\\-–—~～至]+${day})*$`).test(written.normalize('NFKC'));
}

function maskNumber(digits: string): string {
  return digits.length < 8
    ? '*'.repeat(digits.length)
    : `${digits.slice(0, 3)}****${digits.slice(-2)}`;
}

const patterns: readonly (readonly [SensitiveKind, RegExp])[] = [
  ['birthDate', /(?:出生|生日|生于|born)[^\d]{0,6}(?:19|20)\d{2}\D{1,2}\d{1,2}\D{1,2}\d{1,2}/iu],
  ['birthDate', /(?:19|20)\d{2}\D{1,2}\d{1,2}\D{1,2}\d{1,2}日?(?:出生|生)/u],
  ['address', /[路街巷弄屯组队栋幢坡寨庄湾里]\s*\d{1,4}\s*(?:号|室|单元)/u],
  ['address', /门牌|家住|住址[::]|\d{1,3}(?:栋|幢|单元)\d{1,4}/u],
  [
    'income',
    /(?:收入|存款|工资|年薪|月薪|欠款|债务|贷款)(?:为|是|达到|达|约|有|共|计|[::])?\s*\d/u,
  ],
  ['income', /income\s*(?:of|is|:)?\s*\d/iu],
  ['coordinates', /\d{1,3}\.\d{3,}\s*°?\s*[NESW,,]/iu],
  [
    'school',
    /(?:小学|中学|幼儿园|初中|高中)\s*(?:学生|[一二三四五六1-6]\s*年级|[((]?\d{1,2}\s*班)/u,
  ],
  ['school', /读\s*(?:小学|初中|高中|大学|幼儿园|[一二三四五六1-6]\s*年级)/u],
  ['photo', /data:image|\.(?:jpe?g|png|heic|webp|gif|bmp)\b/iu],
  ['phone', /(?:微信|QQ|WeChat)\s*(?:号|:|:|id)?\s*[\w-]{5,}|[\w.+-]+@[\w-]+\.\w+/iu],
];

function patternFindings(text: string): readonly Finding[] {
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
  return patterns.flatMap(([kind, pattern]) => {
    const match = pattern.exec(plain);
    return match === null ? [] : [{ kind, at: match.index + 1, shown: maskWords(match[0]) }];
  });
}

interface Squeezed {
  readonly text: string;
  /** Where each character stood. */
  readonly places: readonly number[];
}

/** Letters and digits alone, in one form. */
function squeeze(text: string): Squeezed {
  let squeezed = '';
  const places: number[] = [];
  for (const [at, character] of [...text].entries()) {
    const plain = character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    for (const unit of plain.split('')) {
      squeezed += unit;
      places.push(at + 1);
    }
  }
  return { text: squeezed, places };
}

function wordFindings(text: string): readonly Finding[] {
  const { text: squeezed, places } = squeeze(text);
  const latin = text.normalize('NFKC').toLowerCase();
  const findings: Finding[] = [];
  for (const [kind, words] of Object.entries(sensitiveWords)) {
    for (const word of words) {
      const at = squeezed.indexOf(word);
      if (at === -1) continue;
      findings.push({ kind: kind as SensitiveKind, at: places[at] ?? 1, shown: word });
    }
  }
  for (const [kind, words] of Object.entries(sensitiveLatinWords)) {
    for (const word of words) {
      const match = new RegExp(`(?<![a-z])${word}(?![a-z])`).exec(latin);
      if (match === null) continue;
      findings.push({ kind: kind as SensitiveKind, at: match.index + 1, shown: word });
    }
  }
  return findings;
}

/** A name of one character is a word like any other and cannot be looked for. */
function nameFindings(text: string, names: readonly string[]): readonly Finding[] {
  const { text: squeezed, places } = squeeze(text);
  return names.flatMap((name): Finding[] => {
    const { text: wanted } = squeeze(name);
    const at = [...wanted].length < 2 ? -1 : squeezed.indexOf(wanted);
    return at === -1
      ? []
      : [{ kind: 'name', at: places[at] ?? 1, shown: `${[...name][0] ?? ''}**` }];
  });
}

function maskWords(found: string): string {
  return found.replace(/\d(?=\d)/g, '*');
}
