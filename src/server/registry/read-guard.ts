// What a capability above holds against somebody reading a household whole: a rater who still has to score it
// blind. Lists and counts stay; the card, its history, its ledger and what rules say of it are closed.
import { type RefusalFacts, type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold, type StoredHousehold } from './household.store.ts';

export interface Closed {
  readonly kind: RefusalKind;
  readonly facts: RefusalFacts;
  /** Where to go instead. */
  readonly details: unknown;
}

export type ReadGuard = (
  context: Pick<Context, 'tx' | 'actor'>,
  household: { readonly county: number; readonly id: string },
) => Promise<Closed | undefined>;

export async function refuseClosed(
  context: Pick<Context, 'tx' | 'actor' | 'platform'>,
  household: { readonly county: number; readonly id: string },
): Promise<void> {
  for (const guard of context.platform.readGuards ?? []) {
    const closed = await guard(context, household);
    if (closed !== undefined) refuse(closed.kind, closed.facts, closed.details);
  }
}

/** A household in sight that nothing closes to the asker, or a refusal. */
export async function getReadable(
  context: Pick<Context, 'tx' | 'actor' | 'platform'>,
  id: string,
): Promise<StoredHousehold> {
  const household = await getHousehold(context.tx, id);
  await refuseClosed(context, household);
  return household;
}
