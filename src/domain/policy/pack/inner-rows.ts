// Rows inside rows, however deep: items of a sheet, outcomes of a step, parties of a signature. Those that
// carry marks of their own, and those that use one id twice in the same list.

import type { Placed } from '#domain/policy/pack/pack.ts';
import type { Place } from '#domain/policy/pack/pack-problem.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';
import type { Citation } from '#domain/policy/pack/row-schema.ts';

export interface InnerRow {
  readonly row: {
    readonly id?: string;
    readonly code?: string;
    readonly source?: Citation;
    readonly verified?: boolean;
    readonly sample?: true;
    readonly note?: unknown;
  };
  readonly at: (path: Path) => Place;
}

/** Lists whose rows have dates instead of ids, and are checked with them. */
const dated = ['values'];

/** Codes and pairs without a mark of their own stand under the mark of their list. */
const covered = ['codes', 'pairs'];

export function innerRowsOf({ row, at }: Placed<object>): readonly InnerRow[] {
  return listsIn(row).flatMap(({ path, list }) =>
    list.flatMap((one, index) => {
      if (dated.includes(String(path.at(-1))) || !isRecord(one) || !('verified' in one)) return [];
      const isCovered = path.length === 1 && covered.includes(String(path[0]));
      const inherited = isCovered ? marksOf(row) : {};
      const inner = { ...inherited, ...one };
      return [{ row: inner, at: (deeper: Path) => at([...path, index, ...deeper]) }];
    }),
  );
}

/** Entries whose id, code or outside number an earlier entry has; several of those may mean one code. */
export function repeatedIn(
  row: object,
): readonly { readonly id: string; readonly path: Path; readonly first: Path }[] {
  return listsIn(row).flatMap(({ path, list }) => {
    const seen = new Map<string, number>();
    return list.flatMap((one, index) => {
      const named = nameOf(one);
      if (named === undefined) return [];
      const [key, id] = named;
      const earlier = seen.get(id);
      if (earlier === undefined) {
        seen.set(id, index);
        return [];
      }
      return [{ id, path: [...path, index, ...key], first: [...path, earlier] }];
    });
  });
}

/** Two outside numbers may mean one code; one outside number means one. */
const names = ['external', 'id', 'code', 'rank'] as const;

function nameOf(entry: unknown): readonly [Path, string] | undefined {
  if (!isRecord(entry)) return undefined;
  const key = names.find((one) => typeof entry[one] === 'string');
  return key === undefined ? undefined : [[key], String(entry[key])];
}

function listsIn(
  value: unknown,
  path: Path = [],
): readonly { readonly path: Path; readonly list: readonly unknown[] }[] {
  if (Array.isArray(value)) {
    const deeper = value.flatMap((one, index) => listsIn(one, [...path, index]));
    return [{ path, list: value }, ...deeper];
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? listsIn(inner, [...path, key]) : [],
  );
}

function marksOf(row: object): object {
  return {
    ...('source' in row ? { source: row.source } : {}),
    ...('note' in row ? { note: row.note } : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
