// What happened to the register by month, from the kept movements; and the households behind it, looked up
// in the events of a county by the same words.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';

export interface MovedCell {
  readonly area: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly joined: number;
  readonly left: number;
}

/** A household came to the register, or was announced as having left poverty. */
const joins = sql`to_stage not in ('', 'SURVEYED') and from_stage in ('', 'SURVEYED')`;
const leaves = sql`to_stage = 'EXIT_ANNOUNCED' and from_stage <> 'EXIT_ANNOUNCED'`;

export async function listMoved(
  tx: Tx,
  asked: {
    readonly spans: readonly AreaSpan[];
    readonly digits: number;
    readonly from: string | undefined;
    readonly to: string | undefined;
  },
): Promise<readonly MovedCell[]> {
  const { spans, digits, from, to } = asked;
  const kept = Math.min(12, Math.max(6, digits));
  const { rows } = await sql<MovedCell>`
    select left(area_code, ${digits}) as area, to_char(day, 'YYYY-MM') as month,
      coalesce(sum(households) filter (where ${joins}), 0)::bigint as joined,
      coalesce(sum(households) filter (where ${leaves}), 0)::bigint as "left"
    from insight_movement
    where ${inSpans(spans, sql.ref('area_code'))} and length(area_code) = ${kept}
      and to_stage <> '' ${within(sql.ref('day'), from, to)}
    group by 1, 2`.execute(tx);
  return rows;
}

/** Days of the months asked for, both included. */
function within(
  day: RawBuilder<unknown>,
  from: string | undefined,
  to: string | undefined,
): RawBuilder<unknown> {
  const first = from === undefined ? sql`` : sql`and ${day} >= ${`${from}-01`}::date`;
  const last =
    to === undefined ? sql`` : sql`and ${day} < (${`${to}-01`}::date + interval '1 month')`;
  return sql`${first} ${last}`;
}

export interface MovedRow {
  readonly id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly stage: string;
  readonly day: string;
  readonly event: string;
}

const changedStage = sql`
  left join lateral (
    select c.change from jsonb_array_elements(e.changes) as c (change)
    where c.change ->> 'field' = 'stage' limit 1
  ) as changed on e.kind <> 'household.registered'
  cross join lateral (select
    coalesce(changed.change ->> 'from', '') as from_stage,
    coalesce(changed.change ->> 'to', e.changes -> 0 -> 'entered' ->> 'stage', '') as to_stage
  ) as moved`;

/** Households that joined or left in some months, the newest first. A county at most. */
export async function listMovedRows(
  tx: Tx,
  asked: {
    readonly spans: readonly AreaSpan[];
    readonly what: 'joined' | 'left';
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly limit: number;
    readonly after?: readonly [day: string, event: string] | undefined;
  },
): Promise<readonly MovedRow[]> {
  const { spans, what, from, to, limit, after } = asked;
  const further =
    after === undefined
      ? sql``
      : sql`and (e.true_from, e.id) < (${after[0]}::date, ${after[1]}::uuid)`;
  const { rows } = await sql<MovedRow>`
    select h.id, h.household_no, h.head_name, h.area_code, h.stage,
      e.true_from::text as day, e.id as event
    from registry_household h
    join registry_event e on e.county = h.county and e.household_id = h.id
    ${changedStage}
    where ${inSpans(spans, sql.ref('h.area_code'))}
      and ${what === 'joined' ? joins : leaves}
      ${within(sql.ref('e.true_from'), from, to)} ${further}
    order by e.true_from desc, e.id desc
    limit ${limit}`.execute(tx);
  return rows;
}

/** Households that were still poor when a month ended, by where they live now. A county at most. */
export async function listStandingRows(
  tx: Tx,
  asked: {
    readonly spans: readonly AreaSpan[];
    readonly month: string;
    readonly limit: number;
    readonly after?: readonly [area: string, household: string] | undefined;
  },
): Promise<readonly MovedRow[]> {
  const { spans, month, limit, after } = asked;
  const further =
    after === undefined ? sql`` : sql`and (h.area_code, h.id) > (${after[0]}, ${after[1]}::uuid)`;
  const { rows } = await sql<MovedRow>`
    select h.id, h.household_no, h.head_name, h.area_code, h.stage,
      last.day::text as day, last.event
    from registry_household h
    cross join lateral (
      select e.true_from as day, e.id as event, moved.to_stage
      from registry_event e
      ${changedStage}
      where e.county = h.county and e.household_id = h.id and moved.to_stage <> ''
        and e.true_from < (${`${month}-01`}::date + interval '1 month')
      order by e.true_from desc, e.id desc limit 1
    ) as last
    where ${inSpans(spans, sql.ref('h.area_code'))}
      and last.to_stage not in ('', 'SURVEYED', 'EXIT_ANNOUNCED') ${further}
    order by h.area_code, h.id
    limit ${limit}`.execute(tx);
  return rows;
}

export interface CasesCell {
  readonly area: string;
  readonly process: string;
  readonly pack: string;
  readonly open: number;
  readonly late: number;
}

/** Open cases by areas of so many digits and by process, from the kept counts and what is not folded yet. */
export async function listCaseCells(
  tx: Tx,
  {
    spans,
    digits,
    today,
  }: { readonly spans: readonly AreaSpan[]; readonly digits: number; readonly today: string },
): Promise<readonly CasesCell[]> {
  const { rows } = await sql<CasesCell>`
    select area, process, pack, sum(cases)::bigint as open,
      coalesce(sum(cases) filter (where due_key < ${today}::date), 0)::bigint as late
    from (
      select area_code as area, process, pack, due_key, cases from casework_count
      where ${inSpans(spans, sql.ref('area_code'))} and length(area_code) = ${digits}
      union all
      select left(area_code, ${digits}), process, pack, due_key, cases from casework_count_delta
      where ${inSpans(spans, sql.ref('area_code'))} and length(area_code) >= ${digits}
        and current_setting('app.households', true) = ''
    ) as lines
    group by area, process, pack having sum(cases) <> 0`.execute(tx);
  return rows;
}
