// Pairs of households that may be one: the list, a pair named by somebody, and the word that the two are
// not one, which a search remembers.
import { z } from 'zod';
import type * as contract from '#contract/registry-duplicates.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import * as refusals from '#domain/registry/duplicates/duplicate-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { cursorOf, readCursor } from '#server/http/cursor.ts';
import { openHousehold } from '../write-household.ts';
import { appendPairActs, countPairs, findPairOf, insertPairs, listPairRows } from './pair.store.ts';
import { actBy, getPair, note, refuseUnless, say } from './pair-acts.ts';
import { pairDetail, pairViews } from './pair-view.ts';

type Detail = OutputOf<typeof contract.getDuplicate>;

const Place = z.tuple([z.number(), z.string()]);

const spansOf = ({ actor, area }: Context) => narrowTo(actor, area).map(spanOf);

export async function pairsOf(
  context: Context,
  { query }: InputOf<typeof contract.listDuplicates>,
): Promise<OutputOf<typeof contract.listDuplicates>> {
  const { state, household, limit } = query;
  const after = readCursor(query.cursor, Place);
  const question = { spans: spansOf(context), state, household, after, limit: limit + 1 };
  const rows = await listPairRows(context.tx, question);
  const last = rows[limit - 1];
  return {
    items: [...(await pairViews(context, rows.slice(0, limit)))],
    next: rows.length > limit && last !== undefined ? cursorOf([last.strength, last.id]) : null,
  };
}

export async function pairCounts(
  context: Context,
): Promise<OutputOf<typeof contract.countDuplicates>> {
  const counted = await countPairs(context.tx, spansOf(context));
  const none = { open: 0, different: 0, proposed: 0, merged: 0 };
  return { ...none, ...Object.fromEntries(counted.map(({ state, pairs }) => [state, pairs])) };
}

export async function pairOf(
  context: Context,
  { params, query }: InputOf<typeof contract.getDuplicate>,
): Promise<Detail> {
  const row = await getPair(context, params.id, 'shown');
  return pairDetail(context, row, query.keep);
}

export async function nameOnePair(
  context: Context,
  { params, body }: InputOf<typeof contract.namePair>,
): Promise<{ id: string }> {
  const { tx, today } = context;
  const [one, other] = [params.id, body.other].sort();
  if (one === undefined || other === undefined) throw new Error('two are two');
  const county = countyOfId(one);
  if (county !== countyOfId(other)) refuse(refusals.twoCounties);
  const state = await openHousehold(context, one);
  if (one === other) {
    refuse(refusals.sameHousehold, { householdNo: String(state.values.householdNo ?? '') });
  }
  await openHousehold(context, other);
  note(context, state.area, one);
  const known = await findPairOf(tx, county, [one, other]);
  if (known !== undefined) {
    if (known.state === 'different') await say(context, known, 'reopened', { reason: body.reason });
    return { id: known.id };
  }
  const id = context.newId(county);
  await insertPairs(tx, [
    { county, id, one, other, strength: namedStrength, reasons: [], foundOn: today },
  ]);
  await appendPairActs(tx, [
    {
      ...actBy(context),
      county,
      pair: id,
      position: 1,
      kind: 'named',
      reason: body.reason,
      said: {},
    },
  ]);
  return { id };
}

/** What somebody says outweighs what a search only finds likely. */
const namedStrength = 40;

export async function sayDifferent(
  context: Context,
  { params, body }: InputOf<typeof contract.findDifferent>,
): Promise<Detail> {
  const pair = await getPair(context, params.id, 'locked');
  refuseUnless(pair, ['open']);
  return pairDetail(context, await say(context, pair, 'different', { reason: body.reason }));
}

export async function openAgain(
  context: Context,
  { params, body }: InputOf<typeof contract.reopenPair>,
): Promise<Detail> {
  const pair = await getPair(context, params.id, 'locked');
  refuseUnless(pair, ['different']);
  return pairDetail(context, await say(context, pair, 'reopened', { reason: body.reason }));
}
