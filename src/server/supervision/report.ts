// What a round found: open to whoever has nothing left to score in it. Every number follows from the
// scores that are in; the last score of a team counts, the one before it stands beside.
import type { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Campaign } from '#contract/supervision.ts';
import type { CampaignReport, campaignReport } from '#contract/supervision-report.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { sameValue } from '#domain/registry/event.ts';
import { type ClaimJudged, judgeClaim } from '#domain/supervision/claim.ts';
import { notDrawn, stillBlind } from '#domain/supervision/refusals.ts';
import {
  type ComparedHousehold,
  driftOf,
  type ErrorRate,
  errorRate,
  isFault,
  itemDifferences,
  raterDifferences,
  teamAgreement,
} from '#domain/supervision/score-comparison.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import type { CampaignRecord } from './campaign.store.ts';
import { campaignView, getOne, stageWords } from './campaign-view.ts';
import { getRules } from './first-scores.ts';
import { listOrders, listSessions, type OrderRow } from './follow-up.store.ts';
import { fieldTitle } from './plan-of.ts';
import { titleOf } from './rater-teams.ts';
import {
  listAnswered,
  listDeviations,
  listHeads,
  listRatings,
  listSamples,
  type RatingRow,
  type SampleRecord,
} from './sample.store.ts';

type Report = OutputOf<typeof campaignReport>;

export async function reportOf(
  context: Context,
  { params }: Pick<InputOf<typeof campaignReport>, 'params'>,
): Promise<Report> {
  const { tx } = context;
  const campaign = await getOne(context, params.id);
  const view = await campaignView(context, params.id);
  if (!view.mayReport) refuse(campaign.drawn_at === null ? notDrawn : stillBlind);
  const { pack, sheet } = getRules(context, campaign);
  const found = await findingsOf(context, campaign);
  const { compared } = found;
  const accounts = [...new Set(found.ratings.map(({ account }) => account))];
  const deviations = await listDeviations(tx, campaign.id, accounts);
  const [one, other] = campaign.teams.map(({ id }) => id);
  const agreement =
    one === undefined || other === undefined
      ? null
      : teamAgreement(compared, [one, other], campaign.allowed_difference);
  const orders = await listOrders(tx, campaign.id);
  return {
    campaign: view,
    items: sheet.items.map(({ row }) => ({ id: row.id, title: row.title, max: row.max })),
    byItem: itemDifferences(compared, sheet.items.length).map((each) => ({ ...each })),
    byRater: raterDifferences(compared, campaign.allowed_difference).map((each) => ({
      ...each,
      team: titleOf(campaign, each.team),
    })),
    agreement:
      agreement === null
        ? null
        : {
            ...agreement,
            teams: agreement.teams.map((team) => titleOf(campaign, team)),
            table: agreement.table.map((line) => [...line]),
          },
    drift: driftOf(
      deviations.map((row) => ({
        account: row.account,
        rater: row.account_name,
        on: row.scored_on,
        difference: row.difference,
      })),
    ).map((drift) => ({ ...drift, points: drift.points.map((point) => ({ ...point })) })),
    error:
      found.error === null
        ? null
        : { ...found.error, open: compared.length - found.error.households },
    judged: found.judged,
    askedAgain: await answeredAgain(context, campaign, (name) => fieldTitle(pack, name)),
    figure: figureOf(campaign),
    orders: orders.map((order) => orderView(context, { order, campaign, view, found })),
    sessions: await sessionViews(context, campaign.id),
    households: await householdViews(context, campaign, found),
  } as Report;
}

export interface Findings {
  readonly samples: readonly SampleRecord[];
  readonly ratings: readonly RatingRow[];
  readonly compared: readonly ComparedHousehold[];
  readonly error: ErrorRate | null;
  readonly judged: ClaimJudged | null;
}

export async function findingsOf(
  { tx }: Pick<Context, 'tx'>,
  campaign: CampaignRecord,
): Promise<Findings> {
  const samples = await listSamples(tx, campaign.id);
  const ratings = await listRatings(tx, campaign.id);
  const byHousehold = grouped(ratings);
  const compared = samples.map((sample): ComparedHousehold => {
    const counting = new Map<string, RatingRow>();
    for (const rating of byHousehold.get(sample.household_id) ?? []) {
      const before = counting.get(rating.team);
      if (before === undefined || before.round < rating.round) counting.set(rating.team, rating);
    }
    return {
      id: sample.household_id,
      probability: sample.probability,
      stratum: sample.stratum,
      cluster: sample.cluster,
      first: {
        items: sample.first_items ?? [],
        total: sample.first_total,
        listed: sample.first_listed ?? false,
      },
      scores: [...counting.values()].map((rating) => ({
        team: rating.team,
        account: rating.account,
        rater: rating.account_name,
        on: rating.scored_on,
        items: rating.items,
        total: rating.total,
        listed: rating.listed,
      })),
    };
  });
  const error = errorRate(compared, campaign.claim.confidence);
  const judged =
    error === null
      ? null
      : judgeClaim(campaign.claim, {
          draws: error.households,
          faults: error.faults,
          designEffect: error.designEffect,
          population: campaign.frame_households ?? undefined,
        });
  return { samples, ratings, compared, error, judged };
}

