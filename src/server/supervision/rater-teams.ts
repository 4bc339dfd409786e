// Who scores for which team, which households wait for whom, and which teams may score again.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Campaign } from '#contract/supervision.ts';
import type { joinTeam, listSample } from '#contract/supervision-scores.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  closedAlready,
  inAnotherTeam,
  noSuchCampaign,
  organiserScores,
  wrongCode,
} from '#domain/supervision/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { type CampaignRecord, findCampaign, insertRater, listRaters } from './campaign.store.ts';
import { campaignView, getOne } from './campaign-view.ts';
import { listOrders } from './follow-up.store.ts';
import { areaOf } from './plan-of.ts';
import { listSampleLines } from './sample.store.ts';

export async function join(
  context: Context,
  { params, body }: InputOf<typeof joinTeam>,
): Promise<z.input<typeof Campaign>> {
  const { tx, actor, now } = context;
  const campaign = (await findCampaign(tx, params.id, 'locked')) ?? refuse(noSuchCampaign);
  if (campaign.closed_on !== null) refuse(closedAlready, { on: campaign.closed_on });
  if (campaign.planned_by === actor.account) refuse(organiserScores);
  const team = campaign.teams.find(({ code }) => code === body.code) ?? refuse(wrongCode);
  const raters = await listRaters(tx, campaign.id);
  const own = raters.find(({ account }) => account === actor.account);
  if (own !== undefined && own.team !== team.id) {
    refuse(inAnotherTeam, { team: titleOf(campaign, own.team) });
  }
  if (own === undefined) {
    await insertRater(tx, {
      campaign_id: campaign.id,
      account: actor.account,
      account_name: actor.displayName,
      area_code: campaign.area_code,
      team: team.id,
      joined_at: now,
    });
  }
  context.note({
    area: areaOf(campaign),
    subject: `campaign:${campaign.id}`,
    facts: { team: team.id },
  });
  return campaignView(context, campaign.id);
}

export function titleOf({ teams }: CampaignRecord, team: string): string {
  return teams.find(({ id }) => id === team)?.title ?? team;
}

const Keys = z.tuple([z.string(), z.string()]);

export async function sampleOf(
  context: Context,
  { params, query }: InputOf<typeof listSample>,
): Promise<OutputOf<typeof listSample>> {
  const { tx, today, actor } = context;
  const campaign = await getOne(context, params.id);
  const team = await teamOf(context, campaign.id);
  const rows = await listSampleLines(tx, campaign.id, {
    waitsFor: query.mine === true ? { team: team ?? '', account: actor.account } : undefined,
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.area_code, row.household_no]);
  const names = await nameAreas(
    tx,
    page.items.map((row) => row.area_code),
    today,
  );
  const ordered = await orderedTeams(context, campaign.id);
  return {
    items: page.items.map((row) => ({
      household: row.household_id,
      householdNo: row.household_no,
      headName: row.head_name,
      areaCode: row.area_code,
      ...names(row.area_code),
      probability: row.probability,
      isKin: row.is_kin,
      scoredBy: row.scored_by.map((one) => titleOf(campaign, one)),
      mine: standingOf(row, { team, account: actor.account, ordered }),
    })),
    next: page.next,
  };
}

function standingOf(
  row: { readonly first_by: readonly string[]; readonly scored_by: readonly string[] },
  {
    team,
    account,
    ordered,
  }: { team: string | null; account: string; ordered: ReadonlySet<string> },
): 'wait' | 'done' | 'own' | 'no' | 'again' {
  if (team === null) return 'no';
  if (row.first_by.includes(account)) return 'own';
  if (!row.scored_by.includes(team)) return 'wait';
  return ordered.has(team) ? 'again' : 'done';
}

/** Teams with an order that was answered: they may score again. */
export async function orderedTeams(
  { tx }: Context,
  campaign: string,
): Promise<ReadonlySet<string>> {
  const orders = await listOrders(tx, campaign);
  return new Set(orders.flatMap(({ answered_on, team }) => (answered_on === null ? [] : [team])));
}

export async function teamOf({ tx, actor }: Context, campaign: string): Promise<string | null> {
  const raters = await listRaters(tx, campaign);
  return raters.find(({ account }) => account === actor.account)?.team ?? null;
}
