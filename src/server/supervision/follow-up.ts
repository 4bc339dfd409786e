// What follows from a comparison: an order to recalibrate, its answer, sessions that villagers watched, and
// the end of a round. At its end the figure is published with its parts, and what the teams found at each
// household becomes sources of its values; until then nobody reads it there, so that blindness holds.
import type { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Campaign } from '#contract/supervision.ts';
import type {
  answerOrder,
  closeCampaign,
  enterSession,
  issueOrder,
} from '#contract/supervision-report.ts';
import { areaCode, isWithin } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  chosenOutside,
  closedAlready,
  noSuchCampaign,
  noSuchOrder,
  noSuchTeam,
  notAllScored,
  notDrawn,
  notInTeam,
  orderAnswered,
  orderPastDue,
} from '#domain/supervision/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { type CampaignRecord, findCampaign, listRaters, markClosed } from './campaign.store.ts';
import { campaignView, getOne } from './campaign-view.ts';
import { enterFindings } from './enter-findings.ts';
import { answerOrderRow, insertOrder, insertSession, listOrders } from './follow-up.store.ts';
import { areaOf } from './plan-of.ts';
import { findingsOf, newFigure } from './report.ts';

async function getOpen(context: Context, id: string): Promise<CampaignRecord> {
  const campaign = (await findCampaign(context.tx, id, 'locked')) ?? refuse(noSuchCampaign);
  if (campaign.closed_on !== null) refuse(closedAlready, { on: campaign.closed_on });
  return campaign;
}

export async function issue(
  context: Context,
  { params, body }: InputOf<typeof issueOrder>,
): Promise<OutputOf<typeof issueOrder>> {
  const { tx, now, today, actor, newId } = context;
  const campaign = await getOpen(context, params.id);
  if (campaign.drawn_at === null) refuse(notDrawn);
  if (!campaign.teams.some(({ id }) => id === body.team)) refuse(noSuchTeam, { team: body.team });
  if (body.dueOn < today) refuse(orderPastDue, { due: body.dueOn });

  const id = newId(Number(areaOf(campaign).slice(0, 6).padEnd(6, '0')));
  await insertOrder(tx, {
    id,
    campaign_id: campaign.id,
    area_code: campaign.area_code,
    team: body.team,
    items: body.items,
    reason: body.reason,
    issued_at: now,
    issued_on: today,
    issued_by_name: actor.displayName,
    due_on: body.dueOn,
  });
  note(context, campaign, { order: id, team: body.team });
  return { id };
}

export async function answer(
  context: Context,
  { params, body }: InputOf<typeof answerOrder>,
): Promise<OutputOf<typeof answerOrder>> {
  const { tx, now, today, actor } = context;
  const campaign = await getOpen(context, params.id);
  const order = (await listOrders(tx, campaign.id)).find(({ id }) => id === params.order);
  if (order === undefined) return refuse(noSuchOrder);
  const raters = await listRaters(tx, campaign.id);
  const own = raters.find(({ account }) => account === actor.account)?.team;
  if (own !== order.team) refuse(notInTeam);
  if (order.answered_on !== null) refuse(orderAnswered, { by: order.answered_by_name });

  await answerOrderRow(tx, order.id, {
    answered_at: now,
    answered_on: today,
    answered_by_name: actor.displayName,
    answer: body.answer,
  });
  note(context, campaign, { order: order.id, team: order.team });
  return { id: order.id };
}

export async function watched(
  context: Context,
  { params, body }: InputOf<typeof enterSession>,
): Promise<OutputOf<typeof enterSession>> {
  const { tx, now, actor, newId } = context;
  const campaign = await getOpen(context, params.id);
  const area = areaCode(body.area);
  if (!isWithin(area, areaOf(campaign))) {
    refuse(chosenOutside, { code: area, area: campaign.area_code });
  }
  const id = newId(Number(area.slice(0, 6).padEnd(6, '0')));
  await insertSession(tx, {
    id,
    campaign_id: campaign.id,
    area_code: area,
    held_on: body.heldOn,
    team: body.team,
    households: body.households,
    observers: body.observers,
    remark: body.remark,
    account: actor.account,
    account_name: actor.displayName,
    recorded_at: now,
  });
  note(context, campaign, { session: id, observers: body.observers.length });
  return { id };
}

export async function close(
  context: Context,
  { params, body }: InputOf<typeof closeCampaign>,
): Promise<z.input<typeof Campaign>> {
  const { tx, now, today, actor } = context;
  const campaign = await getOpen(context, params.id);
  if (campaign.compares !== 'observers' && campaign.drawn_at === null) refuse(notDrawn);
  const view = await campaignView(context, campaign.id);
  const left = view.due - view.scored;
  const isShort = campaign.compares !== 'observers' && left > 0;
  if (isShort && body.reason === '') refuse(notAllScored, { left });

  const found = await findingsOf(context, campaign);
  const figure = newFigure(campaign, found, { by: actor.displayName, on: today });
  await enterFindings(context, campaign, found);
  await markClosed(tx, campaign.id, {
    closed_at: now,
    closed_on: today,
    closed_by_name: actor.displayName,
    result: { figure, error: found.error, judged: found.judged, left, reason: body.reason },
  });
  note(context, campaign, {
    households: found.error?.households ?? 0,
    faults: found.error?.faults ?? 0,
  });
  return campaignView(context, (await getOne(context, campaign.id)).id);
}

function note(context: Context, campaign: CampaignRecord, facts: Record<string, unknown>): void {
  context.note({ area: areaOf(campaign), subject: `campaign:${campaign.id}`, facts });
}
