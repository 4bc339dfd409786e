// All SQL of campaigns: the round itself, its raters, orders and observed sessions.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Claim } from '#domain/supervision/claim.ts';
import type { DrawPlan } from '#domain/supervision/draw-plan.ts';
import type { Tx } from '#server/database/connect.ts';

export interface StoredTeam {
  readonly id: string;
  readonly title: string;
  readonly code: string;
}

export type Compares = 'independentScores' | 'jointRecheck' | 'observers';

export interface CampaignRecord {
  readonly id: string;
  readonly area_code: string;
  readonly title: string;
  readonly pack: string;
  readonly pack_edition: string;
  readonly sheet: string;
  readonly design: string | null;
  readonly compares: Compares;
  readonly plan: DrawPlan;
  readonly claim: Claim;
  readonly asked_again: readonly string[];
  readonly teams: readonly StoredTeam[];
  readonly allowed_difference: number;
  readonly seed_digest: string;
  readonly seed_sealed: Buffer;
  readonly planned_at: string;
  readonly planned_on: string;
  readonly planned_by: string;
  readonly planned_by_name: string;
  readonly seed: string | null;
  readonly word: string | null;
  readonly frame_digest: string | null;
  readonly frame_households: number | null;
  readonly frame_villages: number | null;
  readonly drawn_at: string | null;
  readonly drawn_on: string | null;
  readonly drawn_by_name: string | null;
  readonly closed_at: string | null;
  readonly closed_on: string | null;
  readonly closed_by_name: string | null;
  readonly result: unknown;
  readonly is_invented: boolean;
}

export type NewCampaign = Omit<
  CampaignRecord,
  | 'seed'
  | 'word'
  | 'frame_digest'
  | 'frame_households'
  | 'frame_villages'
  | 'drawn_at'
  | 'drawn_on'
  | 'drawn_by_name'
  | 'closed_at'
  | 'closed_on'
  | 'closed_by_name'
  | 'result'
>;

export async function insertCampaign(tx: Tx, row: NewCampaign): Promise<void> {
  await tx
    .insertInto('supervision_campaign')
    .values({
      ...row,
      plan: JSON.stringify(row.plan),
      claim: JSON.stringify(row.claim),
      teams: JSON.stringify(row.teams),
      asked_again: [...row.asked_again],
    })
    .execute();
}

/** Locked, whoever draws or closes at the same time waits and then sees that it was done. */
export async function findCampaign(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<CampaignRecord | undefined> {
  const query = tx.selectFrom('supervision_campaign').selectAll().where('id', '=', id);
  const row = await (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
  return row as CampaignRecord | undefined;
}

export interface CampaignCounts {
  readonly households: number;
  readonly scored: number;
  readonly mine: number;
}

export type CampaignLine = CampaignRecord & CampaignCounts & { readonly team: string | null };

export type CampaignState = 'planned' | 'drawn' | 'closed';

/** Rounds of an area, the latest first, with how far each is and what waits for the asker. */
export async function listCampaignRows(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly account: string;
    readonly state?: CampaignState | undefined;
    readonly id?: string | undefined;
    readonly after?: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly CampaignLine[]> {
  const { span, account, state, id, after, limit } = asked;
  const conditions = [
    sql`c.area_code >= ${span.low} and c.area_code < ${span.high}`,
    ...(id === undefined ? [] : [sql`c.id = ${id}::uuid`]),
    ...(state === undefined ? [] : [stateIs[state]]),
    ...(after === undefined
      ? []
      : [sql`(c.planned_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`]),
  ];
  const { rows } = await sql<CampaignLine>`
    select c.*, r.team, coalesce(s.households, 0)::integer as households,
      coalesce(g.scored, 0)::integer as scored, coalesce(m.mine, 0)::integer as mine
    from (
      select * from supervision_campaign c where ${sql.join(conditions, sql` and `)}
      order by c.planned_at desc, c.id desc limit ${limit}
    ) as c
    left join supervision_rater r on r.campaign_id = c.id and r.account = ${account}::uuid
    left join lateral (
      select count(*) as households from supervision_sample s where s.campaign_id = c.id
    ) as s on true
    left join lateral (
      select count(*) as scored from supervision_rating g where g.campaign_id = c.id and g.round = 1
    ) as g on true
    left join lateral (
      select count(*) as mine from supervision_sample s
      where s.campaign_id = c.id and r.team is not null and c.closed_at is null
        and not (${account}::uuid = any (s.first_by))
        and not exists (
          select from supervision_rating g
          where g.county = s.county and g.campaign_id = s.campaign_id
            and g.household_id = s.household_id and g.team = r.team)
    ) as m on true
    order by c.planned_at desc, c.id desc`.execute(tx);
  return rows;
}

const stateIs = {
  planned: sql`c.drawn_at is null and c.closed_at is null`,
  drawn: sql`c.drawn_at is not null and c.closed_at is null`,
  closed: sql`c.closed_at is not null`,
} as const;

export async function markDrawn(
  tx: Tx,
  id: string,
  drawn: {
    readonly seed: string;
    readonly word: string;
    readonly frame_digest: string;
    readonly frame_households: number;
    readonly frame_villages: number;
    readonly drawn_at: string;
    readonly drawn_on: string;
    readonly drawn_by_name: string;
  },
): Promise<void> {
  await tx.updateTable('supervision_campaign').set(drawn).where('id', '=', id).execute();
}

export async function markClosed(
  tx: Tx,
  id: string,
  closed: {
    readonly closed_at: string;
    readonly closed_on: string;
    readonly closed_by_name: string;
    readonly result: unknown;
  },
): Promise<void> {
  await tx
    .updateTable('supervision_campaign')
    .set({ ...closed, result: JSON.stringify(closed.result) })
    .where('id', '=', id)
    .execute();
}

export interface RaterRow {
  readonly account: string;
  readonly account_name: string;
  readonly team: string;
}

export async function listRaters(tx: Tx, campaign: string): Promise<readonly RaterRow[]> {
  return tx
    .selectFrom('supervision_rater')
    .select(['account', 'account_name', 'team'])
    .where('campaign_id', '=', campaign)
    .orderBy('team')
    .orderBy('joined_at')
    .execute();
}

export async function insertRater(
  tx: Tx,
  rater: RaterRow & {
    readonly campaign_id: string;
    readonly area_code: string;
    readonly joined_at: string;
  },
): Promise<void> {
  await tx.insertInto('supervision_rater').values(rater).execute();
}
