// A county full of open cases made by the database itself, and its queue as somebody would write it by
// hand: what the product is compared with.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

/** So many open cases of one county, like those of its demonstration; only ever in a database of the bench. */
export function crowdStatements(county: string, total: number): readonly string[] {
  return [
    // So many households a county does not have: each has the same process open more than once.
    'drop index casework_case_one_open',
    `insert into casework_case (county, id, household_id, area_code, pack, pack_edition, process, begun_on,
       begun_by, position, step, step_since, due_on, waits_for)
     select h.county, gen_random_uuid(), h.id, h.area_code, 'huanjiang-2016', o.pack_edition,
       o.process, o.begun_on, o.begun_by, o.position, o.step, o.step_since, o.due_on, o.waits_for
     from (
       select county, id, area_code, row_number() over (order by id) as number
       from registry_household where area_code >= '${county}' and area_code < '${county}:'
     ) h
     cross join generate_series(1, ceil(${total} / 45700.0)::integer) n
     join (
       select c.*, row_number() over (order by c.id) as number
       from casework_case c where c.step is not null
     ) o on o.number = (h.number * 7 + n * 131)
       % (select count(*) from casework_case c where c.step is not null) + 1
     limit ${total}`,
    'delete from casework_count_delta',
    'delete from casework_count',
    `insert into casework_count_delta
       (area_code, pack, pack_edition, process, step, waits_for, since, due_key, cases)
     select village, pack, pack_edition, process, step, waits_for, step_since, due_key, count(*)
     from casework_case where step is not null group by 1, 2, 3, 4, 5, 6, 7, 8`,
    'analyze casework_case',
  ];
}

/** Cases that wait for the township’s review, with all their acts, each a copy of one that does. */
export function cloneStatements(county: string, total: number): readonly string[] {
  return [
    `create temporary table clone as
     select h.county, h.id as household_id, h.area_code,
       (left(h.id::text, 6) || right(overlay(gen_random_uuid()::text placing '8' from 15 for 1), 30))::uuid as id,
       (select c.id from casework_case c where c.process = 'identification' and c.step = 'countyReview'
          and not exists (select from casework_act a where a.case_id = c.id and a.kind = 'object')
        order by c.id limit 1) as of
     from registry_household h
     where h.area_code >= '${county}' and h.area_code < '${county}:' and h.stage = 'SURVEYED'
       and not exists (
         select from casework_case c where c.county = h.county and c.household_id = h.id)
     order by h.id limit ${total};
     insert into casework_case (county, id, household_id, area_code, pack, pack_edition, process, begun_on,
       begun_by, position, step, step_since, due_on, waits_for)
     select n.county, n.id, n.household_id, n.area_code, c.pack, c.pack_edition, c.process, c.begun_on,
       c.begun_by, c.position, c.step, c.step_since, '2016-12-31', c.waits_for
     from clone n join casework_case c on c.id = n.of;
     insert into casework_act
     select (jsonb_populate_record(a, jsonb_build_object('county', n.county, 'case_id', n.id,
       'household_id', n.household_id, 'area_code', n.area_code))).*
     from clone n join casework_act a on a.case_id = n.of;
     insert into casework_count_delta
       (area_code, pack, pack_edition, process, step, waits_for, since, due_key, cases)
     select c.village, c.pack, c.pack_edition, c.process, c.step, c.waits_for, c.step_since, c.due_key, 1
     from clone n join casework_case c on c.id = n.id;
     drop table clone`,
    'analyze casework_act, casework_case',
  ];
}

/** The first page of a county's steps, as short as it can be said. */
export async function pageByHand(
  tx: Tx,
  asked: { readonly township: string; readonly line: string; readonly limit: number },
): Promise<number> {
  const { rows } = await sql`
    select c.*, h.household_no, h.head_name from casework_case c
    join registry_household h on h.county = c.county and h.id = c.household_id
    where c.step is not null and c.township = ${asked.township} and c.line = ${asked.line}
    order by c.due_key, c.id limit ${asked.limit}`.execute(tx);
  return rows.length;
}

/** All steps of a county counted from the cases. */
export async function countByHand(tx: Tx, county: number, today: string): Promise<number> {
  const { rows } = await sql`
    select process, step, count(*) filter (where due_on < ${today}::date)::integer as late
    from casework_case where step is not null and county = ${county}
    group by process, step`.execute(tx);
  return rows.length;
}
