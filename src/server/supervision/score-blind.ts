// Blind scores: a rater gets the empty sheet with place and head, and enters a score once. What the register
// says, the first score and those of others stay closed to a rater until the own score is in.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { blindSheet, householdScores, rateHousehold } from '#contract/supervision-scores.ts';
import { areaCode, atLevel } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { problemOf } from '#domain/registry/check-value.ts';
import {
  answersMissing,
  closedAlready,
  noSuchSample,
  notDrawn,
  notInTeam,
  ownRecord,
  pointsOutside,
  scoredAlready,
  sheetMismatch,
  stillBlind,
} from '#domain/supervision/refusals.ts';
import { choicesOf, isListed } from '#domain/supervision/sheet-choices.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { refuseValue } from '#server/registry/read-values.ts';
import type { CampaignRecord } from './campaign.store.ts';
import { getOne } from './campaign-view.ts';
import { getRules } from './first-scores.ts';
import { listOrders } from './follow-up.store.ts';
import { fieldTitle, getVerifiable } from './plan-of.ts';
import { orderedTeams, teamOf, titleOf } from './rater-teams.ts';
import {
  findSample,
  insertRating,
  listRatings,
  listSampleLines,
  type RatingRow,
  type SampleRecord,
} from './sample.store.ts';

interface Turn {
  readonly campaign: CampaignRecord;
  readonly sample: SampleRecord;
  readonly team: string;
  readonly round: number;
  readonly ratings: readonly RatingRow[];
}

/** Whether it is the asker's turn at this household, for the first time or after an order. */
async function turnOf(
  context: Context,
  params: { readonly id: string; readonly household: string },
): Promise<Turn> {
  const { tx, actor } = context;
  const campaign = await getOne(context, params.id);
  if (campaign.closed_on !== null) refuse(closedAlready, { on: campaign.closed_on });
  if (campaign.drawn_at === null) refuse(notDrawn);
  const team = (await teamOf(context, campaign.id)) ?? refuse(notInTeam);
  const sample = await getSample(context, params);
  if (sample.first_by.includes(actor.account)) refuse(ownRecord);
  const ratings = await listRatings(tx, campaign.id, params.household);
  const own = ratings.filter((rating) => rating.team === team);
  const mayAgain = own.length === 1 && (await orderedTeams(context, campaign.id)).has(team);
  if (own.length > 0 && !mayAgain) refuse(scoredAlready, { team: titleOf(campaign, team) });
  return { campaign, sample, team, round: own.length + 1, ratings };
}

async function getSample(
  { tx }: Context,
  params: { readonly id: string; readonly household: string },
): Promise<SampleRecord> {
  const county = countyOfId(params.household);
  const found = await findSample(tx, { county, campaign: params.id, household: params.household });
  return found ?? refuse(noSuchSample);
}

export async function openSheet(
  context: Context,
  { params }: InputOf<typeof blindSheet>,
): Promise<OutputOf<typeof blindSheet>> {
  const { tx, today } = context;
  const turn = await turnOf(context, params);
  const { campaign, sample, team, round } = turn;
  const { pack, sheet } = getRules(context, campaign);
  const household = await getHousehold(tx, params.household);
  const area = areaCode(sample.area_code);
  const names = (await nameAreas(tx, [area], today))(area);
  const hamlet = atLevel(area, 'hamlet');
  const [hamletRow] = hamlet === undefined ? [] : await listAreas(tx, [hamlet], today);
  const order = (await listOrders(tx, campaign.id)).findLast((one) => one.team === team);
  context.note({
    area,
    subject: `household:${params.household}`,
    facts: { campaign: campaign.id },
  });
  return {
    campaign: campaign.id,
    title: campaign.title,
    household: {
      id: household.id,
      no: sample.household_no,
      headName: typeof household.values.headName === 'string' ? household.values.headName : null,
      ...names,
      hamlet: hamletRow?.name ?? null,
    },
    team: titleOf(campaign, team),
    round,
    sheet: {
      title: sheet.sheet.title,
      max: sheet.sheet.max,
      verified: sheet.sheet.verified && sheet.sheet.sample !== true,
      items: sheet.items.map(({ row }) => ({
        id: row.id,
        title: row.title,
        guide: row.guide,
        max: row.max,
        choices: choicesOf(pack, row).map((choice) => ({ ...choice })),
      })),
    },
    askedAgain: campaign.asked_again.map((name) => {
      const field = getVerifiable(name);
      const codes = pack.rows.lists.find((list) => list.row.id === field.list)?.row.codes ?? [];
      return {
        id: name,
        title: fieldTitle(pack, name),
        type: field.type,
        options: codes.map(({ code, title }) => ({ code, title })),
      };
    }),
    first: campaign.compares === 'jointRecheck' ? [...(sample.first_items ?? [])] : null,
    order:
      round === 1 || order === undefined ? null : { reason: order.reason, items: [...order.items] },
    next: await nextOf(context, turn),
  };
}

