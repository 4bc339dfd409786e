// Movements: how many households changed by day, area and kind. Counted in one statement from a county's
// events when it has new ones, for the county and every township and village in it; what lies above sums
// its counties. A household counts where it lives now, so that a balance closes with the kept counts.
import { sql } from 'kysely';
import type { AreaCode, AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { newestEvents } from '../newest-events.store.ts';

export interface Movement {
  readonly area: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly households: number;
  readonly persons: number;
}

export interface CountyToKeep {
  readonly county: number;
  /** Newest event that is kept already; null where everything is to be made again. */
  readonly since: string | null;
}

/**
 * Counties whose newest event is not kept yet. Once a day, and where a household moved, everything of a
 * county is made again; otherwise only what came since is added.
 */
export async function listCountiesToKeep(tx: Tx, today: string): Promise<readonly CountyToKeep[]> {
  const { rows } = await sql<CountyToKeep>`
    select newest.county,
      case when m.kept_on = ${today}::date and not exists (
        select 1 from registry_event e
        where e.county = newest.county and e.id > m.last_event and e.kind = 'household.moved'
      ) then m.last_event end as since
    from ${newestEvents} as newest
    left join insight_movement_mark m on m.county = newest.county
    where m.last_event is distinct from newest.id`.execute(tx);
  return rows;
}

/** Makes the movements of a county again, or adds what happened since. */
export async function keepMovements(
  tx: Tx,
  { county, since }: CountyToKeep,
  today: string,
): Promise<void> {
  if (since === null) {
    await sql`delete from insight_movement where county = ${county}`.execute(tx);
  }
  await sql`
    insert into insight_movement (county, area_code, day, kind, from_stage, to_stage, households, persons)
    with happened as (
      select e.true_from as day, e.kind, h.area_code, h.members,
        coalesce(stage.change ->> 'from', '') as from_stage,
        coalesce(stage.change ->> 'to', e.changes -> 0 -> 'entered' ->> 'stage', '') as to_stage
      from registry_event e
      join registry_household h on h.county = e.county and h.id = e.household_id
      left join lateral (
        select c.change from jsonb_array_elements(e.changes) as c (change)
        where c.change ->> 'field' = 'stage' limit 1
      ) as stage on e.kind <> 'household.registered'
      where e.county = ${county} and e.id > ${since ?? nothing}::uuid
    )
    select ${county}, left(area_code, level.digits), day, kind, from_stage, to_stage,
      count(*), sum(members)
    from happened
    cross join (values (6), (9), (12)) as level (digits)
    group by 2, 3, 4, 5, 6
    on conflict (county, area_code, day, kind, from_stage, to_stage) do update set
      households = insight_movement.households + excluded.households,
      persons = insight_movement.persons + excluded.persons`.execute(tx);
  await sql`
    insert into insight_movement_mark (county, area_code, last_event, kept_on)
    select ${county}, to_char(${county}::integer, 'FM000000'),
      (select id from registry_event where county = ${county} order by id desc limit 1),
      ${today}::date
    on conflict (county) do update set
      last_event = excluded.last_event, kept_on = excluded.kept_on`.execute(tx);
}

/** Smaller than every id. */
const nothing = '00000000-0000-0000-0000-000000000000';

/** Sums of some days by area: of the area itself, or of every area at a level below it. */
export async function sumMovements(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    /** Digits of the codes that are kept: at least a county's. */
    readonly kept: number;
    /** Digits of the codes that are answered. */
    readonly digits: number;
    readonly from: PlainDate;
    readonly to: PlainDate;
  },
): Promise<readonly Movement[]> {
  const { span, kept, digits, from, to } = asked;
  const { rows } = await sql<Movement>`
    select left(area_code, ${digits}) as area, kind, from_stage as from, to_stage as to,
      sum(households)::bigint as households, sum(persons)::bigint as persons
    from insight_movement
    where area_code >= ${span.low} and area_code < ${span.high}
      and length(area_code) = ${kept} and day >= ${from}::date and day <= ${to}::date
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

/** Whether the events of a county, or of any county of an area above, have been counted. */
export async function hasMovements(tx: Tx, { low, high }: AreaSpan): Promise<boolean> {
  const { rows } = await sql`
    select 1 from insight_movement
    where area_code >= left(${low}, 6) and area_code < ${high} limit 1`.execute(tx);
  return rows.length > 0;
}

export interface MonthOfArea {
  readonly area: string;
  /** First day of the month. */
  readonly month: string;
  readonly stage: string;
  /** Households that came to this stage in the month, and that left it. */
  readonly came: number;
  readonly left: number;
}

/** What came to each stage and what left it, month by month and area by area. */
export async function listMonths(
  tx: Tx,
  {
    span,
    kept,
    digits,
  }: { readonly span: AreaSpan; readonly kept: number; readonly digits: number },
): Promise<readonly MonthOfArea[]> {
  const { rows } = await sql<MonthOfArea>`
    select area, month, stage, sum(came)::bigint as came, sum("left")::bigint as "left"
    from (
      select left(area_code, ${digits}) as area, date_trunc('month', day)::date as month,
        line.stage, line.came, line.left
      from insight_movement
      cross join lateral (values
        (to_stage, households, 0::bigint), (from_stage, 0::bigint, households)
      ) as line (stage, came, "left")
      where area_code >= ${span.low} and area_code < ${span.high}
        and length(area_code) = ${kept} and to_stage <> '' and line.stage <> ''
    ) as lines
    group by 1, 2, 3
    order by 2, 1, 3`.execute(tx);
  return rows;
}

/** Day of the last change of each area below, of any kind. */
export async function listLastDays(
  tx: Tx,
  {
    span,
    kept,
    digits,
  }: { readonly span: AreaSpan; readonly kept: number; readonly digits: number },
): Promise<ReadonlyMap<string, PlainDate>> {
  const { rows } = await sql<{ area: AreaCode; day: PlainDate }>`
    select left(area_code, ${digits}) as area, max(day) as day
    from insight_movement
    where area_code >= ${span.low} and area_code < ${span.high} and length(area_code) = ${kept}
    group by 1`.execute(tx);
  return new Map(rows.map((row) => [row.area as string, row.day]));
}
