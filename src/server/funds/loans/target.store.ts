// SQL of targets of loans, and of what was lent in a year.
import { sql } from 'kysely';
import type { LentInYear, TargetKind, TargetMeasure } from '#domain/funds/loans/target.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface TargetRow {
  readonly area_code: string;
  readonly year: number;
  readonly kind: TargetKind;
  readonly measure: TargetMeasure;
  readonly value: number;
  readonly document: string;
  readonly account_name: string;
}

export async function appendTarget(
  tx: Tx,
  target: TargetRow & {
    readonly county: number;
    readonly account: string;
    readonly now: string;
  },
): Promise<void> {
  const { county, area_code, year, kind, measure } = target;
  await sql`
    insert into funds_loan_target (county, area_code, year, kind, measure, position, value, document,
      account, account_name, recorded_at)
    select ${county}, ${area_code}, ${year}, ${kind}, ${measure}, coalesce(max(t.position), 0) + 1,
      ${target.value}, ${target.document}, ${target.account}::uuid, ${target.account_name},
      ${target.now}::timestamptz
    from funds_loan_target t where t.county = ${county} and t.area_code = ${area_code} and t.year = ${year}
      and t.kind = ${kind} and t.measure = ${measure}`.execute(tx);
}

/** The latest of each, of exactly this area. */
export async function listTargets(
  tx: Tx,
  area: string,
  year: number,
): Promise<readonly TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    select distinct on (kind, measure) area_code, year, kind, measure, value::float8 as value, document, account_name
    from funds_loan_target where area_code = ${area} and year = ${year}
    order by kind, measure, position desc`.execute(tx);
  return rows;
}

export async function sumLentIn(tx: Tx, span: AreaSpan, year: number): Promise<LentInYear> {
  const { rows } = await sql<LentInYear>`
    select coalesce(sum(lent_fen), 0)::float8 as amount, count(distinct household_id)::int as households
    from funds_loan
    where area_code >= ${span.low} and area_code < ${span.high} and lent_fen > 0
      and lent_on >= ${`${year}-01-01`}::date and lent_on <= ${`${year}-12-31`}::date`.execute(tx);
  return rows[0] ?? { amount: 0, households: 0 };
}
