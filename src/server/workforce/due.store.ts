// All SQL of what is due: pairings by the day of their next visit, and by unit; interviews with units.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { soonDays } from './cover-count.store.ts';

export interface DueRecord {
  readonly id: string;
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly members: number;
  readonly area_code: string;
  readonly helper_id: string;
  readonly helper_name: string;
  readonly unit_name: string | null;
  readonly last_visit_on: string | null;
  readonly due_on: string;
}

export interface DueQuestion {
  readonly county: number;
  readonly span: AreaSpan;
  readonly state: 'all' | 'overdue' | 'today' | 'soon';
  readonly unit: string | undefined;
  readonly today: string;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

export async function listDueRows(tx: Tx, asked: DueQuestion): Promise<readonly DueRecord[]> {
  const { county, span, unit, after, limit } = asked;
  const { rows } = await sql<DueRecord>`
    select p.id, p.household_id, h.household_no, h.head_name, h.members, p.area_code, p.helper_id,
      p.helper_name, u.name as unit_name, p.last_visit_on, p.due_on
    from workforce_pairing p
    join registry_household h on h.county = p.county and h.id = p.household_id
    left join workforce_unit u on u.county = p.county and u.id = p.unit_id
    where p.county = ${county} and p.to_on is null and p.due_on is not null
      and p.area_code >= ${span.low} and p.area_code < ${span.high}
      and ${hasState(asked)}
      ${unit === undefined ? sql`` : sql`and p.unit_id = ${unit}::uuid`}
      ${after === undefined ? sql`` : sql`and (p.due_on, p.id) > (${after[0]}::date, ${after[1]}::uuid)`}
    order by p.due_on, p.id
    limit ${limit}`.execute(tx);
  return rows;
}

function hasState({ state, today }: DueQuestion): RawBuilder<unknown> {
  switch (state) {
    case 'all':
      return sql`true`;
    case 'overdue':
      return sql`p.due_on < ${today}::date`;
    case 'today':
      return sql`p.due_on = ${today}::date`;
    case 'soon':
      return sql`p.due_on > ${today}::date and p.due_on <= ${today}::date + ${sql.lit(soonDays)}`;
  }
}

export interface UnitDue {
  readonly id: string;
  readonly name: string | null;
  readonly households: number;
  readonly overdue: number;
  readonly today: number;
  readonly soon: number;
  readonly never_on_site: number;
  readonly last_interview_on: string | null;
}

/** By unit; those without one stand under an empty id. */
export async function countDueByUnit(
  tx: Tx,
  { span, today }: { readonly span: AreaSpan; readonly today: string },
): Promise<readonly UnitDue[]> {
  const { rows } = await sql<UnitDue>`
    select coalesce(c.unit_id::text, '') as id, u.name, c.households, c.overdue, c.today, c.soon,
      c.never_on_site,
      (select max(i.held_on) from workforce_interview i
        where i.county = u.county and i.unit_id = u.id) as last_interview_on
    from (
      select p.county, p.unit_id, count(*)::integer as households,
        count(*) filter (where p.due_on < ${today}::date)::integer as overdue,
        count(*) filter (where p.due_on = ${today}::date)::integer as today,
        count(*) filter (where p.due_on > ${today}::date
          and p.due_on <= ${today}::date + ${sql.lit(soonDays)})::integer as soon,
        count(*) filter (where p.last_on_site_on is null)::integer as never_on_site
      from workforce_pairing p
      where p.to_on is null and p.area_code >= ${span.low} and p.area_code < ${span.high}
      group by p.county, p.unit_id) as c
    left join workforce_unit u on u.county = c.county and u.id = c.unit_id
    order by c.overdue desc, c.households desc`.execute(tx);
  return rows;
}

export async function insertInterview(
  tx: Tx,
  row: {
    readonly county: number;
    readonly id: string;
    readonly area_code: string;
    readonly unit_id: string;
    readonly unit_name: string;
    readonly held_on: string;
    readonly held_by_name: string;
    readonly reason: string;
    readonly outcome: string;
    readonly mend_by: string | null;
    readonly account: string;
  },
): Promise<void> {
  await tx.insertInto('workforce_interview').values(row).execute();
}

export async function listInterviewRows(tx: Tx, { low, high }: AreaSpan) {
  return tx
    .selectFrom('workforce_interview')
    .selectAll()
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}
