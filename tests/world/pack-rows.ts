// Short ways to what a shipped pack says on a day: a row by its id, a number by its name, what a criterion
// says of some facts.
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { Facts, Value } from '#domain/policy/expression-value.ts';
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

/** What a criterion says of these facts; null where it cannot be told. */
export function holds(pack: ResolvedPack, criterion: string, facts: Facts): Value {
  const rule = pack.criteria.get(criterion)?.rule;
  if (rule === undefined) throw new Error(`no criterion ${criterion}`);
  return compileToFunction(rule)(facts);
}
