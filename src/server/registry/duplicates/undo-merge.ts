// A merge taken back: the hidden household stands again with everything that was on record as its own, the
// one that stayed is what it was, but for what was recorded of it since.
import { refuse } from '#domain/kernel/refusal.ts';
import { builtOn } from '#domain/registry/duplicates/duplicate-refusals.ts';
import { type EventChange, isStatement } from '#domain/registry/event.ts';
import { incomeYears } from '#domain/registry/income-year.ts';
import type { Context } from '#server/http/context.ts';
import { markHouseholds } from '#server/kernel/changed-village.store.ts';
import { appendCountDeltas, listCountLines } from '../count.store.ts';
import { followHouseholds } from '../follow-households.store.ts';
import { incomePeriodOf } from '../income-period.ts';
import { listLedger, replaceIncomeYears } from '../income-write.store.ts';
import { memberFactsOf } from '../member-figures.ts';
import type { HouseholdState } from '../project-change.ts';
import { openHousehold, recordEvent } from '../write-household.ts';
import { listGiven, type Merge, unmergeRows } from './merge-rows.store.ts';

export async function undoHouseholdMerge(
  context: Context,
  merge: Merge,
  {
    event,
    reason,
    markOpen,
  }: {
    readonly event: string;
    readonly reason: string;
    readonly markOpen: () => Promise<void>;
  },
): Promise<void> {
  const { tx } = context;
  const { county } = merge;
  const state = await openHousehold(context, merge.kept);
  await refuseBuiltOn(context, merge, { state, event });

  const before = await listCountLines(tx, county, [merge.kept]);
  await unmergeRows(tx, merge);
  await markOpen();
  await followHouseholds(tx, county, [merge.gone]);
  await restoreYears(context, await openHousehold(context, merge.gone));
  for (const part of context.platform.mergeParts ?? []) await part.undone(context, merge);
  const after = await listCountLines(tx, county, [merge.kept, merge.gone]);
  await appendCountDeltas(tx, before, after);
  await markHouseholds(tx, county, [merge.kept, merge.gone]);

  const undone = state.events.find(({ id }) => id === event);
  await recordEvent(context, await openHousehold(context, merge.kept), {
    kind: 'household.unmerged',
    changes: [{ undoes: event }],
    testimony: { trueFrom: undone?.trueFrom ?? context.today, source: 'merge', reason },
  });
}

/** What was recorded since of people who came with the merge would lose its household. */
async function refuseBuiltOn(
  { tx }: Context,
  merge: Merge,
  { state, event }: { readonly state: HouseholdState; readonly event: string },
): Promise<void> {
  const given = new Set(await listGiven(tx, merge));
  const merged = state.events.find(({ id }) => id === event);
  const later = state.events.filter(({ version }) => version > (merged?.version ?? 0));
  const touched = later.flatMap(({ changes }) => changes.flatMap(personsOf));
  const names = state.members
    .filter(({ id }) => given.has(id) && touched.includes(id))
    .map(({ values }) => String(values.name ?? ''));
  if (names.length > 0) refuse(builtOn, { names: names.join('、') });
}

function personsOf(change: EventChange): readonly string[] {
  return isStatement(change) && change.person !== undefined ? [change.person] : [];
}

async function restoreYears(context: Context, state: HouseholdState): Promise<void> {
  const { tx, platform, today } = context;
  const members = state.members.map(({ values, position }) => memberFactsOf(values, position));
  const startMonth = incomePeriodOf(platform.packs, state.area, today);
  const years = incomeYears(await listLedger(tx, state), members, { today, startMonth });
  await replaceIncomeYears(tx, state, years);
}
