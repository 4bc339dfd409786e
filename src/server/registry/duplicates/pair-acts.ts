// What people say of a pair, as acts that stay; its state is what they came to.
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchPair, pairNotOpen } from '#domain/registry/duplicates/duplicate-refusals.ts';
import type { Context } from '#server/http/context.ts';
import {
  appendPairActs,
  findPairRow,
  listPairActs,
  type PairActRow,
  type PairRow,
  savePair,
} from './pair.store.ts';

type Word = 'different' | 'reopened' | 'proposed' | 'returned' | 'undone';

const stateAfter = {
  different: 'different',
  reopened: 'open',
  proposed: 'proposed',
  returned: 'open',
  undone: 'open',
} as const satisfies Record<Word, PairRow['state']>;

/** One more word about a pair, and what it then stands as. */
export async function say(
  context: Context,
  pair: PairRow,
  kind: Word,
  {
    reason,
    said,
    kept,
  }: { readonly reason: string; readonly said?: unknown; readonly kept?: string },
): Promise<PairRow> {
  const { county, id } = pair;
  const position = pair.position + 1;
  const proposedBy = kind === 'proposed' ? context.actor.account : null;
  const state = stateAfter[kind];
  await savePair(context.tx, pair, {
    state,
    position,
    kept: kept ?? null,
    merge: null,
    proposedBy,
  });
  await appendPairActs(context.tx, [
    { ...actBy(context), county, pair: id, position, kind, reason, said: said ?? {} },
  ]);
  note(context, context.area, pair.one_id);
  const after = { state, position, kept_id: kept ?? null, merge_id: null, proposed_by: proposedBy };
  return { ...pair, ...after };
}

export function actBy(context: Context) {
  const { actor, now, today } = context;
  return {
    id: context.newId(Number(context.area.slice(0, 6).padEnd(6, '0'))),
    account: actor.account,
    accountName: actor.displayName,
    recordedAt: now,
    trueOn: today,
  };
}

export function note(context: Context, area: AreaCode | string, household: string): void {
  context.note({ area: areaCode(area), subject: `household:${household}` });
}

export async function getPair(
  context: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<PairRow> {
  const key = { county: countyOfId(id), id };
  return (await findPairRow(context.tx, key, lock)) ?? refuse(noSuchPair);
}

/** Whoever acts on a pair has seen it as it stands. */
export function refuseUnless(
  pair: PairRow,
  states: readonly PairRow['state'][],
  seen?: number,
): void {
  if (states.includes(pair.state) && (seen ?? pair.position) === pair.position) return;
  refuse(pairNotOpen, { state: pair.state });
}

export function otherOf({ one_id, other_id }: PairRow, kept: string): string {
  if (kept === one_id) return other_id;
  return kept === other_id ? one_id : refuse(noSuchPair);
}

export async function latest(context: Context, pair: PairRow, kind: string): Promise<PairActRow> {
  const acts = await listPairActs(context.tx, pair);
  const act = acts.findLast((one) => one.kind === kind);
  if (act === undefined) throw new Error(`pair ${pair.id} is ${pair.state} without ${kind}`);
  return act;
}

export function saidIn<Said>({ said }: PairActRow): Said {
  return said as Said;
}
