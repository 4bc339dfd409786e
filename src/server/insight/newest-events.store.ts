// Counties that have events, each with its newest one: for whatever is kept by county and counted again when
// the register changed. One step of the index a county; no event is read.
import { sql } from 'kysely';

/** To select from, as `(county, id)`. */
export const newestEvents = sql`(
  with recursive counties as (
    (select county from registry_event order by county limit 1)
    union all
    select (select e.county from registry_event e where e.county > c.county order by e.county limit 1)
    from counties c where c.county is not null
  )
  select c.county, newest.id
  from counties c
  cross join lateral (
    select id from registry_event e where e.county = c.county order by id desc limit 1
  ) as newest
  where c.county is not null
)`;
