// A household's values as a pack's rules read them.
import type { Facts, FactValue } from '#domain/policy/expression-value.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { householdField } from '#domain/registry/form.ts';
import type { HouseholdAsOf } from './household-as-of.ts';

/** The household's values by the names a pack gives them; money in yuan. */
export function factsFor(
  pack: ResolvedPack,
  { values, items }: Pick<HouseholdAsOf, 'values' | 'items'>,
): Facts {
  const slots = new Map(pack.rows.items.map(({ row }) => [row.id, row]));
  const facts: Record<string, FactValue> = {};
  for (const { name } of pack.scope.facts.values()) {
    const item = slots.get(name);
    if (item === undefined) {
      const value = values[name] ?? null;
      const isMoney = householdField(name)?.type === 'fen' && typeof value === 'number';
      facts[name] = isMoney ? value / 100 : value;
    } else {
      const stored = items[String(item.slot)] ?? null;
      facts[name] = item.type === 'boolean' && stored !== null ? stored !== 0 : stored;
    }
  }
  return facts;
}
