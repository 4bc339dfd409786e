// What the books are made of, read for many households at once; only reading.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import type { BenefitRecord, StepRecord } from './benefit.store.ts';
import type { MeasureRecord, ProgressRecord, TargetRecord } from './measure.store.ts';
import type { NeedRecord } from './need.store.ts';
import type { PlanRecord } from './plan.store.ts';

export interface HelperRow {
  readonly household_id: string;
  readonly helper_name: string;
  readonly unit: string | null;
  readonly from_on: string;
}

export interface VisitRow {
  readonly household_id: string;
  readonly visited_on: string;
  readonly helper_name: string;
  readonly way: string;
  readonly note: string;
  readonly findings: string | null;
}

export interface IncomeRow {
  readonly household_id: string;
  readonly year: number;
  readonly net_fen: number;
  readonly per_head_fen: number | null;
}

export interface TieRow {
  readonly household_id: string;
  readonly unit_name: string;
  readonly way: string;
}

export interface BookRows {
  readonly plans: readonly PlanRecord[];
  readonly measures: readonly MeasureRecord[];
  readonly targets: readonly TargetRecord[];
  readonly progress: readonly ProgressRecord[];
  readonly benefits: readonly BenefitRecord[];
  readonly steps: readonly StepRecord[];
  readonly needs: readonly NeedRecord[];
  readonly helpers: readonly HelperRow[];
  readonly visits: readonly VisitRow[];
  readonly incomes: readonly IncomeRow[];
  readonly ties: readonly TieRow[];
}

/** The visits of a year before the day, what is in force, and everything that came. */
export async function readBookRows(
  tx: Tx,
  county: number,
  ids: readonly string[],
  today: string,
): Promise<BookRows> {
  const of = sql`county = ${county} and household_id = any (${[...ids]}::uuid[])`;
  const rows = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(tx)).rows;
  const measures = await rows(sql<MeasureRecord>`
    select * from assistance_measure where ${of} and is_current order by position`);
  const lines = measures.map(({ line }) => line);
  return {
    measures,
    plans: await rows(sql<PlanRecord>`
      select * from assistance_plan where ${of} and household_id is not null and state = 'approved'`),
    targets: await rows(sql<TargetRecord>`
      select t.* from assistance_target t
      join assistance_plan p on p.county = t.county and p.id = t.plan_id and p.state = 'approved'
      where t.county = ${county} and t.household_id = any (${[...ids]}::uuid[]) order by t.due_on`),
    progress: await rows(sql<ProgressRecord>`
      select * from assistance_progress where county = ${county} and line = any (${lines}::uuid[])
      order by on_day`),
    benefits: await rows(sql<BenefitRecord>`
      select * from assistance_benefit where ${of} and state <> 'leftOut' order by promised_on, id`),
    steps: await rows(sql<StepRecord>`
      select * from assistance_step where ${of} order by on_day, recorded_at`),
    needs: await rows(sql<NeedRecord>`
      select * from assistance_need where ${of} order by noted_on`),
    helpers: await rows(sql<HelperRow>`
      select p.household_id, p.helper_name, u.name as unit, p.from_on from workforce_pairing p
      left join workforce_unit u on u.county = p.county and u.id = p.unit_id
      where p.county = ${county} and p.household_id = any (${[...ids]}::uuid[]) and p.to_on is null`),
    visits: await rows(sql<VisitRow>`
      select v.household_id, v.visited_on, v.helper_name, v.way, v.note,
        (select string_agg(f.words, '；') from workforce_finding f
          where f.county = v.county and f.visit_id = v.id) as findings
      from workforce_visit v
      where v.county = ${county} and v.household_id = any (${[...ids]}::uuid[])
        and v.visited_on > ${today}::date - 366
      order by v.visited_on`),
    incomes: await rows(sql<IncomeRow>`
      select household_id, year, net_fen, per_head_fen from registry_income_year
      where ${of} order by year desc`),
    ties: await rows(sql<TieRow>`
      select household_id, unit_name, way from workforce_tie
      where ${of} and to_on is null order by unit_name, way`),
  };
}

export interface RegisterRow {
  readonly household_id: string;
  /** Measures in force, in their order. */
  readonly codes: readonly string[] | null;
  readonly helper_name: string | null;
}

/** What a line of a village's register says beside the household itself. */
export async function readRegisterRows(
  tx: Tx,
  county: number,
  ids: readonly string[],
): Promise<readonly RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select asked.id as household_id,
      (select array_agg(m.code order by m.position) from assistance_measure m
        where m.county = ${county} and m.household_id = asked.id and m.is_current) as codes,
      (select p.helper_name from workforce_pairing p
        where p.county = ${county} and p.household_id = asked.id and p.to_on is null
        order by p.from_on limit 1) as helper_name
    from unnest(${[...ids]}::uuid[]) as asked (id)`.execute(tx);
  return rows;
}

/** Registered households of a place, village by village, by their number. */
export async function listBookIds(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly after?: readonly [string, string];
    /** All of them where it is not given: a register is printed whole. */
    readonly limit?: number;
  },
): Promise<
  readonly { readonly id: string; readonly area_code: string; readonly household_no: string }[]
> {
  const { span, after, limit } = asked;
  const { rows } = await sql<{ id: string; area_code: string; household_no: string }>`
    select id, area_code, household_no from registry_household
    where area_code >= ${span.low} and area_code < ${span.high} and stage <> 'SURVEYED'
      ${after === undefined ? sql`` : sql`and (area_code, id) > (${after[0]}, ${after[1]}::uuid)`}
    order by area_code, id
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(tx);
  return rows;
}

export async function countBookHouseholds(tx: Tx, { low, high }: AreaSpan): Promise<number> {
  const { rows } = await sql<{ households: number }>`
    select count(*)::integer as households from registry_household
    where area_code >= ${low} and area_code < ${high} and stage <> 'SURVEYED'`.execute(tx);
  return rows[0]?.households ?? 0;
}

export interface VillageRow {
  readonly area: string;
  readonly households: number;
  readonly persons: number;
  readonly exited: number;
  readonly planned: number;
  readonly helped: number;
  readonly income_fen: number | null;
  readonly disputed: number;
}

/** One line for each village of a township. */
export async function listVillageRows(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    with plans as (
      select household_id from assistance_plan
      where area_code >= ${low} and area_code < ${high} and state = 'approved' and household_id is not null),
    pairs as (
      select household_id from workforce_pairing
      where area_code >= ${low} and area_code < ${high} and to_on is null),
    disputes as (
      select left(area_code, 12) as area, count(*)::integer as disputed from assistance_benefit
      where area_code >= ${low} and area_code < ${high} and state = 'disputed' group by 1)
    select left(h.area_code, 12) as area, count(*)::integer as households,
      sum(h.members)::integer as persons,
      count(*) filter (where h.stage = 'EXIT_ANNOUNCED')::integer as exited,
      count(p.household_id)::integer as planned, count(w.household_id)::integer as helped,
      (sum(h.income_per_head_fen * h.members) / nullif(sum(h.members) filter (where h.income_per_head_fen is not null), 0))::bigint as income_fen,
      coalesce(max(d.disputed), 0) as disputed
    from registry_household h
    left join plans p on p.household_id = h.id
    left join pairs w on w.household_id = h.id
    left join disputes d on d.area = left(h.area_code, 12)
    where h.area_code >= ${low} and h.area_code < ${high} and h.stage <> 'SURVEYED'
    group by 1 order by 1`.execute(tx);
  return rows;
}
