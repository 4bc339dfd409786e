// Two households become one, in one transaction: members, values and years as somebody chose, everything
// that hangs on the one that goes by its columns, the counts of both, and the event that says so in the
// history of the one that stays. The one that goes is hidden, never deleted (decision 0018).
import { refuse } from '#domain/kernel/refusal.ts';
import { isPresent } from '#domain/registry/derived.ts';
import * as refusals from '#domain/registry/duplicates/duplicate-refusals.ts';
import {
  ledgerMoves,
  type MemberFate,
  type MergeChoices,
  type MergeSide,
  mergeChanges,
} from '#domain/registry/duplicates/merge-plan.ts';
import { foldEvents } from '#domain/registry/fold-events.ts';
import { isRegistered, type Stage, stages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { markVillages } from '#server/kernel/changed-village.store.ts';
import { appendCountDeltas, listCountLines } from '../count.store.ts';
import { followHouseholds } from '../follow-households.store.ts';
import { listLedger } from '../income-write.store.ts';
import { memberFactsOf } from '../member-figures.ts';
import type { HouseholdState } from '../project-change.ts';
import { openHousehold, recordEvent } from '../write-household.ts';
import { giveMembers, listOutlook, type Merge, mergeRows } from './merge-rows.store.ts';
import { movedWord } from './moved-words.ts';

export interface OpenedSide {
  readonly state: HouseholdState;
  readonly side: MergeSide;
}

/** Both, held in the order of their ids, so that two merges follow one another. */
export async function openBoth(
  context: Context,
  { kept, gone }: Pick<Merge, 'kept' | 'gone'>,
  lock: 'locked' | 'shown' = 'locked',
): Promise<{ readonly kept: OpenedSide; readonly gone: OpenedSide }> {
  const opened = new Map<string, OpenedSide>();
  for (const id of [kept, gone].sort()) {
    const state = await openHousehold(context, id, lock);
    opened.set(id, { state, side: await sideOf(context, state) });
  }
  return { kept: openedOf(opened, kept), gone: openedOf(opened, gone) };
}

function openedOf(opened: ReadonlyMap<string, OpenedSide>, id: string): OpenedSide {
  const side = opened.get(id);
  if (side === undefined) throw new Error(`household ${id} was not opened`);
  return side;
}

async function sideOf({ tx, today }: Context, state: HouseholdState): Promise<MergeSide> {
  const folded = foldEvents(state.events);
  const ledger = await listLedger(tx, state);
  const reversed = new Set(ledger.flatMap(({ reverses }) => reverses ?? []));
  const standing = ledger.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
  return {
    values: state.values,
    held: folded.household,
    years: [...new Set(standing.map(({ year }) => year))].sort((a, b) => a - b),
    members: state.members.map((member) => ({
      id: member.id,
      values: member.values,
      held: folded.persons.get(member.id) ?? new Map(),
      isHere: isPresent(memberFactsOf(member.values, member.position), today),
    })),
  };
}

/** What must be finished first: what both have open, and what capabilities above hold against it. */
export async function hindrancesOf(context: Context, merge: Omit<Merge, 'id'>) {
  const parts = context.platform.mergeParts ?? [];
  const settled = new Set(parts.flatMap(({ settles }) => settles));
  const outlook = await listOutlook(context.tx, merge);
  const clashes = outlook
    .filter(({ relation, clashing }) => clashing > 0 && !settled.has(relation))
    .filter(({ relation }) => !keyed.has(relation))
    .map(({ relation }) => movedWord(relation));
  const held = [];
  for (const part of parts) held.push(await part.hindrance(context, merge));
  return { outlook, hindrances: [...clashes, ...held.flatMap((words) => words ?? [])] };
}

/** Rows both have mean the same thing twice: the second stays behind. */
const keyed = new Set(['registry_external_id', 'workforce_kin']);

export async function mergeHouseholds(
  context: Context,
  merge: Merge,
  {
    choices,
    reason,
    markMerged,
  }: {
    readonly choices: MergeChoices;
    readonly reason: string;
    /** The pair says so before the one household is out of sight. */
    readonly markMerged: () => Promise<void>;
  },
): Promise<{ readonly event: string; readonly goneNo: string; readonly goneHead: string }> {
  const { tx } = context;
  const { county } = merge;
  const { kept, gone } = await openBoth(context, merge);
  refuseEarlier(kept.state, gone.state);
  refuseUnclearMembers(kept.side, gone.side, choices.members);
  const { hindrances } = await hindrancesOf(context, merge);
  const [first] = hindrances;
  if (first !== undefined) refuse(refusals.stillOpen, { what: first[context.language] });

  const before = await listCountLines(tx, county, [merge.kept, merge.gone]);
  for (const part of context.platform.mergeParts ?? []) await part.merging(context, merge);
  await markMerged();
  const joining = choices.members.filter(({ fate }) => fate === 'joins');
  await giveMembers(
    tx,
    merge,
    joining.map((one) => one.gone),
  );
  await mergeRows(tx, merge, {
    persons: Object.fromEntries(
      choices.members.flatMap((one) => (one.fate === 'same' ? [[one.gone, one.kept]] : [])),
    ),
    years: ledgerMoves(kept.side, gone.side, choices),
  });
  await followHouseholds(tx, county, [merge.kept]);
  await markVillages(tx, [kept.state.area, gone.state.area]);
  await appendCountDeltas(tx, before, await listCountLines(tx, county, [merge.kept, merge.gone]));

  const { event } = await recordEvent(context, await openHousehold(context, merge.kept), {
    kind: 'household.merged',
    changes: mergeChanges(kept.side, gone.side, choices),
    testimony: { trueFrom: context.today, source: 'merge', reason },
  });
  if (event === null) throw new Error('a merge is an event');
  return {
    event,
    goneNo: String(gone.state.values.householdNo ?? ''),
    goneHead: String(gone.state.values.headName ?? ''),
  };
}

export function refuseEarlier(kept: HouseholdState, gone: HouseholdState): void {
  const [a, b] = [stageOf(kept), stageOf(gone)];
  if (a >= b) return;
  refuse(refusals.keepTheFurther, {
    kept: String(kept.values.householdNo ?? ''),
    keptStage: String(kept.values.stage ?? ''),
    gone: String(gone.values.householdNo ?? ''),
    goneStage: String(gone.values.stage ?? ''),
  });
}

/** Whoever stands in the register of the poor is not made one or two by one person alone. */
export function needsSecond(...states: readonly Pick<HouseholdState, 'values'>[]): boolean {
  return states.some(({ values }) => isRegistered(String(values.stage ?? '')));
}

export function stageOf({ values }: Pick<HouseholdState, 'values'>): number {
  return stages.indexOf(values.stage as Stage);
}

/** Everybody who is there has a fate, and two of them are not one person of the other household. */
export function refuseUnclearMembers(
  kept: MergeSide,
  gone: MergeSide,
  fates: readonly MemberFate[],
): void {
  const taken = new Set<string>();
  for (const { id, values, isHere } of gone.members) {
    const own = fates.filter((fate) => fate.gone === id);
    const [fate] = own;
    const isSaid = own.length === 1 || (own.length === 0 && !isHere);
    const isOneThere =
      fate?.fate !== 'same' ||
      (!taken.has(fate.kept) && kept.members.some((member) => member.id === fate.kept));
    if (!isSaid || !isOneThere) refuse(refusals.wrongMember, { name: String(values.name ?? '') });
    if (fate?.fate === 'same') taken.add(fate.kept);
  }
  const stranger = fates.find((fate) => !gone.members.some(({ id }) => id === fate.gone));
  if (stranger !== undefined) refuse(refusals.wrongMember, { name: stranger.gone });
}
