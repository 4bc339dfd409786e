// Where two values of a pack differ, part by part: the plain comparison below the words.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';

/** A part that differs, by its way through the row: list entries by their place in the later row. */
export interface Difference {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Parts that differ. Entries of lists are matched by id, code or first day; a list whose entries have
 * none is compared place by place while it keeps its length, and as a whole otherwise.
 */
export function differences(
  before: unknown,
  after: unknown,
  path: Path = [],
): readonly Difference[] {
  if (isSame(before, after)) return [];
  if (isWords(before) || isWords(after)) return [{ path, before, after }];
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, path);
  if (!isRecord(before) || !isRecord(after) || isOtherShape(before, after)) {
    return [{ path, before, after }];
  }
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key) => differences(before[key], after[key], [...path, key]));
}

function listDifferences(
  before: readonly unknown[],
  after: readonly unknown[],
  path: Path,
): readonly Difference[] {
  const keyed = [...before, ...after].every((one) => entryKey(one) !== undefined);
  if (!keyed) {
    if (before.length !== after.length || !after.every(isRecord)) return [{ path, before, after }];
    return after.flatMap((one, index) => differences(before[index], one, [...path, index]));
  }
  const old = new Map(before.map((one) => [entryKey(one), one]));
  const kept = new Set(after.map(entryKey));
  return [
    ...after.flatMap((one, index) => differences(old.get(entryKey(one)), one, [...path, index])),
    ...before.flatMap((one, index) =>
      kept.has(entryKey(one)) ? [] : [{ path: [...path, index], before: one, after: undefined }],
    ),
  ];
}

function entryKey(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const key = value.id ?? value.code ?? value.from;
  return typeof key === 'string' ? key : undefined;
}

/** Points by bands and points by cases have nothing in common that could be compared part by part. */
function isOtherShape(before: Fields, after: Fields): boolean {
  const shapes = ['by', 'cases', 'rule'].filter((key) => key in before !== key in after);
  return shapes.length > 1;
}

type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isWords(value: unknown): value is Bilingual {
  return isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string';
}

function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((one, at) => isSame(one, after[at]));
  }
  if (!isRecord(before) || !isRecord(after)) return false;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].every((key) => isSame(before[key], after[key]));
}
