// Campaigns as people begin, watch and end them.
import type {
  beginCampaign,
  Campaign,
  CampaignDetail,
  endCampaign,
  getCampaign,
  listCampaigns,
} from '#contract/casework-campaigns.ts';
import { HouseholdFilter } from '#contract/registry-households.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import {
  type CampaignCount,
  campaignProcesses,
  roundsOf,
  sumOf,
} from '#domain/casework/campaign.ts';
import {
  campaignEnded,
  campaignStillOpen,
  chosenNobody,
  noSuchCampaign,
  noSuchRound,
} from '#domain/casework/campaign-refusals.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import {
  type CampaignRecord,
  countCampaign,
  findCampaign,
  insertCampaign,
  insertChosen,
  listCampaignsIn,
  saveStatement,
} from './campaign.store.ts';
import { campaignRules, chooseHouseholds } from './campaign-choice.ts';
import { campaignKind } from './campaign-job.ts';
import { findRules } from './load-case.ts';

export async function campaignsOf(
  context: Context,
  _input: InputOf<typeof listCampaigns>,
): Promise<OutputOf<typeof listCampaigns>> {
  const { tx, area, platform, today } = context;
  const found = await listCampaignsIn(tx, spanOf(area));
  const pack = platform.packs.inForce(area, today);
  return {
    items: found.map((one) => campaignView(context, one)),
    processes: pack === undefined ? [] : [...campaignProcesses(pack)],
    rounds: pack === undefined ? [] : [...roundsOf(pack)],
    mayBegin: context.may('casework.campaign') && countyNumberOf(area) !== undefined,
  };
}

export async function begin(
  context: Context,
  { body }: InputOf<typeof beginCampaign>,
): Promise<OutputOf<typeof beginCampaign>> {
  const { tx, area, actor, today, now, scope, platform } = context;
  const { process, round, title } = body;
  const { pack, county } = campaignRules(context, process);
  if (round !== undefined && !roundsOf(pack).some(({ id }) => id === round)) {
    refuse(noSuchRound, { round });
  }
  const { chosen, kept } = await chooseHouseholds(context, {
    stages: body.stages,
    filter: body.filter === undefined ? undefined : readFilter(body.filter),
    source: body.source,
  });
  const id = context.newId(county);
  const job = await platform.jobs.enqueue(tx, {
    kind: campaignKind,
    areaCode: area,
    account: actor.account,
    scope,
    input: { campaign: id },
    now,
  });
  await insertCampaign(tx, {
    county,
    id,
    area_code: area,
    title,
    pack: pack.id,
    pack_edition: pack.edition,
    process,
    round: round ?? null,
    stages: [...(body.stages ?? [])],
    choice: kept === null ? null : JSON.stringify(kept),
    state: 'opening',
    job,
    account: actor.account,
    account_name: actor.displayName,
    begun_on: today,
    begun_at: now,
  });
  if (kept !== null && (await insertChosen(tx, { county, id }, chosen)) === 0) {
    refuse(chosenNobody);
  }
  const facts = { process, round: round ?? null, choice: kept?.kind ?? 'stages' };
  context.note({ area, subject: `campaign:${id}`, facts });
  return { id, job };
}

/** As the address of the household list says it. */
function readFilter(said: Readonly<Record<string, string>>) {
  const { area: _area, ...filter } = said;
  const read = HouseholdFilter.safeParse(filter);
  return read.success ? read.data : refuse(chosenNobody);
}

export async function campaignOf(
  context: Context,
  { params }: InputOf<typeof getCampaign>,
): Promise<CampaignDetail> {
  return detailOf(context, await seen(context, params.id));
}

/** All are decided, so what came of them is said once and stands. */
export async function end(
  context: Context,
  { params }: InputOf<typeof endCampaign>,
): Promise<CampaignDetail> {
  const { tx, today, actor } = context;
  const campaign = await seen(context, params.id);
  if (campaign.state === 'ended') refuse(campaignEnded);
  const counts = await countsOf(context, campaign);
  const open = sumOf(counts).open.households;
  if (open > 0 || campaign.state === 'opening') refuse(campaignStillOpen, { count: open });
  await saveStatement(tx, campaign, { on: today, by: actor.displayName, statement: counts });
  context.note({
    area: areaCode(campaign.area_code),
    subject: `campaign:${campaign.id}`,
    facts: { out: sumOf(counts).out.households, in: sumOf(counts).in.households },
  });
  return detailOf(context, await seen(context, params.id));
}

async function seen({ tx }: Context, id: string): Promise<CampaignRecord> {
  return (await findCampaign(tx, { county: countyOfId(id), id })) ?? refuse(noSuchCampaign);
}

async function countsOf(
  context: Context,
  campaign: CampaignRecord,
): Promise<readonly CampaignCount[]> {
  if (campaign.statement !== null) return campaign.statement as readonly CampaignCount[];
  const rules = findRules(context, campaign)?.rules;
  const rows = await countCampaign(context.tx, campaign);
  return rows.map(({ township, before, end_id, is_open, households, persons }) => ({
    township,
    before,
    after: rules?.ends.find(({ id }) => id === end_id)?.stage ?? null,
    isOpen: is_open,
    households,
    persons,
  }));
}

async function detailOf(context: Context, campaign: CampaignRecord): Promise<CampaignDetail> {
  const counts = await countsOf(context, campaign);
  const codes = [...new Set(counts.map(({ township }) => township))];
  const names = new Map(
    (await listAreas(context.tx, codes.map(areaCode), context.today)).map((one) => [
      one.code as string,
      one.name,
    ]),
  );
  const sum = sumOf(counts);
  return {
    ...campaignView(context, campaign),
    sum,
    townships: codes.map((code) => ({
      code,
      name: names.get(code) ?? code,
      sum: sumOf(counts.filter(({ township }) => township === code)),
    })),
    mayEnd:
      context.may('casework.campaign') && campaign.state === 'open' && sum.open.households === 0,
  };
}

function campaignView(context: Context, one: CampaignRecord): Campaign {
  const pack = context.platform.packs.resolve(one.pack, context.today, one.pack_edition);
  return {
    id: one.id,
    areaCode: one.area_code,
    title: one.title,
    process: { id: one.process, title: processTitle(pack, one.process) },
    round: one.round === null ? null : { id: one.round, title: roundTitle(pack, one.round) },
    pack: { id: one.pack, edition: one.pack_edition },
    choice: one.choice as Campaign['choice'],
    state: one.state as Campaign['state'],
    job: one.job,
    opened: one.opened,
    passedOver: one.passed_over,
    by: one.account_name,
    begunOn: one.begun_on,
    endedOn: one.ended_on,
    endedBy: one.ended_by,
  };
}

function processTitle(pack: ResolvedPack | undefined, id: string) {
  return pack?.rows.processes.find(({ row }) => row.id === id)?.row.title ?? { zh: id, en: id };
}

function roundTitle(pack: ResolvedPack | undefined, id: string) {
  const round = pack === undefined ? undefined : roundsOf(pack).find((one) => one.id === id);
  return round?.title ?? { zh: id, en: id };
}