/** Another household that waits for the team; null where this is the last. */
async function nextOf({ tx, actor }: Context, { campaign, team, sample }: Turn) {
  const waitsFor = { team, account: actor.account };
  const lines = await listSampleLines(tx, campaign.id, { waitsFor, limit: 2 });
  return (
    lines.find(({ household_id }) => household_id !== sample.household_id)?.household_id ?? null
  );
}

export async function rate(
  context: Context,
  { params, body }: InputOf<typeof rateHousehold>,
): Promise<OutputOf<typeof rateHousehold>> {
  const { tx, actor, now, today, newId } = context;
  const turn = await turnOf(context, params);
  const { campaign, sample, team, round } = turn;
  checkItems(context, campaign, body.items);
  checkAnswers(context, campaign, body.answers);

  const { sheet } = getRules(context, campaign);
  const total = body.items.reduce((sum, points) => sum + points, 0);
  const isIn = await insertRating(tx, {
    county: sample.county,
    campaign_id: campaign.id,
    household_id: sample.household_id,
    team,
    round,
    id: newId(sample.county),
    area_code: sample.area_code,
    account: actor.account,
    account_name: actor.displayName,
    items: body.items,
    total,
    listed: isListed(sheet, total) ?? false,
    answers: body.answers,
    note: body.note,
    scored_on: today,
    recorded_at: now,
  });
  if (!isIn) refuse(scoredAlready, { team: titleOf(campaign, team) });
  context.note({
    area: areaCode(sample.area_code),
    subject: `household:${sample.household_id}`,
    facts: { campaign: campaign.id, team, round },
  });
  const left = await listSampleLines(tx, campaign.id, {
    waitsFor: { team, account: actor.account },
    limit: 10_000,
  });
  return { total, next: left[0]?.household_id ?? null, left: left.length };
}

function checkItems(context: Context, campaign: CampaignRecord, points: readonly number[]): void {
  const { pack, sheet } = getRules(context, campaign);
  if (points.length !== sheet.items.length) {
    refuse(sheetMismatch, { expected: sheet.items.length, given: points.length });
  }
  for (const [at, { row }] of sheet.items.entries()) {
    const given = points[at] ?? 0;
    const allowed = choicesOf(pack, row).map((choice) => choice.points);
    const fits = allowed.length === 0 ? given <= row.max : allowed.includes(given);
    if (fits) continue;
    refuse(pointsOutside, {
      item: row.title[context.language],
      given,
      allowed: allowed.length === 0 ? `0–${row.max}` : [...new Set(allowed)].join(' / '),
    });
  }
}

function checkAnswers(
  context: Context,
  campaign: CampaignRecord,
  answers: readonly { readonly field: string; readonly value: string | number | boolean }[],
): void {
  const { pack } = getRules(context, campaign);
  for (const name of campaign.asked_again) {
    const given = answers.find(({ field }) => field === name);
    if (given === undefined) {
      refuse(answersMissing, { field: fieldTitle(pack, name)[context.language] });
    }
  }
  for (const { field, value } of answers) {
    const problem = problemOf(getVerifiable(field), value, pack.scope.lists);
    if (problem !== undefined) refuseValue(context, field, problem);
  }
}

/** Refused to a rater whose own score is not in; to others it is open from the start. */
export async function scoresOf(
  context: Context,
  { params }: InputOf<typeof householdScores>,
): Promise<OutputOf<typeof householdScores>> {
  const { tx } = context;
  const campaign = await getOne(context, params.id);
  const sample = await getSample(context, params);
  const ratings = await listRatings(tx, campaign.id, params.household);
  const team = await teamOf(context, campaign.id);
  const isBlind =
    campaign.compares !== 'jointRecheck' &&
    team !== null &&
    campaign.closed_at === null &&
    !ratings.some((rating) => rating.team === team);
  if (isBlind) refuse(stillBlind);
  return {
    first: {
      items: [...(sample.first_items ?? [])],
      total: sample.first_total,
      listed: sample.first_listed ?? false,
    },
    scores: ratings.map((rating) => ({
      team: titleOf(campaign, rating.team),
      rater: rating.account_name,
      on: rating.scored_on,
      round: rating.round,
      items: [...rating.items],
      total: rating.total,
      listed: rating.listed,
      answers: rating.answers.map((answer) => ({ ...answer })),
      note: rating.note,
    })),
  };
}
