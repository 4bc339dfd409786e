// Whose plan it is: a household in sight with its facts as the rules read them, or a village.
import { villageNeeded } from '#domain/assistance/plan-refusals.ts';
import { type AreaCode, areaCode, countyNumberOf, levelOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { shownValue } from '#domain/registry/event.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import type { StoredHousehold } from '#server/registry/household.store.ts';
import type { PlanSubject } from './plan.store.ts';

export function factsOfStored(pack: ResolvedPack, household: StoredHousehold): Facts {
  const { values, items } = household;
  return factsFor(pack, {
    values: Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, shownValue(value)]),
    ),
    items,
  });
}

export function subjectOf({ county, id, area }: StoredHousehold): PlanSubject {
  return { county, household: id, area };
}

export function villageOf(text: string): PlanSubject & { readonly area: AreaCode } {
  const area = areaCode(text);
  const county = countyNumberOf(area);
  if (county === undefined || levelOf(area) !== 'village') return refuse(villageNeeded, { area });
  return { county, household: null, area };
}
