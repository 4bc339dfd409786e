// Cover and what is due, read from kept counts of open pairings by village. Triggers write deltas with
// each change of a pairing or of a household's people; a timer folds them. Reading adds what is not
// folded yet. `coverage.store.ts` and `due.store.ts` count the same from the rows themselves, for hamlets
// and for whoever sees named households only, and a test holds the two together.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { villageHouseholds } from '#server/registry/village-households.store.ts';
import type { CoverageRecord } from './coverage.store.ts';
import type { UnitDue } from './due.store.ts';

/** Days ahead, after today, in which a visit is due soon. */
export const soonDays = 7;

const line = sql`area_code, unit_id, due_key, away_from, away_to, has_stand_in, was_on_site`;

function keptRows({ low, high }: AreaSpan): RawBuilder<unknown> {
  return sql`(
    select ${line}, households, persons from workforce_count
    where area_code >= ${low} and area_code < ${high}
    union all
    select ${line}, households, persons from workforce_count_delta
    where area_code >= ${low} and area_code < ${high}
      and current_setting('app.households', true) = '')`;
}

/** Of villages and wider areas: households on the register, and who of them has somebody today. */
export async function countKeptCoverage(
  tx: Tx,
  {
    span,
    digits,
    today,
  }: { readonly span: AreaSpan; readonly digits: number; readonly today: string },
): Promise<readonly CoverageRecord[]> {
  const isAway = sql`(away_from <= ${today}::date and away_to >= ${today}::date)`;
  const isCovered = sql`(has_stand_in or not ${isAway})`;
  const { rows } = await sql<CoverageRecord>`
    with registered as (
      select left(area_code, ${digits}) as code, sum(households) as households, sum(persons) as persons
      from ${villageHouseholds(span, ['SURVEYED'])} as counted
      group by 1
    ), paired as (
      select left(area_code, ${digits}) as code, sum(households) as households,
        sum(households) filter (where ${isCovered}) as covered,
        sum(persons) filter (where ${isCovered}) as covered_persons,
        sum(households) filter (where ${isAway} and has_stand_in) as stand_in,
        sum(households) filter (where not ${isCovered}) as away
      from ${keptRows(span)} as kept
      group by 1
    )
    select r.code, r.households::integer, r.persons::integer,
      coalesce(p.covered, 0)::integer as covered,
      coalesce(p.covered_persons, 0)::integer as covered_persons,
      coalesce(p.stand_in, 0)::integer as stand_in,
      (r.households - coalesce(p.households, 0))::integer as none,
      coalesce(p.away, 0)::integer as away
    from registered r left join paired p on p.code = r.code
    where r.households > 0
    order by r.code`.execute(tx);
  return rows;
}

/** By unit; those without one stand under an empty id. */
export async function countKeptDue(
  tx: Tx,
  { span, today }: { readonly span: AreaSpan; readonly today: string },
): Promise<readonly UnitDue[]> {
  const { rows } = await sql<UnitDue>`
    select coalesce(u.id::text, '') as id, u.name, c.households, c.overdue, c.today, c.soon,
      c.never_on_site,
      (select max(i.held_on) from workforce_interview i
        where i.county = u.county and i.unit_id = u.id) as last_interview_on
    from (
      select left(area_code, 6)::integer as county, unit_id, sum(households)::integer as households,
        coalesce(sum(households) filter (where due_key < ${today}::date), 0)::integer as overdue,
        coalesce(sum(households) filter (where due_key = ${today}::date), 0)::integer as today,
        coalesce(sum(households) filter (where due_key > ${today}::date
          and due_key <= ${today}::date + ${sql.lit(soonDays)}), 0)::integer as soon,
        coalesce(sum(households) filter (where not was_on_site), 0)::integer as never_on_site
      from ${keptRows(span)} as kept
      group by 1, 2 having sum(households) <> 0) as c
    left join workforce_unit u on u.county = c.county and u.id = c.unit_id
    order by c.overdue desc, c.households desc`.execute(tx);
  return rows;
}

/** Folds the deltas into the rows of their villages; one folder at a time. */
export async function foldCoverDeltas(tx: Tx): Promise<number | undefined> {
  const lock = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(1650552423, 193) as mine`.execute(tx);
  if (lock.rows[0]?.mine !== true) return undefined;
  const { rows } = await sql<{ folded: number }>`
    with moved as (
      delete from workforce_count_delta returning ${line}, households, persons
    ), kept as (
      insert into workforce_count (${line}, households, persons)
      select ${line}, sum(households), sum(persons) from moved
      group by ${line}
      having sum(households) <> 0 or sum(persons) <> 0
      on conflict (${line}) do update set
        households = workforce_count.households + excluded.households,
        persons = workforce_count.persons + excluded.persons
    )
    select count(*)::bigint as folded from moved`.execute(tx);
  return rows[0]?.folded ?? 0;
}

/** Lines nobody stands in any more, left behind as days pass. */
export async function dropEmptyCovers(tx: Tx): Promise<void> {
  await sql`delete from workforce_count where households = 0 and persons = 0`.execute(tx);
}
