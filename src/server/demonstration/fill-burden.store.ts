// SQL of the invented burden: households of each township, and values that were stated once more.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export async function countListedByTownship(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly { readonly township: string; readonly households: number }[]> {
  const { rows } = await sql<{ township: string; households: number }>`
    select area_code as township, sum(households)::integer as households from registry_count
    where area_code >= ${low} and area_code < ${high} and length(area_code) = 9
      and metric = 'stage' and key <> 'SURVEYED'
    group by 1 order by 1`.execute(tx);
  return rows;
}

/** The value a plan stated in March, asked again in September and the same: nothing of the household changes. */
export async function repeatValues(
  tx: Tx,
  {
    county,
    count,
    newId,
  }: { readonly county: number; readonly count: number; readonly newId: () => string },
): Promise<void> {
  const ids = Array.from({ length: count }, newId);
  await sql`
    with chosen as (
      select h.county, h.id, h.area_code, h.version, e.author_name, e.changes->0 as change,
        row_number() over (order by h.household_no) as number
      from (
        select * from registry_household
        where county = ${county} and stage = 'LISTED' and not exists (
          select from registry_event e where e.county = ${county}
            and e.household_id = registry_household.id and e.recorded_at >= '2016-09-12')
        order by hashtextextended(household_no, 5) limit ${count}
      ) as h
      join lateral (
        select author_name, changes from registry_event e
        where e.county = h.county and e.household_id = h.id and e.kind = 'household.changed'
          and e.changes->0 ? 'field'
        order by e.version limit 1
      ) as e on true
    ), told as (
      insert into registry_event (county, id, household_id, area_code, kind, true_from, recorded_at,
        author_name, source, reason, base_version, version, changes)
      select county, (${ids}::uuid[])[number], id, area_code, 'household.changed', '2016-09-10',
        timestamptz '2016-09-12 02:00:00+00' + number * interval '7 minutes', author_name, 'visit', '',
        version, version + 1, jsonb_build_array(jsonb_build_object('field', change->>'field',
          'from', change->'to', 'to', change->'to'))
      from chosen
    )
    update registry_household h set version = c.version + 1
    from chosen c where h.county = c.county and h.id = c.id`.execute(tx);
}
