// What the register says of the items of a checklist, with the values behind each and where they are from.
import type { CheckItem as ItemView, CheckValue as ValueView } from '#contract/casework-checks.ts';
import type { CheckItem } from '#domain/casework/checks/checklist.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { shownFact } from '#domain/policy/pack/shown-fact.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import { areaRegisterSide } from '#server/casework/areas/area-register.ts';
import type { LoadedCase } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import { type HouseholdAsOf, householdAsOf } from '#server/registry/household-as-of.ts';

export type RegisterSide = ItemView['register'];

export async function registerSideOf(
  context: Context,
  { row, household, pack }: Pick<LoadedCase, 'row' | 'household' | 'pack'>,
): Promise<(item: CheckItem) => RegisterSide> {
  if (household === null) return areaRegisterSide(context, row);
  const known = await householdAsOf(context, household);
  const facts = factsFor(pack, known);
  return ({ id, values }) => ({
    holds: holdsBy(pack, id, facts),
    figure: null,
    values: values.map((value) => valueView({ pack, known, facts }, value)),
  });
}

function holdsBy({ criteria }: ResolvedPack, id: string, facts: Facts): boolean | null {
  const rule = criteria.get(id)?.rule;
  const value = rule === undefined ? null : compileToFunction(rule)(facts);
  return typeof value === 'boolean' ? value : null;
}

interface Known {
  readonly pack: ResolvedPack;
  readonly known: HouseholdAsOf;
  readonly facts: Facts;
}

function valueView(
  { pack, known, facts }: Known,
  { id, kind, label }: CheckItem['values'][number],
): ValueView {
  const origin = kind === 'item' ? known.originOfItems : known.originOf(id);
  const fact = facts[id] ?? null;
  const value = kind === 'item' ? fact : (known.values[id] ?? null);
  return {
    id,
    kind,
    label,
    value: mutable(value as FieldValue),
    shown: shownFact(pack, id, typeof fact === 'bigint' ? Number(fact) : fact),
    source: value === null ? '' : (origin?.source ?? ''),
    on: value === null ? null : (origin?.trueFrom ?? null),
  };
}

function mutable(value: FieldValue) {
  return Array.isArray(value) ? [...value] : (value as Exclude<FieldValue, readonly string[]>);
}
