// Households of villages without those at some stages, from the kept counts of the register and what is not
// folded yet, for statements that add them up. Whoever sees named households only sees none of either.
import { type RawBuilder, sql } from 'kysely';
import { type AreaSpan, villageDigits } from '#domain/kernel/area-code.ts';
import type { Stage } from '#domain/registry/stage.ts';

/** Rows of `area_code`, `households`, `persons`, to be summed by village or wider. */
export function villageHouseholds(
  { low, high }: AreaSpan,
  without: readonly Stage[],
): RawBuilder<unknown> {
  const counted = (table: RawBuilder<unknown>) => sql`
    select area_code, case when metric = 'total' then households else -households end as households,
      case when metric = 'total' then persons else -persons end as persons
    from ${table}
    where area_code >= ${low} and area_code < ${high} and length(area_code) = ${sql.lit(villageDigits)}
      and (metric = 'total' or (metric = 'stage' and key = any(${[...without]}::text[])))
      and current_setting('app.households', true) = ''`;
  return sql`(${counted(sql`registry_count`)} union all ${counted(sql`registry_count_delta`)})`;
}
