// What was otherwise on a day than it is now: fields of the household, and of the members who were there
// then and are here now. Pure.
import type { HouseholdAt } from '#contract/registry-history.ts';
import type { HouseholdCard } from '#contract/registry-households.ts';
import type { FieldValue, FieldValues } from '#contract/registry-value.ts';

export interface Difference {
  /** Id of the member; the household's own field when absent. */
  readonly person?: string;
  readonly personName?: string;
  readonly field: string;
  readonly before: FieldValue;
  readonly now: FieldValue;
}

export function differencesOf(
  card: Pick<HouseholdCard, 'values' | 'members'>,
  then: Pick<HouseholdAt, 'values' | 'members'>,
): readonly Difference[] {
  const members = then.members.flatMap((before) => {
    const now = card.members.find((member) => member.id === before.id);
    if (now === undefined) return [];
    return differing(before.values, now.values).map((difference) => ({
      person: now.id,
      personName: String(now.values.name ?? ''),
      ...difference,
    }));
  });
  return [...differing(then.values, card.values), ...members];
}

function differing(then: FieldValues, now: FieldValues): readonly Difference[] {
  const fields = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return fields.flatMap((field) => {
    const before = then[field] ?? null;
    const after = now[field] ?? null;
    return same(before, after) ? [] : [{ field, before, now: after }];
  });
}

function same(one: FieldValue, other: FieldValue): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value) => other.includes(value));
  }
  return one === other;
}
