// A trial of another line as somebody who knows the tables would write it for the one sheet of
// huanjiang-2016: both lines in one reading, all groupings at once. The compiled trial is measured
// against it, and must give the same sums.
import { CompiledQuery } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import { handParts, handTotal } from './hand-score.store.ts';

const text = `
  with cell as (
    select area, base, variant, points, cause, makeup, size,
      count(*) as households, sum(members) as persons
    from (
      select left(area_code, $5::integer) as area, base, variant, members, floor(total)::integer as points,
        case when (base = 0) <> (variant = 0) then primary_cause end as cause,
        case when (base = 0) <> (variant = 0) then ethnic_makeup end as makeup,
        case when (base = 0) <> (variant = 0) then members end as size
      from (
        select *,
          case when vetoed then 2 when vetoed is null or total is null then 3 when total <= $3::float8 then 0 else 1 end as base,
          case when vetoed then 2 when vetoed is null or total is null then 3 when total <= $4::float8 then 0 else 1 end as variant
        from (
          select *, ${handTotal} as total, (v1 or v2 or v3 or v4 or v5 or v6 or v7 or v8) as vetoed
          from (
            select area_code, members, primary_cause, ethnic_makeup, ${handParts}
            from registry_household where area_code >= $1 and area_code < $2 offset 0
          ) as scored offset 0
        ) as totalled offset 0
      ) as decided
    ) as each
    group by area, base, variant, points, cause, makeup, size
  )
  select grouping(area, points, cause, makeup, size) as mask, base, variant,
    coalesce(area, points::text, cause, makeup, size::text) as key,
    sum(households)::bigint as households, sum(persons)::bigint as persons
  from cell
  group by grouping sets ((base, variant, area), (base, variant, points), (base, variant, cause),
    (base, variant, makeup), (base, variant, size))`;

export interface HandTrial {
  readonly low: string;
  readonly high: string;
  readonly line: number;
  readonly tried: number;
  readonly digits: number;
}

export interface HandTrialRow {
  readonly mask: number;
  readonly base: number;
  readonly variant: number;
  readonly key: string | null;
  readonly households: number;
  readonly persons: number;
}

export async function tryByHand(
  tx: Tx,
  { low, high, line, tried, digits }: HandTrial,
): Promise<readonly HandTrialRow[]> {
  const { rows } = await tx.executeQuery<HandTrialRow>(
    CompiledQuery.raw(text, [low, high, line, tried, digits]),
  );
  return rows;
}
