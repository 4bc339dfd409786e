// Division codes of the People's Republic as prefixes of one another: 2 digits for a province, 4 for
// a city, 6 for a county, 9 for a township, 12 for a village, and 3 more for each level below
// (natural hamlet, villager group). A code is text: leading digits decide scope, so every question
// "is this inside that" is a range `low <= code < high`, the same in the database and here.

declare const areaCodeBrand: unique symbol;
export type AreaCode = string & { readonly [areaCodeBrand]: true };

/** Half-open range of codes: `low <= code < high`, compared as bytes. */
export interface AreaSpan {
  readonly low: string;
  readonly high: string;
}

export type AreaLevel =
  | 'nation'
  | 'province'
  | 'city'
  | 'county'
  | 'township'
  | 'village'
  | 'hamlet'
  | 'group';

const levelOfLength: Readonly<Record<number, AreaLevel>> = {
  0: 'nation',
  2: 'province',
  4: 'city',
  6: 'county',
  9: 'township',
  12: 'village',
  15: 'hamlet',
  18: 'group',
};

/** How many digits the codes of a level have. */
export const lengthOfLevel: Readonly<Record<AreaLevel, number>> = {
  nation: 0,
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
  hamlet: 15,
  group: 18,
};

export const countyDigits = lengthOfLevel.county;
export const villageDigits = lengthOfLevel.village;

/** The nation: the empty prefix, which contains every code. */
export const nation = '' as AreaCode;

/** Reads a code; undefined when the text is not digits of a length that names a level. */
export function parseAreaCode(text: string): AreaCode | undefined {
  if (!/^[0-9]*$/.test(text)) return undefined;
  return levelOfLength[text.length] === undefined ? undefined : (text as AreaCode);
}

/** Reads a code that was already checked; a wrong one is a bug. */
export function areaCode(text: string): AreaCode {
  const code = parseAreaCode(text);
  if (code === undefined) throw new Error(`not an area code: ${text}`);
  return code;
}

export function levelOf(code: AreaCode): AreaLevel {
  const level = levelOfLength[code.length];
  if (level === undefined) throw new Error(`not an area code: ${code}`);
  return level;
}

/** The ancestor of a code at a level; the code itself when it is at that level already. */
export function atLevel(code: AreaCode, level: AreaLevel): AreaCode | undefined {
  const length = lengthOfLevel[level];
  return code.length < length ? undefined : (code.slice(0, length) as AreaCode);
}

export function parentOf(code: AreaCode): AreaCode | undefined {
  const lengths = Object.values(lengthOfLevel).filter((length) => length < code.length);
  return lengths.length === 0 ? undefined : (code.slice(0, Math.max(...lengths)) as AreaCode);
}

/** All ancestors from the nation's provinces down to the code itself. */
export function pathOf(code: AreaCode): readonly AreaCode[] {
  return Object.values(lengthOfLevel)
    .filter((length) => length > 0 && length <= code.length)
    .sort((left, right) => left - right)
    .map((length) => code.slice(0, length) as AreaCode);
}

/** The level below, where the next digits of a code lead; undefined below a villager group. */
export function levelBelow(level: AreaLevel): AreaLevel | undefined {
  const next = Object.values(lengthOfLevel)
    .sort((left, right) => left - right)
    .find((length) => length > lengthOfLevel[level]);
  return next === undefined ? undefined : levelOfLength[next];
}

/** The range of all codes that begin with this one. `:` follows `9` in ASCII. */
export function spanOf(code: AreaCode): AreaSpan {
  if (code === '') return { low: '', high: ':' };
  const last = code.charCodeAt(code.length - 1);
  return { low: code, high: code.slice(0, -1) + String.fromCharCode(last + 1) };
}

export function isWithin(code: AreaCode, ancestor: AreaCode): boolean {
  return code.startsWith(ancestor);
}

export function isInSpan(code: string, span: AreaSpan): boolean {
  return code >= span.low && code < span.high;
}

/** The registration county of an area as the number that ids and keys carry. */
export function countyNumberOf(code: AreaCode): number | undefined {
  const county = atLevel(code, 'county');
  return county === undefined ? undefined : Number(county);
}
