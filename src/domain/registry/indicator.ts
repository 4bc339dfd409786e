// Indicators of villages and counties as the pack lists them: what is asked, in which unit, against which
// limit on the day; how a cell somebody typed or pasted is read; whether a value meets the limit. What the
// register counts itself is never typed.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export type IndicatorSubject = 'village' | 'county';

export interface IndicatorRule {
  readonly id: string;
  readonly title: Bilingual;
  /** What is counted, and of what. */
  readonly measure: Bilingual;
  readonly unit: string;
  readonly least: number | null;
  readonly most: number | null;
  readonly verified: boolean;
  readonly note: Bilingual | null;
  /** Computed by the register; nobody types it. */
  readonly isCounted: boolean;
}

export interface IndicatorSetRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly subject: IndicatorSubject;
  readonly verified: boolean;
  readonly note: Bilingual | null;
  readonly indicators: readonly IndicatorRule[];
}

/** The sets of villages and of counties; what a programme counts is entered for the county. */
export function indicatorSetsOf(pack: ResolvedPack): readonly IndicatorSetRule[] {
  const limit = (name: string | undefined): number | null => {
    const value = name === undefined ? undefined : pack.scope.parameters.get(name)?.value;
    return typeof value === 'number' ? value : null;
  };
  return pack.rows.indicators.flatMap(({ row }) => {
    const subject = subjects[row.subject];
    if (subject === undefined) return [];
    return {
      id: row.id,
      title: row.title,
      subject,
      verified: row.verified,
      note: row.note ?? null,
      indicators: row.indicators.map((one) => ({
        id: one.id,
        title: one.title,
        measure: one.measure,
        unit: one.unit,
        least: limit(one.least),
        most: limit(one.most),
        verified: one.verified && row.verified,
        note: one.note ?? null,
        isCounted: one.countedFrom !== undefined,
      })),
    };
  });
}

const subjects: Readonly<Record<string, IndicatorSubject>> = {
  village: 'village',
  county: 'county',
  programme: 'county',
};

/** Those somebody has to enter. */
export function enteredOf(set: IndicatorSetRule): readonly IndicatorRule[] {
  return set.indicators.filter(({ isCounted }) => !isCounted);
}

/** A pure number without a limit is judged: yes or no. */
export function isJudged({ unit, least, most }: IndicatorRule): boolean {
  return unit === '1' && least === null && most === null;
}

/** Null where no limit was published, so that nobody can say. */
export function holdsFor(rule: IndicatorRule, value: number | null): boolean | null {
  if (value === null) return null;
  if (isJudged(rule)) return value === 1;
  if (rule.least === null && rule.most === null) return null;
  return (rule.least === null || value >= rule.least) && (rule.most === null || value <= rule.most);
}

export interface IndicatorValue {
  readonly value: number;
  /** Where it was typed as a share: how many of how many. */
  readonly part: number | null;
  readonly whole: number | null;
}

export type CellProblem =
  | 'notYesNo'
  | 'notNumber'
  | 'negative'
  | 'overHundred'
  | 'notWhole'
  | 'noWhole';

const yes = new Set(['是', '有', '√', '✓', '1', 'yes', 'y', '达标', '通']);
const no = new Set(['否', '无', '×', 'x', '✗', '0', 'no', 'n', '不达标', '未达标', '不通']);
const counted =
  /^(item|household|person|village|township|county|project|place|group|hamlet|team|house)\b/;

/** Reads a cell as people type it: 是, 82, 82%, 41/50, 1,200. `null` for an empty one. */
export function readCell(rule: IndicatorRule, text: string): IndicatorValue | null | CellProblem {
  const plain = text
    .trim()
    .replace(/[，,\s]/g, '')
    .replace(/／/g, '/')
    .replace(/％/g, '%');
  if (plain === '') return null;
  if (isJudged(rule)) {
    const word = plain.toLowerCase();
    if (yes.has(word)) return { value: 1, part: null, whole: null };
    return no.has(word) ? { value: 0, part: null, whole: null } : 'notYesNo';
  }
  const share = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(plain);
  if (share !== null) return readShare(rule, Number(share[1]), Number(share[2]));
  const number = plain.endsWith('%') && rule.unit === 'percent' ? plain.slice(0, -1) : plain;
  if (!/^-?\d+(\.\d+)?$/.test(number)) return 'notNumber';
  const value = Number(number);
  if (value < 0) return 'negative';
  if (rule.unit === 'percent' && value > 100) return 'overHundred';
  if (counted.test(rule.unit) && !rule.unit.includes('/household') && !Number.isInteger(value)) {
    return 'notWhole';
  }
  return { value, part: null, whole: null };
}

function readShare(rule: IndicatorRule, part: number, whole: number): IndicatorValue | CellProblem {
  if (rule.unit !== 'percent') return 'notNumber';
  if (whole === 0) return 'noWhole';
  if (part > whole) return 'overHundred';
  return { value: Math.round((part / whole) * 10_000) / 100, part, whole };
}

/** As it is typed, so that what was copied out can be pasted back. */
export function cellText(
  rule: IndicatorRule,
  { value, part, whole }: IndicatorValue,
  words: { readonly yes: string; readonly no: string },
): string {
  if (isJudged(rule)) return value === 1 ? words.yes : words.no;
  return part !== null && whole !== null ? `${part}/${whole}` : String(value);
}
