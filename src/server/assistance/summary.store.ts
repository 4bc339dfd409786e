// Sums of plans and measures in an area, each by one statement over what is in force. Two ways of adding
// up are two statements: by measure, where households count under each; by primary, where they count once.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface ExitCount {
  readonly exited_on: string;
  readonly households: number;
  readonly persons: number;
}

/** Households of a village whose exit was announced, by day. */
export async function countExits(tx: Tx, village: string): Promise<readonly ExitCount[]> {
  const { rows } = await sql<ExitCount>`
    select exited_on, count(*)::integer as households, sum(members)::integer as persons
    from registry_household
    where area_code >= ${village} and area_code < ${`${village}:`} and exited_on is not null
      and stage = 'EXIT_ANNOUNCED'
    group by exited_on`.execute(tx);
  return rows;
}

export interface PlanCount {
  readonly area: string;
  readonly registered: number;
  readonly planned: number;
  readonly submitted: number;
  readonly late: number;
}

/** One level below: who has a plan in force, whose waits, and whose measures are late. */
export async function countPlans(
  tx: Tx,
  {
    span,
    digits,
    today,
  }: { readonly span: AreaSpan; readonly digits: number; readonly today: string },
): Promise<readonly PlanCount[]> {
  const { rows } = await sql<PlanCount>`
    with plans as (
      select household_id, bool_or(state = 'approved') as planned, bool_or(state = 'submitted') as submitted
      from assistance_plan
      where area_code >= ${span.low} and area_code < ${span.high} and household_id is not null
        and state in ('approved', 'submitted')
      group by household_id),
    late as (
      select distinct household_id from assistance_measure
      where is_current and state in ('planned', 'underway') and due_on < ${today}::date
        and area_code >= ${span.low} and area_code < ${span.high} and household_id is not null)
    select left(h.area_code, ${sql.lit(digits)}) as area, count(*)::integer as registered,
      count(*) filter (where p.planned)::integer as planned,
      count(*) filter (where p.submitted)::integer as submitted,
      count(l.household_id)::integer as late
    from registry_household h
    left join plans p on p.household_id = h.id
    left join late l on l.household_id = h.id
    where h.area_code >= ${span.low} and h.area_code < ${span.high}
      and h.stage not in ('SURVEYED', 'EXIT_ANNOUNCED')
    group by 1 order by 1`.execute(tx);
  return rows;
}

export interface CellCount {
  readonly cause: string | null;
  readonly code: string;
  readonly households: number;
  readonly persons: number;
}

/** By benefit: a household counts under each measure it has. */
export async function countByMeasure(tx: Tx, span: AreaSpan): Promise<readonly CellCount[]> {
  const { rows } = await sql<CellCount>`
    select h.primary_cause as cause, m.code, count(*)::integer as households,
      sum(h.members)::integer as persons
    from (select distinct household_id, code from assistance_measure
      where is_current and household_id is not null and state <> 'stopped'
        and area_code >= ${span.low} and area_code < ${span.high}) m
    join registry_household h on h.id = m.household_id
      and h.area_code >= ${span.low} and h.area_code < ${span.high}
    group by 1, 2`.execute(tx);
  return rows;
}

export interface PrimaryCount {
  readonly code: string | null;
  readonly households: number;
  readonly persons: number;
}

/** By primary: whoever is helped counts once, under the primary measure of the register. */
export async function countByPrimary(tx: Tx, span: AreaSpan): Promise<readonly PrimaryCount[]> {
  const { rows } = await sql<PrimaryCount>`
    select h.primary_measure as code, count(*)::integer as households,
      sum(h.members)::integer as persons
    from registry_household h
    where h.area_code >= ${span.low} and h.area_code < ${span.high}
      and exists (select 1 from assistance_measure m
        where m.is_current and m.household_id = h.id and m.county = h.county and m.state <> 'stopped')
    group by 1`.execute(tx);
  return rows;
}

export interface DetailCount {
  readonly code: string;
  readonly kind: string;
  readonly list: string;
  readonly value: string;
  readonly households: number;
  readonly persons: number;
}

