// A shipped pack as it stands on a day, for tests of what it holds.

import { plainDate } from '#domain/kernel/plain-date.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';

const folders = await readPackFolders(shippedPacks);
const packs = new Map(
  folders.flatMap(({ pack }) => (pack === undefined ? [] : [[pack.manifest.id, pack] as const])),
);

export function shippedPack(id: string, day: string): ResolvedPack {
  const found = resolvePack(packs, id, plainDate(day));
  if (!found.ok || found.problems.length > 0) throw new Error(JSON.stringify(found.problems));
  return found.pack;
}

/** The row of that id; a test that asks for one that is not there is wrong. */
export function rowOf<Row extends { readonly id: string }>(
  rows: readonly { readonly row: Row }[],
  id: string,
): Row {
  const found = rows.find(({ row }) => row.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found.row;
}

export function numberIn(pack: ResolvedPack, parameter: string): unknown {
  return pack.scope.parameters.get(parameter)?.value;
}

/** What a criterion says of these facts; null where it cannot be told. */
export function holds(pack: ResolvedPack, criterion: string, facts: Facts): unknown {
  const rule = pack.criteria.get(criterion)?.rule;
  if (rule === undefined) throw new Error(`no criterion ${criterion}`);
  return compileToFunction(rule)(facts);
}
