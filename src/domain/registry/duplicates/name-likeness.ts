// Whether a row without an identity number may be a person of the register, after Fellegi and Sunter: each
// agreement weighs log2(m/u), m how often it holds for one and the same person, u how often for two. u is
// taken from the register itself, so that two 张伟 weigh less than two 蒙阿妹. It proposes pairs for a person
// to look at and decides nothing.
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import { personKeys } from '#domain/registry/pinyin.ts';

export interface Somebody {
  readonly name: string;
  readonly birthDate: PlainDate | undefined;
  /** Words of a place; empty where nothing is known. */
  readonly place: string;
}

export type NameAgreement = 'same' | 'variant' | 'homophone' | 'part' | 'other';
export type BirthAgreement = 'same' | 'month' | 'swapped' | 'year' | 'other' | 'unknown';
export type PlaceAgreement = 'village' | 'township' | 'other' | 'unknown';

export interface Agreements {
  readonly name: NameAgreement;
  readonly birth: BirthAgreement;
  readonly place: PlaceAgreement;
}

/** How often a name and a reading occur among so many persons. */
export interface NameFrequencies {
  readonly persons: number;
  readonly names: ReadonlyMap<string, number>;
  readonly readings: ReadonlyMap<string, number>;
}

/** Pairs below this are not shown to anybody. */
export const leastWeight = 8;

/**
 * Characters that stand for one another in rosters: traditional and variant forms, and those that are
 * typed where a rare one is missing in the keyboard.
 */
const variants: Readonly<Record<string, string>> = {
  韋: '韦',
  譚: '谭',
  陸: '陆',
  盧: '卢',
  羅: '罗',
  蘭: '兰',
  陳: '陈',
  黃: '黄',
  吳: '吴',
  劉: '刘',
  張: '张',
  楊: '杨',
  趙: '赵',
  鄧: '邓',
  葉: '叶',
  蕭: '萧',
  肖: '萧',
  閆: '闫',
  閻: '阎',
  傅: '付',
  國: '国',
  華: '华',
  麗: '丽',
  鳳: '凤',
  蓮: '莲',
  貴: '贵',
  榮: '荣',
  強: '强',
  彊: '强',
  偉: '伟',
  勝: '胜',
  發: '发',
  慶: '庆',
  東: '东',
  嬌: '娇',
  豔: '艳',
  艷: '艳',
  淼: '水',
  堃: '坤',
  喆: '哲',
  昇: '升',
  陞: '升',
  彬: '斌',
  逺: '远',
  遠: '远',
  峯: '峰',
  鉄: '铁',
  鐵: '铁',
  恆: '恒',
  囯: '国',
};

/** The name with variant characters folded, as a key. */
export function foldedName(name: string): string {
  return Array.from(nameKeyOf(name), (character) => variants[character] ?? character).join('');
}

const readingOf = new Map<string, string>();

export function reading(name: string): string {
  const key = foldedName(name);
  const known = readingOf.get(key);
  if (known !== undefined) return known;
  const { full } = personKeys(key);
  if (readingOf.size > 200_000) readingOf.clear();
  readingOf.set(key, full);
  return full;
}

/** Keys under which a person is looked for: one in common makes a candidate. */
export function blocksOf(name: string): readonly string[] {
  const [first = ''] = name.normalize('NFKC').split(/[·•‧∙・･.]/u);
  const whole = reading(name);
  const isLong = nameKeyOf(name).length > 4;
  return isLong && first !== '' ? [whole, `~${reading(first)}`] : [whole, `~${whole}`];
}

export function frequenciesOf(names: readonly string[]): NameFrequencies {
  return frequenciesFrom(names.map((name) => [name, 1]));
}