/** What is delivered in stages, by the lists that say more of it; persons are those of the households. */
export async function countDetails(tx: Tx, span: AreaSpan): Promise<readonly DetailCount[]> {
  const { rows } = await sql<DetailCount>`
    select b.code, b.kind, d.key as list, d.value, count(distinct b.household_id)::integer as households,
      sum(case when b.person_id is null then h.members else 1 end)::integer as persons
    from assistance_benefit b
    cross join lateral jsonb_each_text(b.details) d
    join registry_household h on h.county = b.county and h.id = b.household_id
    where b.area_code >= ${span.low} and b.area_code < ${span.high}
      and b.details <> '{}' and b.state <> 'leftOut' and b.delivered_on is not null
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

export interface PlanRowRecord {
  readonly household_id: string | null;
  readonly plan_id: string | null;
  readonly household_no: string | null;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly members: number | null;
  readonly cause: string | null;
  readonly codes: readonly string[] | null;
  readonly number: number | null;
  readonly state: string | null;
  readonly submitted_by_name: string | null;
  readonly submitted_at: string | null;
  readonly late_since: string | null;
  readonly key: string;
}

export interface PlanAsked {
  readonly span: AreaSpan;
  readonly today: string;
  readonly measure: string | undefined;
  readonly cause: string | undefined;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** What waits for a decision, of households and villages, place by place. */
export async function listWaiting(tx: Tx, asked: PlanAsked): Promise<readonly PlanRowRecord[]> {
  const { span, after, limit } = asked;
  const { rows } = await sql<PlanRowRecord>`
    select p.household_id, p.id as plan_id, h.household_no, h.head_name, p.area_code, h.members,
      h.primary_cause as cause, array(select distinct m.code from assistance_measure m
        where m.county = p.county and m.plan_id = p.id) as codes,
      p.number, p.state, p.submitted_by_name, p.submitted_at, null as late_since, p.id as key
    from assistance_plan p
    left join registry_household h on h.county = p.county and h.id = p.household_id
    where p.state = 'submitted' and p.area_code >= ${span.low} and p.area_code < ${span.high}
      ${after === undefined ? sql`` : sql`and (p.area_code, p.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by p.area_code, p.id
    limit ${limit}`.execute(tx);
  return rows;
}

/**
 * Registered households, all of them, without a plan in force, or with something late. Hardly any is
 * without one, so those with one are hashed once and not looked up household by household.
 */
export async function listPlanned(
  tx: Tx,
  asked: PlanAsked & { readonly show: 'none' | 'late' | 'all' },
): Promise<readonly PlanRowRecord[]> {
  const { span, today, measure, cause, after, limit, show } = asked;
  const late = sql`
    select county, household_id, min(due_on) as late_since from assistance_measure
    where is_current and state in ('planned', 'underway') and due_on < ${today}::date
      and household_id is not null and area_code >= ${span.low} and area_code < ${span.high}
    group by county, household_id`;
  const { rows } = await sql<PlanRowRecord>`
    with page as (
      select h.county, h.id, h.household_no, h.head_name, h.area_code, h.members, h.primary_cause
      from registry_household h
      ${show === 'late' ? sql`join (${late}) l on l.county = h.county and l.household_id = h.id` : sql``}
      where h.area_code >= ${span.low} and h.area_code < ${span.high} and h.stage <> 'SURVEYED'
        ${
          show === 'none'
            ? sql`and h.stage <> 'EXIT_ANNOUNCED' and h.id not in (
                select p.household_id from assistance_plan p
                where p.state = 'approved' and p.household_id is not null
                  and p.area_code >= ${span.low} and p.area_code < ${span.high})`
            : sql``
        }
        ${
          measure === undefined
            ? sql``
            : sql`and exists (select 1 from assistance_measure m where m.county = h.county
                and m.household_id = h.id and m.is_current and m.code = ${measure})`
        }
        ${cause === undefined ? sql`` : sql`and h.primary_cause is not distinct from nullif(${cause}, 'none')`}
        ${after === undefined ? sql`` : sql`and (h.area_code, h.id) > (${after[0]}, ${after[1]}::uuid)`}
      order by h.area_code, h.id
      limit ${limit})
    select h.id as household_id, p.id as plan_id, h.household_no, h.head_name, h.area_code, h.members,
      h.primary_cause as cause, m.codes, p.number, p.state, p.submitted_by_name, p.submitted_at,
      m.late_since, h.id as key
    from page h
    left join assistance_plan p on p.county = h.county and p.household_id = h.id
      and p.household_id is not null and p.state = 'approved'
    left join lateral (
      select array_agg(distinct code) as codes,
        min(due_on) filter (where state in ('planned', 'underway') and due_on < ${today}::date) as late_since
      from assistance_measure where county = h.county and household_id = h.id and is_current) m on true
    order by h.area_code, h.id`.execute(tx);
  return rows;
}

export interface DeliveryCount {
  readonly code: string;
  readonly kind: string;
  readonly state: string;
  readonly stage: string | null;
  readonly benefits: number;
  readonly promised_fen: number | null;
  readonly delivered_fen: number | null;
}

export async function countDeliveries(tx: Tx, span: AreaSpan): Promise<readonly DeliveryCount[]> {
  const { rows } = await sql<DeliveryCount>`
    select code, kind, state, stage, count(*)::integer as benefits,
      sum(promised_fen)::bigint as promised_fen, sum(delivered_fen)::bigint as delivered_fen
    from assistance_benefit
    where area_code >= ${span.low} and area_code < ${span.high}
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}
