// All SQL of what village supervisors report. Words and place are bytes here that only the county opens.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';
import type { PublicityReportTable } from '#server/database/tables.ts';

export type ReportRecord = Readonly<PublicityReportTable>;
/** With whether what it was handed on as is done. */
export type StandingReport = ReportRecord & { readonly is_done: boolean };

const standing = sql`r.*, coalesce(p.phase = 'closed', false) or o.closed_on is not null as is_done
  from publicity_report r
  left join monitoring_problem p on r.handed_to = 'problem' and p.county = r.county and p.id = r.handed_id
  left join monitoring_order o on r.handed_to = 'order' and o.county = r.county and o.id = r.handed_id`;

export async function insertReports(tx: Tx, rows: readonly ReportRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('publicity_report')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

/** Held until the transaction ends, so that one report is answered and handed on once. */
export async function lockReport(tx: Tx, id: string): Promise<ReportRecord | undefined> {
  return tx
    .selectFrom('publicity_report')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findReport(tx: Tx, id: string): Promise<StandingReport | undefined> {
  const { rows } = await sql<StandingReport>`
    select ${standing} where r.county = ${countyOfId(id)} and r.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** By one slip, the latest first. */
export async function listReportsBy(
  tx: Tx,
  { county, supervisor }: { readonly county: number; readonly supervisor: string },
): Promise<readonly StandingReport[]> {
  const { rows } = await sql<StandingReport>`
    select ${standing} where r.county = ${county} and r.supervisor_id = ${supervisor}::uuid
    order by r.filed_at desc limit 50`.execute(tx);
  return rows;
}

export async function findReportBy(
  tx: Tx,
  { county, supervisor, number }: { county: number; supervisor: string; number: string },
): Promise<ReportRecord | undefined> {
  return tx
    .selectFrom('publicity_report')
    .selectAll()
    .where('county', '=', county)
    .where('supervisor_id', '=', supervisor)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
}

/** Open ones by their last day, answered ones the latest first; the key is text on both sides. */
export async function listReportRows(
  tx: Tx,
  {
    span,
    isAnswered,
    after,
    limit,
  }: {
    readonly span: AreaSpan;
    readonly isAnswered: boolean;
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly StandingReport[]> {
  const { rows } = await sql<StandingReport>`
    select ${standing}
    where ${inSpan(span)} and (r.answer is not null) = ${isAnswered}::boolean
      ${after === undefined ? sql`` : sql`and (${orderKey}, r.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by ${orderKey}, r.id
    limit ${limit}`.execute(tx);
  return rows;
}

const orderKey = sql`(case when r.answer is null then coalesce(r.due_on::text, '9')
  else (date '9999-12-31' - r.answered_on)::text end)`;

/** Days from an answer to the end of all days, as the statement counts them. */
export function orderKeyOf(
  row: Pick<ReportRecord, 'answer' | 'due_on' | 'answered_on'>,
  daysLeft: (from: string) => number,
): string {
  if (row.answer === null) return row.due_on ?? '9';
  return String(daysLeft(row.answered_on ?? '9999-12-31'));
}

function inSpan({ low, high }: AreaSpan): RawBuilder<unknown> {
  return sql`r.village >= ${low} and r.village < ${high}`;
}

export async function countReports(
  tx: Tx,
  span: AreaSpan,
  today: string,
): Promise<{ readonly open: number; readonly late: number; readonly answered: number }> {
  const { rows } = await sql<{ open: number; late: number; answered: number }>`
    select count(*) filter (where r.answer is null)::integer as open,
      count(*) filter (where r.answer is null and r.due_on < ${today}::date)::integer as late,
      count(*) filter (where r.answer is not null)::integer as answered
    from publicity_report r where ${inSpan(span)}`.execute(tx);
  return rows[0] ?? { open: 0, late: 0, answered: 0 };
}

export async function changeReport(
  tx: Tx,
  { county, id }: Pick<ReportRecord, 'county' | 'id'>,
  changed: Partial<
    Pick<
      ReportRecord,
      | 'picture'
      | 'handed_to'
      | 'handed_id'
      | 'handed_on'
      | 'handed_by_name'
      | 'answer'
      | 'answered_on'
      | 'answered_by'
      | 'answered_by_name'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('publicity_report')
    .set(changed)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
