// A round as people see it. Codes of teams are shown to its organiser alone; whoever still has to score
// sees neither scores nor the report.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Campaign, CampaignRow, getCampaign, listCampaigns } from '#contract/supervision.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { type DrawStage, unitWords } from '#domain/supervision/draw-plan.ts';
import { noSuchCampaign, notDrawn, stillBlind } from '#domain/supervision/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreas } from '#server/registry/area.store.ts';
import {
  type CampaignLine,
  type CampaignRecord,
  findCampaign,
  listCampaignRows,
  listRaters,
} from './campaign.store.ts';
import { areaOf, fieldTitle, findRules } from './plan-of.ts';

type Row = z.input<typeof CampaignRow>;
type View = z.input<typeof Campaign>;

const Keys = z.tuple([z.string(), z.string()]);

export async function campaignsOf(
  context: Context,
  { query }: InputOf<typeof listCampaigns>,
): Promise<OutputOf<typeof listCampaigns>> {
  const { tx, actor, area } = context;
  const rows = await listCampaignRows(tx, {
    span: spanOf(area),
    account: actor.account,
    state: query.state,
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.planned_at, row.id]);
  const names = await namesOf(context, page.items);
  return {
    items: page.items.map((row) => rowView(row, names, findRules(context, row))),
    next: page.next,
  };
}

async function namesOf(
  { tx, today }: Context,
  rows: readonly Pick<CampaignRecord, 'area_code'>[],
): Promise<ReadonlyMap<string, string>> {
  const areas = await listAreas(tx, [...new Set(rows.map(areaOf))], today);
  return new Map<string, string>(areas.map(({ code, name }) => [code, name]));
}

function rowView(
  row: CampaignLine,
  names: ReadonlyMap<string, string>,
  pack: ResolvedPack | undefined,
): Row {
  return {
    id: row.id,
    areaCode: row.area_code,
    areaName: names.get(row.area_code) ?? row.area_code,
    title: row.title,
    design: designTitle(row, pack),
    compares: row.compares,
    state: stateOf(row),
    plannedOn: row.planned_on,
    plannedBy: row.planned_by_name,
    drawnOn: row.drawn_on,
    closedOn: row.closed_on,
    households: row.households,
    scored: row.scored,
    due: row.households * row.teams.length,
    mine: row.mine,
    isInvented: row.is_invented,
  };
}

function designTitle({ design }: CampaignRecord, pack: ResolvedPack | undefined): Bilingual {
  if (design === null) return { zh: '自定抽样', en: 'A design of one’s own' };
  const found = pack?.rows.sampleDesigns.find(({ row }) => row.id === design)?.row;
  return found?.title ?? { zh: design, en: design };
}

export function stateOf(row: CampaignRecord): 'planned' | 'drawn' | 'closed' {
  if (row.closed_at !== null) return 'closed';
  return row.drawn_at === null ? 'planned' : 'drawn';
}

export async function getOne(context: Context, id: string): Promise<CampaignRecord> {
  return (await findCampaign(context.tx, id)) ?? refuse(noSuchCampaign);
}

export async function campaignOf(
  context: Context,
  { params }: InputOf<typeof getCampaign>,
): Promise<View> {
  return campaignView(context, params.id);
}

