// A merge by one person, or proposed by one and confirmed by another where one of the two is listed; and its
// undoing. The choices stand in the act, and whoever confirms sees exactly those.
import type * as contract from '#contract/registry-duplicates.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { notSameVersion, ownProposal } from '#domain/registry/duplicates/duplicate-refusals.ts';
import type { MergeChoices } from '#domain/registry/duplicates/merge-plan.ts';
import type { Context } from '#server/http/context.ts';
import { openHousehold } from '../write-household.ts';
import {
  mergeHouseholds,
  needsSecond,
  openBoth,
  refuseEarlier,
  refuseUnclearMembers,
} from './merge-households.ts';
import { appendPairActs, type PairRow, savePair } from './pair.store.ts';
import { actBy, getPair, latest, otherOf, refuseUnless, saidIn, say } from './pair-acts.ts';
import { pairDetail } from './pair-view.ts';
import { undoHouseholdMerge } from './undo-merge.ts';

type Detail = OutputOf<typeof contract.getDuplicate>;

interface Proposal {
  readonly kept: string;
  readonly choices: MergeChoices;
  readonly versions: Readonly<Record<string, number>>;
}

export async function propose(
  context: Context,
  { params, body }: InputOf<typeof contract.proposeMerge>,
): Promise<Detail> {
  const pair = await getPair(context, params.id, 'locked');
  refuseUnless(pair, ['open'], body.position);
  const { kept: keptId, choices, reason } = body;
  const goneId = otherOf(pair, keptId);
  const { kept, gone } = await openBoth(context, { kept: keptId, gone: goneId });
  refuseEarlier(kept.state, gone.state);
  refuseUnclearMembers(kept.side, gone.side, choices.members);
  if (!needsSecond(kept.state, gone.state)) {
    return pairDetail(context, await carryOut(context, pair, { kept: keptId, choices, reason }));
  }
  const said: Proposal = {
    kept: keptId,
    choices,
    versions: { [keptId]: kept.state.version, [goneId]: gone.state.version },
  };
  const proposed = await say(context, pair, 'proposed', { reason, said, kept: keptId });
  return pairDetail(context, proposed);
}

export async function confirm(
  context: Context,
  { params, body }: InputOf<typeof contract.confirmMerge>,
): Promise<Detail> {
  const pair = await getPair(context, params.id, 'locked');
  refuseUnless(pair, ['proposed'], body.position);
  if (pair.proposed_by === context.actor.account) refuse(ownProposal);
  const { kept, choices, versions } = saidIn<Proposal>(await latest(context, pair, 'proposed'));
  for (const id of [pair.one_id, pair.other_id]) {
    const { version, values } = await openHousehold(context, id);
    if (version === versions[id]) continue;
    refuse(notSameVersion, { householdNo: String(values.householdNo ?? '') });
  }
  const done = await carryOut(context, pair, { kept, choices, reason: body.reason });
  return pairDetail(context, done);
}

export async function sendBack(
  context: Context,
  { params, body }: InputOf<typeof contract.returnMerge>,
): Promise<Detail> {
  const pair = await getPair(context, params.id, 'locked');
  refuseUnless(pair, ['proposed']);
  return pairDetail(context, await say(context, pair, 'returned', { reason: body.reason }));
}

interface MergeSaid {
  readonly event: string;
  readonly gone: { readonly id: string; readonly householdNo: string; readonly headName: string };
}

async function carryOut(
  context: Context,
  pair: PairRow,
  { kept, choices, reason }: Pick<Proposal, 'kept' | 'choices'> & { readonly reason: string },
): Promise<PairRow> {
  const { county } = pair;
  const merge = { county, id: context.newId(county), kept, gone: otherOf(pair, kept) };
  const position = pair.position + 1;
  const merged = { ...pair, state: 'merged', position, kept_id: kept, merge_id: merge.id } as const;
  const { event, goneNo, goneHead } = await mergeHouseholds(context, merge, {
    choices,
    reason,
    markMerged: () =>
      savePair(context.tx, pair, {
        state: 'merged',
        position,
        kept,
        merge: merge.id,
        proposedBy: pair.proposed_by,
      }),
  });
  const said: MergeSaid = {
    event,
    gone: { id: merge.gone, householdNo: goneNo, headName: goneHead },
  };
  const act = { ...actBy(context), id: merge.id, county, pair: pair.id, position };
  await appendPairActs(context.tx, [{ ...act, kind: 'merged', reason, said }]);
  context.note({
    area: context.area,
    subject: `household:${kept}`,
    facts: { pair: pair.id, merge: merge.id, gone: merge.gone, event },
  });
  return merged;
}

export async function undo(
  context: Context,
  { params, body }: InputOf<typeof contract.undoMerge>,
): Promise<Detail> {
  const pair = await getPair(context, params.id, 'locked');
  refuseUnless(pair, ['merged']);
  const act = await latest(context, pair, 'merged');
  const { event, gone } = saidIn<MergeSaid>(act);
  const { county } = pair;
  const merge = { county, id: act.id, kept: otherOf(pair, gone.id), gone: gone.id };
  let opened = pair;
  await undoHouseholdMerge(context, merge, {
    event,
    reason: body.reason,
    markOpen: async () => {
      opened = await say(context, pair, 'undone', { reason: body.reason });
    },
  });
  context.note({
    area: context.area,
    subject: `household:${merge.kept}`,
    facts: { pair: pair.id, merge: merge.id, gone: merge.gone },
  });
  return pairDetail(context, opened);
}
