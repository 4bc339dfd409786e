// SQL of loans as numbers: one county or less, in one reading of its loans.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

export interface LoanSums {
  readonly waiting: number;
  readonly waiting_fen: number;
  readonly to_lend: number;
  readonly to_lend_fen: number;
  readonly lent: number;
  readonly lent_fen: number;
  readonly households: number;
  readonly owed: number;
  readonly owed_fen: number;
  readonly repaid_fen: number;
  readonly due_soon: number;
  readonly due_soon_fen: number;
  readonly misused: number;
  readonly unchecked: number;
}

interface Asked {
  readonly span: AreaSpan;
  readonly today: PlainDate;
  readonly warningDays: number;
}

const inSpan = ({ low, high }: AreaSpan) => sql`l.area_code >= ${low} and l.area_code < ${high}`;

export async function sumLoans(
  tx: Tx,
  { span, today, warningDays }: Asked,
): Promise<LoanSums | undefined> {
  const soon = sql`l.owed_fen > 0 and l.due_on between ${today}::date and ${today}::date + ${warningDays}::int`;
  const { rows } = await sql<LoanSums>`
    select count(*) filter (where l.state = 'applied')::int as waiting,
      coalesce(sum(l.asked_fen) filter (where l.state = 'applied'), 0)::float8 as waiting_fen,
      count(*) filter (where l.state in ('approved', 'signed'))::int as to_lend,
      coalesce(sum(l.approved_fen) filter (where l.state in ('approved', 'signed')), 0)::float8 as to_lend_fen,
      count(*) filter (where l.lent_fen > 0)::int as lent,
      coalesce(sum(l.lent_fen), 0)::float8 as lent_fen,
      (count(distinct l.household_id) filter (where l.lent_fen > 0))::int as households,
      count(*) filter (where l.owed_fen > 0)::int as owed,
      coalesce(sum(l.owed_fen), 0)::float8 as owed_fen,
      coalesce(sum(l.lent_fen - l.owed_fen) filter (where l.state in ('lent', 'settled')), 0)::float8 as repaid_fen,
      count(*) filter (where ${soon})::int as due_soon,
      coalesce(sum(l.owed_fen) filter (where ${soon}), 0)::float8 as due_soon_fen,
      count(*) filter (where l.use_found = 'misused')::int as misused,
      count(*) filter (where l.owed_fen > 0 and l.use_found is null)::int as unchecked
    from funds_loan l where ${inSpan(span)}`.execute(tx);
  return rows[0];
}

export interface Group {
  readonly key: string;
  readonly loans: number;
  readonly amount: number;
}

export async function sumByClass(
  tx: Tx,
  { span, today }: Pick<Asked, 'span' | 'today'>,
): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select case when d <= 0 then 'current' when d <= 30 then 'upTo30' when d <= 90 then 'upTo90' else 'over90' end as key,
      count(*)::int as loans, sum(owed)::float8 as amount
    from (select ${today}::date - l.due_on as d, l.owed_fen as owed
      from funds_loan l where ${inSpan(span)} and l.owed_fen > 0) as late
    group by 1`.execute(tx);
  return rows;
}

/** Due in each of the months from this one on. */
export async function sumByDueMonth(
  tx: Tx,
  { span, today }: Pick<Asked, 'span' | 'today'>,
): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select to_char(l.due_on, 'YYYY-MM') as key, count(*)::int as loans, sum(l.owed_fen)::float8 as amount
    from funds_loan l
    where ${inSpan(span)} and l.owed_fen > 0 and l.due_on >= date_trunc('month', ${today}::date)
    group by 1 order by 1`.execute(tx);
  return rows;
}

export async function sumBy(
  tx: Tx,
  span: AreaSpan,
  by: 'product' | 'purpose' | 'refusal',
): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select l.${sql.raw(by)} as key, count(*)::int as loans, sum(l.lent_fen)::float8 as amount
    from funds_loan l
    where ${inSpan(span)} and ${by === 'refusal' ? sql`l.refusal is not null` : sql`l.lent_fen > 0`}
    group by 1 order by 2 desc, 1`.execute(tx);
  return rows;
}

export interface PlaceSum {
  readonly place: string;
  readonly loans: number;
  readonly households: number;
  readonly lent: number;
  readonly owed: number;
  readonly late: number;
}

export async function sumByPlace(
  tx: Tx,
  { span, today, length }: { span: AreaSpan; today: PlainDate; length: number },
): Promise<readonly PlaceSum[]> {
  const { rows } = await sql<PlaceSum>`
    select left(l.area_code, ${length}) as place, count(*)::int as loans,
      count(distinct l.household_id)::int as households, sum(l.lent_fen)::float8 as lent,
      sum(l.owed_fen)::float8 as owed,
      coalesce(sum(l.owed_fen) filter (where l.due_on < ${today}::date), 0)::float8 as late
    from funds_loan l where ${inSpan(span)} and l.lent_fen > 0
    group by 1`.execute(tx);
  return rows;
}

/** Interest claimed and waiting, and paid. */
export async function sumInterest(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<{ readonly waiting: number; readonly paid: number }> {
  const { rows } = await sql<{ waiting: number; paid: number }>`
    select coalesce(sum(i.amount_fen) filter (where p.state = 'waiting'), 0)::float8 as waiting,
      coalesce(sum(i.amount_fen) filter (where p.state = 'posted'), 0)::float8 as paid
    from funds_loan_interest i join funds_loan_paper p on p.county = i.county and p.id = i.paper_id
    where i.area_code >= ${low} and i.area_code < ${high}`.execute(tx);
  return rows[0] ?? { waiting: 0, paid: 0 };
}
