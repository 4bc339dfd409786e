// A difference as an officer says it: 计分项 人均杯数 · 满分 40 分 → 45 分; 分数线 50 分 → 48 分，自
// 2017-01-01 起. Rules stand in words, and beside them as they are written.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import {
  type Difference,
  differences,
  isRecord,
  isWords,
} from '#domain/policy/authoring/differences.ts';
import { partTitle } from '#domain/policy/authoring/part-words.ts';
import {
  groupDigits,
  joinWords,
  labelled,
  ruleWords,
  same,
  shownValue,
  withUnit,
} from '#domain/policy/pack/document-shape.ts';
import type { RowKind } from '#domain/policy/pack/pack.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { pointsWords } from '#domain/policy/pack/rule-articles.ts';
import type { Parameter, Points } from '#domain/policy/pack/rule-schemas.ts';

export interface ChangeDetail {
  /** Way to the part inside the row. */
  readonly path: Path;
  /** What the part is called: 人均杯数 · 满分. */
  readonly label: Bilingual;
  /** Null where there was nothing, or is nothing any more. */
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
  /** The rule as it is written, where the part is one. */
  readonly source: { readonly before: string | null; readonly after: string | null } | null;
  /** Day from which a dated value counts. */
  readonly from: string | null;
  /** The whole change as one sentence. */
  readonly sentence: Bilingual;
}

/** The two packs, each of which words its own values. */
export interface Sides {
  readonly before: ResolvedPack;
  readonly after: ResolvedPack;
}

export interface ChangePlace {
  readonly kind: RowKind | 'manifest' | 'examples';
  readonly before: object;
  readonly after: object;
  readonly sides: Sides;
}

export function detailOf({ path, before, after }: Difference, place: ChangePlace): ChangeDetail {
  const { sides } = place;
  const label = labelOf(path, after === undefined ? place.before : place.after, sides.after);
  const shown = {
    before: before === undefined ? null : partWords(path, before, sides.before),
    after: after === undefined ? null : partWords(path, after, sides.after),
  };
  const source = isRule(path) ? { before: textOf(before), after: textOf(after) } : null;
  return { path, label, ...shown, source, from: null, sentence: sentenceOf(label, shown) };
}

function sentenceOf(
  label: Bilingual,
  { before, after }: { readonly before: Bilingual | null; readonly after: Bilingual | null },
): Bilingual {
  if (before === null && after === null) return label;
  if (before === null) {
    return { zh: `${label.zh}：加上 ${after?.zh}`, en: `${label.en}: now ${after?.en}` };
  }
  if (after === null) {
    return { zh: `${label.zh}：去掉 ${before.zh}`, en: `${label.en}: no longer ${before.en}` };
  }
  const isShort = before.zh.length + after.zh.length < 24;
  return {
    zh: `${label.zh}${isShort ? ' ' : '：'}${before.zh} → ${after.zh}`,
    en: `${label.en}${isShort ? ' ' : ': '}${before.en} → ${after.en}`,
  };
}

/** A parameter's dated values: a new one is told beside the one it follows. */
export function valueDetails(
  before: Parameter,
  after: Parameter,
  sides: Sides,
): readonly ChangeDetail[] {
  const old = new Map(before.values.map((value) => [value.from, value]));
  const next = new Map(after.values.map((value) => [value.from, value]));
  const days = [...new Set([...old.keys(), ...next.keys()])].sort();
  return days.flatMap((day): readonly ChangeDetail[] => {
    const [left, right] = [old.get(day), next.get(day)];
    const path = ['values', after.values.findIndex(({ from }) => from === day)];
    if (left !== undefined && right !== undefined) {
      const place = { kind: 'parameters', before, after, sides } as const;
      const { value: one, ...leftMarks } = left;
      const { value: other, ...rightMarks } = right;
      const marks = differences(leftMarks, rightMarks, path).map((difference) =>
        detailOf(difference, place),
      );
      const isEqual = JSON.stringify(one) === JSON.stringify(other);
      return isEqual ? marks : [valueDetail(day, { path, before, after, sides }), ...marks];
    }
    return [valueDetail(day, { path, before, after, sides })];
  });
}

interface ValuePlace {
  readonly path: Path;
  readonly before: Parameter;
  readonly after: Parameter;
  readonly sides: Sides;
}

/** What counted on the day before, and what counts now. */
function valueDetail(day: string, { path, before, after, sides }: ValuePlace): ChangeDetail {
  const shown = (parameter: Parameter, pack: ResolvedPack) => {
    const inForce = parameter.values.findLast(({ from }) => from <= day);
    return inForce === undefined ? null : shownValue(pack, inForce.value, parameter);
  };
  const values = { before: shown(before, sides.before), after: shown(after, sides.after) };
  const said = sentenceOf(after.title, values);
  return {
    path,
    label: after.title,
    ...values,
    source: null,
    from: day,
    sentence: { zh: `${said.zh}，自 ${day} 起`, en: `${said.en}, from ${day}` },
  };
}

