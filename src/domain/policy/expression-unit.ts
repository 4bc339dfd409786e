// Units of facts and parameters, as products of base units: `yuan/person/year`. Comparing or adding
// different units is the commonest silent error in a rule (fen against yuan, mu against square
// metres), so the checker refuses it. A number written in a rule takes the unit of its neighbour.

import type { Bilingual } from '#domain/kernel/refusal.ts';

/** Base unit to exponent; empty for a pure number. */
export type Unit = Readonly<Record<string, number>>;

export const baseUnits: Readonly<Record<string, Bilingual>> = {
  person: { zh: '人', en: 'person' },
  household: { zh: '户', en: 'household' },
  village: { zh: '村', en: 'village' },
  hamlet: { zh: '屯', en: 'hamlet' },
  township: { zh: '乡镇', en: 'township' },
  yuan: { zh: '元', en: 'yuan' },
  year: { zh: '年', en: 'year' },
  month: { zh: '月', en: 'month' },
  day: { zh: '天', en: 'day' },
  workday: { zh: '个工作日', en: 'working days' },
  mu: { zh: '亩', en: 'mu' },
  squareMetre: { zh: '平方米', en: 'm²' },
  metre: { zh: '米', en: 'm' },
  kilometre: { zh: '公里', en: 'km' },
  percent: { zh: '%', en: '%' },
  point: { zh: '分', en: 'points' },
  item: { zh: '项', en: 'items' },
  time: { zh: '次', en: 'times' },
  group: { zh: '组', en: 'groups' },
  party: { zh: '方', en: 'parties' },
  head: { zh: '头', en: 'head' },
  bird: { zh: '只', en: 'birds' },
  county: { zh: '县', en: 'county' },
  city: { zh: '市', en: 'city' },
  province: { zh: '省', en: 'province' },
  tonne: { zh: '吨', en: 'tonne' },
  house: { zh: '套', en: 'house' },
  team: { zh: '支队伍', en: 'team' },
  organisation: { zh: '个单位', en: 'organisation' },
  helper: { zh: '名帮扶人员', en: 'helper' },
  document: { zh: '份', en: 'document' },
  project: { zh: '个项目', en: 'project' },
  loan: { zh: '笔', en: 'loan' },
  job: { zh: '个岗位', en: 'job' },
  meeting: { zh: '次会议', en: 'meeting' },
  place: { zh: '处', en: 'place' },
  cup: { zh: '杯', en: 'cups' },
};

/** English for one and for several of what can be counted, where the words above are not both. */
const counted: Readonly<Record<string, readonly [one: string, many: string]>> = {
  person: ['person', 'persons'],
  household: ['household', 'households'],
  village: ['village', 'villages'],
  hamlet: ['hamlet', 'hamlets'],
  township: ['township', 'townships'],
  year: ['year', 'years'],
  month: ['month', 'months'],
  day: ['day', 'days'],
  workday: ['working day', 'working days'],
  point: ['point', 'points'],
  item: ['item', 'items'],
  time: ['time', 'times'],
  group: ['group', 'groups'],
  party: ['party', 'parties'],
  county: ['county', 'counties'],
  city: ['city', 'cities'],
  province: ['province', 'provinces'],
  tonne: ['tonne', 'tonnes'],
  house: ['house', 'houses'],
  team: ['team', 'teams'],
  organisation: ['organisation', 'organisations'],
  helper: ['helper', 'helpers'],
  document: ['document', 'documents'],
  project: ['project', 'projects'],
  loan: ['loan', 'loans'],
  job: ['job', 'jobs'],
  meeting: ['meeting', 'meetings'],
  place: ['place', 'places'],
  bird: ['bird', 'birds'],
  cup: ['cup', 'cups'],
};

/** Reads `yuan/person/year` or `1`; undefined when a base unit is not known. */
export function parseUnit(text: string): Unit | undefined {
  if (text === '1' || text === '') return {};
  const unit: Record<string, number> = {};
  for (const [index, name] of text.split('/').entries()) {
    if (index === 0 && name === '1') continue;
    if (!Object.hasOwn(baseUnits, name)) return undefined;
    unit[name] = (unit[name] ?? 0) + (index === 0 ? 1 : -1);
  }
  return withoutZeros(unit);
}

export function multiplyUnits(left: Unit, right: Unit): Unit {
  return combine(left, right, 1);
}

export function divideUnits(left: Unit, right: Unit): Unit {
  return combine(left, right, -1);
}

export function isSameUnit(left: Unit, right: Unit): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length && names.every((name) => left[name] === right[name])
  );
}

/** The unit in words: 元/人/年, `yuan/person/year`. */
export function unitText(unit: Unit): Bilingual {
  return { zh: inWords(unit, 'zh'), en: inWords(unit, 'en') };
}

/** A number with its unit: 3 人, `3 persons`, `1 person`. */
export function amountText(number: string, value: number, unit: Unit): Bilingual {
  if (Object.keys(unit).length === 0) return { zh: number, en: number };
  const words = unitAfter(value, unit);
  if (words.zh === '%') return { zh: `${number}%`, en: `${number}%` };
  return { zh: `${number} ${words.zh}`, en: `${number} ${words.en}` };
}

/** The unit as it stands after this number: `years` after 3, `year` after 1, `persons/village` after 2. */
export function unitAfter(value: number, unit: Unit): Bilingual {
  const words = unitText(unit);
  const over = Object.entries(unit).filter(([, exponent]) => exponent > 0);
  const [[base, exponent] = ['', 0]] = over;
  const forms = over.length === 1 && exponent === 1 ? counted[base] : undefined;
  if (forms === undefined) return words;
  const [, ...under] = words.en.split('/');
  return { zh: words.zh, en: [value === 1 ? forms[0] : forms[1], ...under].join('/') };
}

function inWords(unit: Unit, language: 'zh' | 'en'): string {
  const name = (base: string) => baseUnits[base]?.[language] ?? base;
  const power = (base: string, exponent: number) =>
    name(base) + (Math.abs(exponent) === 1 ? '' : `^${Math.abs(exponent)}`);
  const entries = Object.entries(unit);
  const over = entries.filter(([, exponent]) => exponent > 0);
  const under = entries.filter(([, exponent]) => exponent < 0);
  const plain = language === 'zh' ? '无单位' : 'no unit';
  if (entries.length === 0) return plain;
  const top = over.map(([base, exponent]) => power(base, exponent)).join('·');
  return [top || '1', ...under.map(([base, exponent]) => power(base, exponent))].join('/');
}

function combine(left: Unit, right: Unit, sign: 1 | -1): Unit {
  const unit: Record<string, number> = { ...left };
  for (const [name, exponent] of Object.entries(right)) {
    unit[name] = (unit[name] ?? 0) + sign * exponent;
  }
  return withoutZeros(unit);
}

function withoutZeros(unit: Readonly<Record<string, number>>): Unit {
  return Object.fromEntries(Object.entries(unit).filter(([, exponent]) => exponent !== 0));
}
