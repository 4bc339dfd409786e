// Packs as they are shipped, resolved for a day, and short ways to what stands in them.
import { plainDate } from '#domain/kernel/plain-date.ts';
import { checkSource } from '#domain/policy/expression-check.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { BoundParameter } from '#domain/policy/expression-rule.ts';
import type { Facts, Value } from '#domain/policy/expression-value.ts';
import type { Pack, RowKind, RowOf } from '#domain/policy/pack/pack.ts';
import type { Process } from '#domain/policy/pack/practice-schemas.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';

let reading: Promise<ReadonlyMap<string, Pack>> | undefined;

export async function shippedPack(id: string, day: string): Promise<ResolvedPack> {
  reading ??= readPacks();
  const packs = await reading;
  const found = resolvePack(packs, id, plainDate(day));
  if (!found.ok || found.problems.length > 0) throw new Error(JSON.stringify(found.problems));
  return found.pack;
}

async function readPacks(): Promise<ReadonlyMap<string, Pack>> {
  const folders = await readPackFolders(shippedPacks);
  return new Map(folders.flatMap(({ pack }) => (pack ? [[pack.manifest.id, pack] as const] : [])));
}

/** The row of that id; a test that asks for one that is not there fails here, by name. */
export function rowOf<Kind extends RowKind>(
  pack: ResolvedPack,
  kind: Kind,
  id: string,
): RowOf<Kind> {
  const rows: readonly { readonly row: RowOf<Kind> }[] = pack.rows[kind];
  const found = rows.find(({ row }) => row.id === id);
  if (found === undefined) throw new Error(`${pack.id} has no ${kind} ${id}`);
  return found.row;
}

/** The value of a parameter on the pack's day, with its unit. */
export function parameterOf(
  pack: ResolvedPack,
  id: string,
): readonly [BoundParameter['value'], string | undefined] {
  const { unit } = rowOf(pack, 'parameters', id);
  return [pack.scope.parameters.get(id)?.value ?? null, unit];
}

/** What a condition that stands alone in a row says of a household. */
export function holds(pack: ResolvedPack, rule: string | undefined, facts: Facts): Value {
  const checked = checkSource(rule ?? '', pack.scope, { type: 'boolean' });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return compileToFunction(checked.rule)(facts);
}

/** Steps and ends one can come to from there. */
export function reachableFrom(
  { steps }: Process,
  from: string,
  without: readonly string[] = [],
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id) || without.includes(id)) continue;
    reached.add(id);
    waiting.push(...outcomesOf(steps, id).map(({ to }) => to));
  }
  return reached;
}

export function outcomesOf(
  steps: Process['steps'],
  id: string,
): Process['steps'][number]['outcomes'] {
  return steps.find((step) => step.id === id)?.outcomes ?? [];
}
