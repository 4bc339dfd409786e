// A helper is away, comes back, or leaves for good. Nobody falls out of sight: who has no stand-in and no
// successor leaves households that the coverage shows as uncovered from that moment.
import type { InputOf } from '#contract/route.ts';
import type { departHelper, endLeave, giveLeave, Helper } from '#contract/workforce.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { isAway } from '#domain/workforce/cover.ts';
import {
  isKin,
  leaveBackwards,
  noSuchHelper,
  notAway,
  standInUnfit,
  successorUnfit,
} from '#domain/workforce/helper-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { insertHandovers, withdrawOffers } from './handover.store.ts';
import {
  findHelper,
  type HelperRecord,
  listKin,
  showHouseholds,
  updateHelper,
} from './helper-roll.store.ts';
import { helperView } from './helper-view.ts';
import { asFit, getHelperView, openHelper } from './load-helper.ts';
import { closePairingsOf, listHelped, markLeave, releaseStandIn } from './pairing.store.ts';
import { quotaFor, rulesHere } from './rules-here.ts';

export async function leave(
  context: Context,
  { params, body }: InputOf<typeof giveLeave>,
): Promise<Helper> {
  const { tx, today } = context;
  const helper = await openHelper(context, params.id);
  const { from, to } = body;
  if (to !== null && to < from) refuse(leaveBackwards, { from, to });
  const standIn = body.standIn === null ? null : await standInOf(context, helper, { ...body });
  await updateHelper(tx, helper, {
    away_from: from,
    away_to: to,
    stand_in: standIn?.id ?? null,
    stand_in_name: standIn?.name ?? null,
  });
  await markLeave(tx, helper, {
    from,
    to,
    standIn: standIn?.id ?? null,
    standInName: standIn?.name ?? null,
  });
  await releaseStandIn(tx, helper, { from, to });
  const touched = [helper.id, helper.stand_in, standIn?.id ?? null].filter((one) => one !== null);
  await showHouseholds(tx, helper.county, touched, today);
  note(context, helper, { standIn: standIn !== null });
  return helperView(context, await getHelperView(context, helper.id));
}

async function standInOf(
  { tx }: Context,
  helper: HelperRecord,
  { standIn, from, to }: { standIn: string | null; from: string; to: string | null },
): Promise<HelperRecord> {
  const id = standIn ?? '';
  const found = (await findHelper(tx, { county: countyOfId(id), id })) ?? refuse(noSuchHelper);
  const overlaps =
    found.away_from !== null &&
    (to === null || found.away_from <= to) &&
    (found.away_to === null || found.away_to >= from);
  if (found.id === helper.id || found.left_on !== null || overlaps) {
    refuse(standInUnfit, { helper: found.name });
  }
  return found;
}

export async function comeBack(
  context: Context,
  { params }: InputOf<typeof endLeave>,
): Promise<Helper> {
  const { tx, today } = context;
  const helper = await openHelper(context, params.id);
  if (helper.away_from === null) refuse(notAway, { helper: helper.name });
  await updateHelper(tx, helper, {
    away_from: null,
    away_to: null,
    stand_in: null,
    stand_in_name: null,
  });
  await markLeave(tx, helper, { from: null, to: null, standIn: null, standInName: null });
  if (helper.stand_in !== null) await showHouseholds(tx, helper.county, [helper.stand_in], today);
  note(context, helper, {});
  return helperView(context, await getHelperView(context, helper.id));
}

/**
 * With a successor, everything is offered and the leaver answers for it until it is accepted; without
 * one, the pairings end today and the households stand in the alarm.
 */
export async function depart(
  context: Context,
  { params, body }: InputOf<typeof departHelper>,
): Promise<Helper> {
  const { tx, today, actor } = context;
  const helper = await openHelper(context, params.id);
  const { reason } = body;
  const answer = { on: today, by: actor.displayName, reason };
  await withdrawOffers(tx, { county: helper.county, helper: helper.id }, answer);
  if (body.successor !== null) {
    await offerAll(context, helper, { successor: body.successor, reason });
  } else {
    const ended = await closePairingsOf(tx, helper, { on: today, reason });
    await updateHelper(tx, helper, { left_on: today, left_reason: reason, households: 0 });
    await releaseStandIn(tx, helper, { from: today, to: null });
    await showHouseholds(tx, helper.county, [helper.id], today);
    note(context, helper, { uncovered: ended });
    return helperView(context, await getHelperView(context, helper.id));
  }
  note(context, helper, { successor: body.successor });
  return helperView(context, await getHelperView(context, helper.id));
}

async function offerAll(
  context: Context,
  helper: HelperRecord,
  { successor, reason }: { successor: string; reason: string },
): Promise<void> {
  const { tx, today, actor } = context;
  const next = await openHelper(context, successor);
  const rules = rulesHere(context, areaCode(next.area_code));
  const quota = quotaFor(rules, next.rank);
  const room = quota === null ? helper.households : Math.max(0, quota - next.households);
  const awayNow = isAway(asFit(next), plainDate(today));
  if (next.id === helper.id || awayNow || room < helper.households) {
    refuse(successorUnfit, {
      helper: next.name,
      room: awayNow ? 0 : room,
      households: helper.households,
    });
  }
  const helped = (await listHelped(tx, helper, today)).filter((one) => !one.for_another);
  const kin = await listKin(tx, helper.county, { helpers: [next.id] });
  const own = helped.find((one) =>
    kin.some(({ household_id }) => household_id === one.household_id),
  );
  if (own !== undefined) refuse(isKin, { helper: next.name, head: own.head_name ?? '' });
  await insertHandovers(
    tx,
    helped.map((one) => ({
      county: helper.county,
      id: context.newId(helper.county),
      household_id: one.household_id,
      area_code: one.area_code,
      pairing_id: one.id,
      from_helper: helper.id,
      from_name: helper.name,
      to_helper: next.id,
      to_name: next.name,
      reason,
      offered_on: today,
      offered_by_name: actor.displayName,
    })),
  );
}

function note(context: Context, helper: HelperRecord, facts: Record<string, unknown>): void {
  context.note({ area: areaCode(helper.area_code), subject: `helper:${helper.id}`, facts });
}