export async function campaignView(context: Context, id: string): Promise<View> {
  const { tx, actor } = context;
  const { area_code } = await getOne(context, id);
  const [row] = await listCampaignRows(tx, {
    span: spanOf(areaOf({ area_code })),
    account: actor.account,
    id,
    limit: 1,
  });
  if (row === undefined) return refuse(noSuchCampaign);
  const pack = findRules(context, row);
  const raters = await listRaters(tx, id);
  const isOrganiser = row.planned_by === actor.account;
  const state = stateOf(row);
  const mayOrganise = mayOrganiseIn(context, row);
  const knowsCodes = mayOrganise && (isOrganiser || row.is_invented);
  const reportClosed = whyClosed(row);
  const sheet = pack?.sheets.get(row.sheet)?.sheet;
  return {
    ...rowView(row, await namesOf(context, [row]), pack),
    pack: { id: row.pack, edition: row.pack_edition, title: pack?.title ?? same(row.pack) },
    sheet: {
      id: row.sheet,
      title: sheet?.title ?? same(row.sheet),
      verified: sheet?.verified === true && sheet.sample !== true,
    },
    plan: planView(row),
    planWords: row.plan.stages.map(stageWords),
    claim: row.claim,
    askedAgain: row.asked_again.map((field) => ({ id: field, title: fieldTitle(pack, field) })),
    allowedDifference: row.allowed_difference,
    teams: row.teams.map(({ id: team, title, code }) => ({
      id: team,
      title,
      raters: raters.filter((rater) => rater.team === team).map((rater) => rater.account_name),
      code: knowsCodes && state !== 'closed' ? code : null,
    })),
    team: row.team,
    seedDigest: row.seed_digest,
    seed: row.seed,
    word: row.word,
    frame:
      row.frame_digest === null
        ? null
        : {
            digest: row.frame_digest,
            households: row.frame_households ?? 0,
            villages: row.frame_villages ?? 0,
          },
    drawnBy: row.drawn_by_name,
    closedBy: row.closed_by_name,
    mayDraw: mayOrganise && state === 'planned' && row.compares !== 'observers',
    mayJoin:
      context.may('supervision.score') && state !== 'closed' && row.team === null && !isOrganiser,
    mayClose:
      mayOrganise && state !== 'closed' && (state === 'drawn' || row.compares === 'observers'),
    mayReport: reportClosed === null,
    reportClosed,
  };
}

/** Whoever may draw in the area and scores for no team of the round. */
export function mayOrganiseIn(context: Context, { team }: Pick<CampaignLine, 'team'>): boolean {
  return context.may('supervision.draw') && team === null;
}

/** Whoever scores waits for their own last score, and a round that is not drawn has nothing to tell. */
function whyClosed(row: CampaignLine): Bilingual | null {
  if (row.compares === 'observers') return null;
  if (row.drawn_at === null) return notDrawn.message;
  return row.mine > 0 && row.compares !== 'jointRecheck' ? stillBlind.message : null;
}

function planView({ plan }: CampaignRecord): View['plan'] {
  return {
    area: plan.area,
    population: plan.population,
    stages: plan.stages.map(({ chosen, ...stage }) => ({
      ...stage,
      ...(chosen === undefined ? {} : { chosen: [...chosen] }),
    })),
  };
}

const manners = {
  random: { zh: '随机', en: 'at random' },
  proportional: { zh: '按户数成比例', en: 'with chances in proportion to households' },
  adjacent: { zh: '相邻', en: 'next to each other' },
  all: { zh: '全部', en: 'all' },
  chosen: { zh: '指定', en: 'as named' },
} as const;

export function stageWords(stage: DrawStage): Bilingual {
  const { unit, how, take, chosen } = stage;
  const words = unitWords[unit];
  const manner = manners[how];
  if (how === 'all') return { zh: `${words.zh}：全部`, en: `${words.en}: all` };
  if (how === 'chosen') {
    const count = chosen?.length ?? 0;
    return { zh: `${words.zh}：指定 ${count} 个`, en: `${words.en}: ${count} as named` };
  }
  if ('share' in take) {
    const share = `${Math.round(take.share * 1000) / 10}%`;
    return {
      zh: `${words.zh}：抽 ${share}，${manner.zh}`,
      en: `${words.en}: ${share}, ${manner.en}`,
    };
  }
  if ('total' in take) {
    return {
      zh: `${words.zh}：共 ${take.total}，按户数分摊，${manner.zh}`,
      en: `${words.en}: ${take.total} in all, shared out by size, ${manner.en}`,
    };
  }
  return {
    zh: `${words.zh}：每处 ${take.count}，${manner.zh}`,
    en: `${words.en}: ${take.count} in each, ${manner.en}`,
  };
}

function same(text: string): Bilingual {
  return { zh: text, en: text };
}
