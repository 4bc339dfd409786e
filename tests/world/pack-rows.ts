// Short ways to what a shipped pack says on a day: a row by its id, a number by its name, what a criterion
// or any condition says of some facts, where a step leads.
import { checkSource } from '#domain/policy/expression-check.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { Facts, Value } from '#domain/policy/expression-value.ts';
import type { Process } from '#domain/policy/pack/practice-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

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

/** The value of a parameter on the pack's day, with its unit. */
export function parameterOf(
  pack: ResolvedPack,
  id: string,
): readonly [unknown, string | undefined] {
  return [numberIn(pack, id), rowOf(pack.rows.parameters, id).unit];
}

/** What a criterion, or any condition, says of these facts; null where it cannot be told. */
export function holds(pack: ResolvedPack, condition: string | undefined, facts: Facts): Value {
  const checked = checkSource(condition ?? '', pack.scope, { type: 'boolean' });
  if (!checked.ok) throw new Error(`${condition}: ${JSON.stringify(checked.problems)}`);
  return compileToFunction(checked.rule)(facts);
}

export function outcomesOf(
  steps: Process['steps'],
  id: string,
): Process['steps'][number]['outcomes'] {
  return steps.find((step) => step.id === id)?.outcomes ?? [];
}

/** Steps and ends one can come to from there, some steps left out. */
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