/** From how often each name occurs. */
export function frequenciesFrom(
  occurring: Iterable<readonly [name: string, persons: number]>,
): NameFrequencies {
  const counted = new Map<string, number>();
  const readings = new Map<string, number>();
  let persons = 0;
  for (const [name, count] of occurring) {
    persons += count;
    const key = foldedName(name);
    counted.set(key, (counted.get(key) ?? 0) + count);
    const sound = reading(name);
    readings.set(sound, (readings.get(sound) ?? 0) + count);
  }
  return { persons, names: counted, readings };
}

export function agreementsOf(left: Somebody, right: Somebody): Agreements {
  return {
    name: nameAgreement(left.name, right.name),
    birth: birthAgreement(left.birthDate, right.birthDate),
    place: placeAgreement(left.place, right.place),
  };
}

function nameAgreement(left: string, right: string): NameAgreement {
  const [a, b] = [nameKeyOf(left), nameKeyOf(right)];
  if (a === b) return 'same';
  if (foldedName(left) === foldedName(right)) return 'variant';
  if (reading(left) !== '' && reading(left) === reading(right)) return 'homophone';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // 阿依古丽 beside 阿依古丽·买买提: a form with too few boxes cuts long names.
  return long.length > 4 && short.length >= 3 && long.startsWith(short) ? 'part' : 'other';
}

function birthAgreement(left: PlainDate | undefined, right: PlainDate | undefined): BirthAgreement {
  if (left === undefined || right === undefined) return 'unknown';
  if (left === right) return 'same';
  const [year, month, day] = left.split('-');
  const [otherYear, otherMonth, otherDay] = right.split('-');
  if (year !== otherYear) return 'other';
  if (month === otherMonth) return 'month';
  return month === otherDay && day === otherMonth ? 'swapped' : 'year';
}

/** The register's place is `township village`; a list writes it anyhow, inside a longer address. */
function placeAgreement(said: string, known: string): PlaceAgreement {
  if (said === '' || known === '') return 'unknown';
  const [township = '', village = ''] = known.split(' ').map(stem);
  const text = said.normalize('NFKC');
  if (village !== '' && text.includes(village)) return 'village';
  return township !== '' && text.includes(township) ? 'township' : 'other';
}

function stem(place: string): string {
  return place.replace(/(村民委员会|村委会|社区|民族乡|[村乡镇])$/u, '');
}

/** m of each agreement; u of those that do not depend on the name. Assumed, not estimated on real lists. */
const birthShares: Readonly<Record<BirthAgreement, readonly [m: number, u: number]>> = {
  same: [0.9, 1 / 22_000],
  month: [0.03, 1 / 800],
  swapped: [0.02, 1 / 22_000],
  year: [0.03, 1 / 70],
  other: [0.02, 0.98],
  unknown: [1, 1],
};

const placeShares: Readonly<Record<PlaceAgreement, readonly [m: number, u: number]>> = {
  village: [0.7, 1 / 140],
  township: [0.15, 1 / 12],
  other: [0.15, 0.9],
  unknown: [1, 1],
};

export function weightOf(
  agreements: Agreements,
  name: string,
  frequencies: NameFrequencies,
): number {
  const nameWeight = ratio(nameShares(agreements.name, name, frequencies));
  const [birth, place] = [birthShares[agreements.birth], placeShares[agreements.place]];
  return Math.round((nameWeight + ratio(birth) + ratio(place)) * 10) / 10;
}

function ratio([m, u]: readonly [number, number]): number {
  return Math.log2(m / u);
}

function nameShares(
  agreement: NameAgreement,
  name: string,
  { persons, names, readings }: NameFrequencies,
): readonly [number, number] {
  const among = (count: number | undefined) => Math.max(1, count ?? 0) / Math.max(1, persons);
  switch (agreement) {
    case 'same':
      return [0.92, among(names.get(foldedName(name)))];
    case 'variant':
      return [0.03, among(names.get(foldedName(name)))];
    case 'homophone':
      return [0.02, among(readings.get(reading(name)))];
    case 'part':
      return [0.02, among(readings.get(reading(name)))];
    case 'other':
      return [0.01, 0.999];
  }
}
