// What changes for those who are decided by one pack instead of another: rows added, removed, changed,
// each part that differs with its value before and after, in words. Both packs are looked at on one
// day with everything they inherit, so two versions, or a pack and one on top of it, compare alike.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import {
  addedDetails,
  type ChangeDetail,
  detailOf,
  type Sides,
  valueDetails,
} from '#domain/policy/authoring/diff-words.ts';
import { differences } from '#domain/policy/authoring/differences.ts';
import type { Example } from '#domain/policy/pack/example-schema.ts';
import type { Manifest } from '#domain/policy/pack/manifest-schema.ts';
import { keyOf } from '#domain/policy/pack/merge-rows.ts';
import type { Placed, RowKind } from '#domain/policy/pack/pack.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { rowWords } from '#domain/policy/pack/row-words.ts';
import type { Parameter } from '#domain/policy/pack/rule-schemas.ts';

export interface PackChange {
  readonly kind: RowKind | 'manifest' | 'examples';
  readonly kindWords: Bilingual;
  readonly id: string;
  readonly title: Bilingual;
  readonly change: 'added' | 'removed' | 'changed';
  /** Why it replaces a row of the pack below, where it says so. */
  readonly reason: Bilingual | null;
  readonly details: readonly ChangeDetail[];
}

interface Row {
  readonly id: string;
  readonly of?: string;
  readonly title?: Bilingual;
  readonly override?: { readonly reason: Bilingual };
}

/** @example diffPacks(resolved('1.0.0'), resolved('1.1.0')) */
export function diffPacks(before: ResolvedPack, after: ResolvedPack): readonly PackChange[] {
  const kinds = Object.keys(rowWords).filter(isRowKind);
  return [
    ...manifestChange(before, after),
    ...kinds.flatMap((kind) => {
      const rows = pairs<Row>(before.rows[kind], after.rows[kind]);
      return rows.flatMap((pair) => rowChange(kind, pair, { before, after }));
    }),
    ...exampleChanges(before, after),
  ];
}

interface Pair<Of> {
  readonly before: Of | undefined;
  readonly after: Of | undefined;
}

/** In the order of the later pack, what is gone at the end. */
function pairs<Of extends Row>(
  before: readonly Placed<Of>[],
  after: readonly Placed<Of>[],
): readonly Pair<Of>[] {
  const old = new Map(before.map(({ row }) => [keyOf(row), row]));
  const kept = new Set(after.map(({ row }) => keyOf(row)));
  return [
    ...after.map(({ row }) => ({ before: old.get(keyOf(row)), after: row })),
    ...before
      .filter(({ row }) => !kept.has(keyOf(row)))
      .map(({ row }) => ({ before: row, after: undefined })),
  ];
}

function rowChange(kind: RowKind, pair: Pair<Row>, sides: Sides): readonly PackChange[] {
  const shown = pair.after ?? pair.before;
  if (shown === undefined) return [];
  const head = {
    kind,
    kindWords: rowWords[kind],
    id: shown.id,
    title: shown.title ?? { zh: shown.id, en: shown.id },
    reason: pair.after?.override?.reason ?? null,
  };
  if (pair.before === undefined) {
    return [{ ...head, change: 'added', details: addedDetails(kind, shown, sides.after) }];
  }
  if (pair.after === undefined) return [{ ...head, change: 'removed', details: [] }];
  const details = detailsOf(kind, pair.before, pair.after, sides);
  return details.length === 0 ? [] : [{ ...head, change: 'changed', details }];
}

function detailsOf(kind: RowKind, before: Row, after: Row, sides: Sides): readonly ChangeDetail[] {
  const left = without(before, ['override', 'values']);
  const right = without(after, ['override', 'values']);
  const place = { kind, before, after, sides };
  const details = differences(left, right).map((one) => detailOf(one, place));
  if (kind !== 'parameters') return details;
  return [...valueDetails(before as Parameter, after as Parameter, sides), ...details];
}

function manifestChange(before: ResolvedPack, after: ResolvedPack): readonly PackChange[] {
  const [old, next] = [manifestOf(before), manifestOf(after)];
  if (old === undefined || next === undefined || old.id !== next.id) return [];
  const place = { kind: 'manifest', before: old, after: next, sides: { before, after } } as const;
  const details = differences(old, next).map((one) => detailOf(one, place));
  if (details.length === 0) return [];
  const kindWords = { zh: '政策包', en: 'pack' };
  const { id, title } = next;
  return [{ kind: 'manifest', kindWords, id, title, change: 'changed', reason: null, details }];
}

function manifestOf({ chain }: ResolvedPack): Manifest | undefined {
  return chain.at(-1)?.manifest;
}

/** Of one pack only: an example proves the rules of the pack it stands in. */
function exampleChanges(before: ResolvedPack, after: ResolvedPack): readonly PackChange[] {
  const [old, next] = [before.chain.at(-1), after.chain.at(-1)];
  if (old === undefined || next === undefined || old.manifest.id !== next.manifest.id) return [];
  const kindWords = { zh: '算例', en: 'example' };
  return pairs<Example>(old.examples, next.examples).flatMap((pair): readonly PackChange[] => {
    const shown = pair.after ?? pair.before;
    if (shown === undefined) return [];
    const head = { kind: 'examples', kindWords, id: shown.id, title: shown.title } as const;
    if (pair.before === undefined || pair.after === undefined) {
      const change = pair.before === undefined ? 'added' : 'removed';
      return [{ ...head, change, reason: null, details: [] }];
    }
    const sides = { before, after };
    const place = { kind: 'examples', before: pair.before, after: pair.after, sides } as const;
    const details = differences(pair.before, pair.after).map((one) => detailOf(one, place));
    return details.length === 0 ? [] : [{ ...head, change: 'changed', reason: null, details }];
  });
}

function without(row: Row, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
}

function isRowKind(name: string): name is RowKind {
  return Object.hasOwn(rowWords, name);
}
