// What a decision about a household is made with: the household as it stands or stood, the packs that
// decide there on the day, their decisions, and the facts as each pack names them.
import { type PlainDate, parsePlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type Decision, decisionsOf } from '#domain/policy/pack/decision.ts';
import { packQuestions } from '#domain/policy/pack/manifest-schema.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import { noSuchDay } from '#domain/registry/refusals.ts';
import { dayToCome, noSuchHousehold, notKnownThen } from '#domain/targeting/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { findHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import {
  type AsOfDay,
  type HouseholdAsOf,
  householdAsOf,
} from '#server/registry/household-as-of.ts';
import { endOfDay } from '#server/registry/household-history.ts';
import { refuseClosed } from '#server/registry/read-guard.ts';

export interface AsOfQuery {
  readonly on?: string | undefined;
  readonly known: 'then' | 'now';
}

export interface Subject {
  readonly household: StoredHousehold;
  readonly state: HouseholdAsOf;
  readonly on: PlainDate;
}

/** A household in sight, as of the day asked for; today by its row, which is what decides today. */
export async function getSubject(
  context: Context,
  id: string,
  { on, known }: AsOfQuery,
): Promise<Subject> {
  const { today } = context;
  const day =
    on === undefined ? today : (parsePlainDate(on) ?? refuse(noSuchDay, { path: 'on', day: on }));
  if (day > today) refuse(dayToCome, { on: day });
  if (day === today) return subjectAt(context, id, { on: day });
  const at = known === 'then' ? { trueOn: day, knownAt: endOfDay(day) } : { trueOn: day };
  return subjectAt(context, id, { on: day, at });
}

export async function subjectAt(
  context: Context,
  id: string,
  { on, at }: { readonly on: PlainDate; readonly at?: AsOfDay },
): Promise<Subject> {
  const household = await findHousehold(context.tx, id);
  if (household === undefined) return refuse(noSuchHousehold);
  await refuseClosed(context, household);
  const state = await householdAsOf(context, household, at);
  if (!state.existed) refuse(notKnownThen, { on });
  return { household, state, on };
}

/** The packs that decide at a place on a day, one for each question somebody answers there. */
export function getPacks({ platform }: Context, { state, on }: Subject): readonly ResolvedPack[] {
  const found = packQuestions.flatMap(
    (question) => platform.packs.inForce(state.area, on, question) ?? [],
  );
  const packs = [...new Map(found.map((pack) => [pack.id, pack])).values()];
  return packs.length === 0 ? refuse(noPackInForce, { area: state.area, on }) : packs;
}

/** Every decision of these packs; one that two packs share is the first one's. */
export function decisionsOfAll(
  packs: readonly ResolvedPack[],
): readonly { readonly pack: ResolvedPack; readonly decision: Decision }[] {
  const made = new Map<string, { readonly pack: ResolvedPack; readonly decision: Decision }>();
  for (const pack of packs) {
    for (const decision of decisionsIn(pack)) {
      if (!made.has(decision.key)) made.set(decision.key, { pack, decision });
    }
  }
  return [...made.values()];
}

const compiled = new WeakMap<ResolvedPack, readonly Decision[]>();

/** Compiled once for a pack on a day. */
export function decisionsIn(pack: ResolvedPack): readonly Decision[] {
  const known = compiled.get(pack);
  if (known !== undefined) return known;
  const made = decisionsOf(pack);
  compiled.set(pack, made);
  return made;
}

export function isItem(pack: ResolvedPack, fact: string): boolean {
  return pack.rows.items.some(({ row }) => row.id === fact);
}
