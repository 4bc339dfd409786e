// The lists behind the sums of help (`help-sum.store.ts`), and who exited.
import { sql } from 'kysely';
import { type AreaCode, type AreaSpan, spanOf } from '#domain/kernel/area-code.ts';
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

/** Registered households, all of them, without a plan in force, or with something late. */
export async function listPlanned(
  tx: Tx,
  asked: PlanAsked & {
    readonly show: 'none' | 'late' | 'all';
    /** Where those without a plan are known to be. */
    readonly villages?: readonly string[] | undefined;
  },
): Promise<readonly PlanRowRecord[]> {
  const { span, today, measure, cause, after, limit, show, villages } = asked;
  if (villages?.length === 0) return [];
  const places = sql.join(
    (villages?.map((code) => spanOf(code as AreaCode)) ?? [span]).map(
      ({ low, high }) => sql`(h.area_code >= ${low} and h.area_code < ${high})`,
    ),
    sql` or `,
  );
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
      where (${places}) and h.stage <> 'SURVEYED'
        ${
          show === 'none'
            ? sql`and h.stage <> 'EXIT_ANNOUNCED' and not exists (
                select 1 from assistance_plan p
                where p.county = h.county and p.household_id = h.id and p.household_id is not null
                  and p.state = 'approved')`
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
