// The one SQL text that says which counts a household belongs to. Everything that keeps counts uses
// it: a write subtracts the lines before and adds the lines after, an import adds the lines of its
// staged rows, and a recount adds up all of them, so that the three cannot disagree.
import { type RawBuilder, sql } from 'kysely';
import { type CountLine, incomeBandYuan } from '#domain/registry/count.ts';

/**
 * Lines by village, for the households in `households` and the persons in `persons`: relations with
 * the columns of registry_household and registry_person. `sign` is 1 or -1.
 */
export function countLines(
  households: RawBuilder<unknown>,
  persons: RawBuilder<unknown>,
  sign: 1 | -1 = 1,
): RawBuilder<CountLine> {
  const band = sql.lit(incomeBandYuan);
  return sql<CountLine>`
    select area, metric, key,
      (${sql.lit(sign)} * sum(households))::bigint as households,
      (${sql.lit(sign)} * sum(persons))::bigint as persons
    from (
      select left(h.area_code, 12) as area, line.metric, line.key, 1 as households, line.persons
      from ${households} as h
      cross join lateral (values
        ('total', '', h.members),
        ('stage', h.stage, h.members),
        ('cause', coalesce(h.primary_cause, ''), h.members),
        ('attribute', coalesce(h.attribute, ''), h.members),
        ('measure', coalesce(h.primary_measure, ''), 0),
        ('incomeBand', coalesce((floor(h.income_per_head_fen / (${band} * 100.0))::bigint * ${band})::text, ''), h.members),
        ('size', h.members::text, h.members),
        ('helpClass', h.help_class, h.members)
      ) as line (metric, key, persons)
      where line.key is not null
        and (line.metric in ('total', 'stage') or h.stage <> 'SURVEYED')
      union all
      select left(h.area_code, 12), line.metric, line.key, 0, 1
      from ${persons} as p
      join ${households} as h on h.county = p.county and h.id = p.household_id
      cross join lateral (values
        ('measure', coalesce(p.primary_measure, '')),
        ('ethnicity', coalesce(p.ethnicity, ''))
      ) as line (metric, key)
      where p.left_on is null and h.stage <> 'SURVEYED'
    ) as lines
    group by area, metric, key`;
}