/** What a new row says, as far as one line holds: its rule, or its values. */
export function addedDetails(
  kind: RowKind,
  row: object,
  pack: ResolvedPack,
): readonly ChangeDetail[] {
  const rule = Reflect.get(row, 'rule');
  if (kind === 'parameters') {
    const parameter = row as Parameter;
    const nothing = { ...parameter, values: [] };
    return valueDetails(nothing, parameter, { before: pack, after: pack });
  }
  if (typeof rule !== 'string') return [];
  const place = { kind, before: {}, after: row, sides: { before: pack, after: pack } };
  return [detailOf({ path: ['rule'], before: undefined, after: rule }, place)];
}

/** Entries by their own titles, parts by their words; names of lists are left out between them. */
function labelOf(path: Path, row: object, pack: ResolvedPack): Bilingual {
  const names: Bilingual[] = [];
  let at: unknown = row;
  path.forEach((part, index) => {
    at = isRecord(at) || Array.isArray(at) ? Reflect.get(at, part) : undefined;
    if (typeof part === 'number') names.push(entryTitle(at, part, pack));
    else if (!isBetween(path, index)) names.push(partTitle(part));
  });
  return {
    zh: names.map(({ zh }) => zh).join(' · '),
    en: names.map(({ en }) => en).join(' · '),
  };
}

/** Names of lists, and `points` before its bands, say nothing that the next part does not say. */
function isBetween(path: Path, index: number): boolean {
  const next = path[index + 1];
  return typeof next === 'number' || (path[index] === 'points' && next !== undefined);
}

function entryTitle(entry: unknown, index: number, pack: ResolvedPack): Bilingual {
  if (isRecord(entry)) {
    if (isWords(entry.title)) return entry.title;
    if (typeof entry.below === 'number') {
      return { zh: `不足 ${groupDigits(entry.below)}`, en: `below ${groupDigits(entry.below)}` };
    }
    if (typeof entry.when === 'string') return ruleWords(pack, entry.when);
    if (typeof entry.from === 'string') return { zh: `${entry.from} 起`, en: `from ${entry.from}` };
    if (typeof entry.id === 'string') return titleOf(entry.id, pack);
  }
  return { zh: `第 ${index + 1} 项`, en: `entry ${index + 1}` };
}

function titleOf(name: string, { wordings }: ResolvedPack): Bilingual {
  return { zh: wordings.zh.nameOf(name), en: wordings.en.nameOf(name) };
}

const ruleKeys: readonly unknown[] = ['rule', 'when', 'eligible', 'by'];
const pointKeys: readonly unknown[] = ['max', 'points', 'above', 'otherwise', 'total'];
const nameKeys: readonly unknown[] = [
  'cutOff',
  'within',
  'amount',
  'amountMost',
  'capYuan',
  'termYears',
  'parameter',
];

function isRule(path: Path): boolean {
  const key = path.at(-1);
  return ruleKeys.includes(key) && path[0] !== 'targets';
}

function partWords(path: Path, value: unknown, pack: ResolvedPack): Bilingual {
  const key = path.at(-1);
  if (isWords(value)) return value;
  if (typeof value === 'boolean') return yesOrNo(key, value);
  if (typeof value === 'number') return withUnit(value, pointKeys.includes(key) ? 'point' : '1');
  if (typeof value === 'string') {
    if (isRule(path)) return ruleWords(pack, value);
    return nameKeys.includes(key) ? titleOf(value, pack) : same(value);
  }
  if (key === 'points' && isPoints(value)) return pointsWords(pack, value);
  if (Array.isArray(value)) {
    return joinWords(value.map((one) => partWords([...path, 0], one, pack)));
  }
  return isRecord(value) ? recordWords(path, value, pack) : same('—');
}

/** An entry that came or went: its title if it has one, its parts otherwise. */
function recordWords(
  path: Path,
  value: Readonly<Record<string, unknown>>,
  pack: ResolvedPack,
): Bilingual {
  if (isWords(value.title)) return value.title;
  if (isWords(value.text)) return value.text;
  const parts = Object.entries(value).map(([key, one]) => {
    const { zh, en } = partTitle(key);
    return labelled(zh, en, partWords([...path, key], one, pack));
  });
  return joinWords(parts);
}

function yesOrNo(key: unknown, value: boolean): Bilingual {
  if (key === 'verified') {
    return value ? { zh: '已核实', en: 'verified' } : { zh: '未核实', en: 'unverified' };
  }
  return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
}

function isPoints(value: unknown): value is Points {
  return isRecord(value) && ('by' in value || 'cases' in value || 'rule' in value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