function grouped(ratings: readonly RatingRow[]): ReadonlyMap<string, readonly RatingRow[]> {
  const groups = new Map<string, RatingRow[]>();
  for (const rating of ratings) {
    const others = groups.get(rating.household_id);
    if (others === undefined) groups.set(rating.household_id, [rating]);
    else others.push(rating);
  }
  return groups;
}

/** The figure as it was published at the end, with all its parts; null while the round goes on. */
function figureOf({ result }: CampaignRecord): Report['figure'] {
  return result === null ? null : (result as { figure: Report['figure'] }).figure;
}

export function newFigure(
  campaign: CampaignRecord,
  found: Findings,
  { by, on }: { readonly by: string; readonly on: string },
): Report['figure'] {
  const { error } = found;
  if (error === null) return null;
  const stages = campaign.plan.stages.map(stageWords);
  const draw = (language: 'zh' | 'en') =>
    stages.map((words) => words[language]).join(language === 'zh' ? '；' : '; ');
  return {
    numerator: error.faults,
    denominator: error.households,
    definition: {
      zh: '复评后落到分数线另一边的户数，除以各组都打过分且意见一致的户数；率按被抽中的机会加权',
      en: 'Households that the re-scores put on the other side of the line, by those that all teams scored alike; the rate is weighted by the chances of being drawn',
    },
    method: {
      zh: `${draw('zh')}；种子先公布摘要、抽后公开；区间按分层整群方差的威尔逊法，把握 ${campaign.claim.confidence * 100}%`,
      en: `${draw('en')}; the seed was committed before and revealed after; Wilson interval over the variance of strata and clusters, ${campaign.claim.confidence * 100}%`,
    },
    on,
    by,
  };
}

async function answeredAgain(
  { tx }: Context,
  campaign: CampaignRecord,
  titleOfField: (name: string) => { zh: string; en: string },
): Promise<Report['askedAgain']> {
  const counts = new Map(campaign.asked_again.map((name) => [name, { answers: 0, differing: 0 }]));
  for (const { answers, registered } of await listAnswered(tx, campaign.id, campaign.asked_again)) {
    for (const { field, value } of answers) {
      const count = counts.get(field);
      if (count === undefined) continue;
      count.answers += 1;
      if (!sameValue(value, registered[field] ?? null)) count.differing += 1;
    }
  }
  return [...counts].map(([id, count]) => ({ id, title: titleOfField(id), ...count }));
}

function orderView(
  context: Context,
  {
    order,
    campaign,
    view,
    found,
  }: {
    readonly order: OrderRow;
    readonly campaign: CampaignRecord;
    readonly view: z.input<typeof Campaign>;
    readonly found: Findings;
  },
): CampaignReport['orders'][number] {
  const ofTeam = found.ratings.filter(({ team }) => team === order.team);
  return {
    id: order.id,
    team: titleOf(campaign, order.team),
    items: [...order.items],
    reason: order.reason,
    issuedOn: order.issued_on,
    issuedBy: order.issued_by_name,
    dueOn: order.due_on,
    isLate: order.answered_on === null && order.due_on < context.today,
    answeredOn: order.answered_on,
    answeredBy: order.answered_by_name,
    answer: order.answer,
    households: ofTeam.filter(({ round }) => round === 1).length,
    scoredAgain: ofTeam.filter(({ round }) => round > 1).length,
    mayAnswer: view.team === order.team && order.answered_on === null && view.state !== 'closed',
  };
}

async function sessionViews({ tx, today }: Context, campaign: string): Promise<Report['sessions']> {
  const rows = await listSessions(tx, campaign);
  const codes = [...new Set(rows.map((row) => areaCode(row.area_code)))];
  const areas = new Map<string, string>(
    (await listAreas(tx, codes, today)).map(({ code, name }) => [code, name]),
  );
  return rows.map((row) => ({
    id: row.id,
    heldOn: row.held_on,
    place: areas.get(row.area_code) ?? row.area_code,
    team: row.team,
    households: row.households,
    observers: [...row.observers],
    remark: row.remark,
    by: row.account_name,
  }));
}

async function householdViews(
  { tx, today }: Context,
  campaign: CampaignRecord,
  { samples, ratings, compared }: Findings,
): Promise<Report['households']> {
  const names = await nameAreas(
    tx,
    samples.map((row) => row.area_code),
    today,
  );
  const heads = await listHeads(tx, campaign.id);
  const first = new Map(
    ratings
      .filter(({ round }) => round === 1)
      .map((row) => [`${row.household_id} ${row.team}`, row]),
  );
  return compared.map((household, at) => {
    const sample = samples[at];
    const areaText = sample?.area_code ?? '';
    return {
      household: household.id,
      householdNo: sample?.household_no ?? '',
      headName: heads.get(household.id) ?? null,
      village: names(areaText).village,
      first: household.first.total,
      scores: household.scores.map((score) => {
        const before = first.get(`${household.id} ${score.team}`)?.total ?? score.total;
        return {
          team: titleOf(campaign, score.team),
          rater: score.rater,
          before: before === score.total ? null : before,
          total: score.total,
        };
      }),
      fault: isFault(household),
    };
  });
}
