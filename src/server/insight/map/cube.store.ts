// Counts of households crossed by everything the linked view can choose, in one statement, for a county or
// less; and the households themselves as points. A province is never asked for either.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { incomeBandYuan } from '#domain/registry/count.ts';
import type { Tx } from '#server/database/connect.ts';

export interface CubeRow {
  readonly part: string;
  readonly stage: string;
  readonly cause: string;
  readonly measure: string;
  readonly band: string;
  readonly households: number;
  readonly persons: number;
}

const band = sql`coalesce((floor(h.income_per_head_fen / (${sql.lit(incomeBandYuan)} * 100.0))::bigint * ${sql.lit(incomeBandYuan)})::text, '')`;

export async function listCube(
  tx: Tx,
  { span, digits }: { readonly span: AreaSpan; readonly digits: number },
): Promise<readonly CubeRow[]> {
  const { rows } = await sql<CubeRow>`
    select left(h.area_code, ${digits}) as part, h.stage,
      case when h.stage = 'SURVEYED' then '' else coalesce(h.primary_cause, '') end as cause,
      case when h.stage = 'SURVEYED' then '' else coalesce(h.primary_measure, '') end as measure,
      case when h.stage = 'SURVEYED' then '' else ${band} end as band,
      count(*)::integer as households, sum(h.members)::integer as persons
    from registry_household h
    where h.area_code >= ${span.low} and h.area_code < ${span.high}
    group by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}

export interface PointRow {
  readonly id: string;
  readonly village: string;
  readonly stage: string;
  readonly cause: string;
  readonly measure: string;
  readonly band: string;
}

/** Registered households, village by village. */
export async function listPoints(
  tx: Tx,
  { span, most }: { readonly span: AreaSpan; readonly most: number },
): Promise<readonly PointRow[]> {
  const { rows } = await sql<PointRow>`
    select h.id, left(h.area_code, 12) as village, h.stage,
      coalesce(h.primary_cause, '') as cause, coalesce(h.primary_measure, '') as measure,
      ${band} as band
    from registry_household h
    where h.area_code >= ${span.low} and h.area_code < ${span.high} and h.stage <> 'SURVEYED'
    order by h.area_code, h.household_no
    limit ${most}`.execute(tx);
  return rows;
}
