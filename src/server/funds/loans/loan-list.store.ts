// SQL of the loans behind a number.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { loanColumns, loanRows, type ShownLoan } from './loan.store.ts';

export interface LoanQuestion {
  readonly span: AreaSpan;
  readonly today: PlainDate;
  readonly show: string;
  readonly warningDays: number;
  readonly product: string | undefined;
  readonly purpose: string | undefined;
  readonly refusal: string | undefined;
  readonly month: string | undefined;
}

interface LoanPage {
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** Days after the due day as of today, for a loan with something owed. */
const late = (today: PlainDate) => sql`(${today}::date - l.due_on)`;

function shown({ show, today, warningDays }: LoanQuestion): RawBuilder<unknown> {
  switch (show) {
    case 'waiting':
      return sql`l.state = 'applied'`;
    case 'toLend':
      return sql`l.state in ('approved', 'signed')`;
    case 'lent':
      return sql`l.lent_fen > 0`;
    case 'owed':
      return sql`l.owed_fen > 0`;
    case 'dueSoon':
      return sql`l.owed_fen > 0 and l.due_on >= ${today}::date and l.due_on <= ${today}::date + ${warningDays}::int`;
    case 'current':
      return sql`l.owed_fen > 0 and l.due_on >= ${today}::date`;
    case 'late':
      return sql`l.owed_fen > 0 and l.due_on < ${today}::date`;
    case 'upTo30':
      return sql`l.owed_fen > 0 and ${late(today)} between 1 and 30`;
    case 'upTo90':
      return sql`l.owed_fen > 0 and ${late(today)} between 31 and 90`;
    case 'over90':
      return sql`l.owed_fen > 0 and ${late(today)} > 90`;
    case 'refused':
    case 'settled':
    case 'covered':
      return sql`l.state = ${show}`;
    case 'unchecked':
      return sql`l.owed_fen > 0 and l.use_found is null`;
    case 'misused':
      return sql`l.use_found = 'misused'`;
    default:
      return sql`true`;
  }
}

const byDueDay = new Set(['owed', 'dueSoon', 'current', 'late', 'upTo30', 'upTo90', 'over90']);

/** What is owed by the day it is due, everything else by the day it was asked for, the latest first. */
export function isByDueDay({ show, month }: Pick<LoanQuestion, 'show' | 'month'>): boolean {
  return byDueDay.has(show) || month !== undefined;
}

/** The loans that are asked for. */
function askedFor(asked: LoanQuestion): RawBuilder<unknown> {
  const { span, product, purpose, refusal, month } = asked;
  return sql`l.area_code >= ${span.low} and l.area_code < ${span.high} and ${shown(asked)}
      ${product === undefined ? sql`` : sql`and l.product = ${product}`}
      ${purpose === undefined ? sql`` : sql`and l.purpose = ${purpose}`}
      ${refusal === undefined ? sql`` : sql`and l.refusal = ${refusal}`}
      ${month === undefined ? sql`` : sql`and l.owed_fen > 0 and to_char(l.due_on, 'YYYY-MM') = ${month}`}`;
}

export async function listLoanRows(
  tx: Tx,
  asked: LoanQuestion & LoanPage,
): Promise<readonly ShownLoan[]> {
  const { after, limit } = asked;
  const dueFirst = isByDueDay(asked);
  const order = dueFirst ? sql`l.due_on, l.id` : sql`l.asked_on desc, l.id desc`;
  // The page first, names after it: joined first, every loan would meet its household to be sorted.
  const { rows } = await sql<ShownLoan>`
    with page as materialized (select l.* from funds_loan l
    where ${askedFor(asked)}
      ${
        after === undefined
          ? sql``
          : dueFirst
            ? sql`and (l.due_on, l.id) > (${after[0]}::date, ${after[1]}::uuid)`
            : sql`and (l.asked_on, l.id) < (${after[0]}::date, ${after[1]}::uuid)`
      }
    order by ${order} limit ${limit})
    select ${loanColumns} from page l
    join registry_household h on h.county = l.county and h.id = l.household_id
    order by ${order}`.execute(tx);
  return rows;
}

/** All of them together: what was lent, or granted, or asked for, as their rows show it; and what is owed. */
export async function sumLoans(
  tx: Tx,
  asked: LoanQuestion,
): Promise<{ readonly loans: number; readonly amount: number; readonly owed: number }> {
  const { rows } = await sql<{ loans: number; amount: number; owed: number }>`
    select count(*)::int as loans, coalesce(sum(l.owed_fen), 0)::float8 as owed,
      coalesce(sum(coalesce(nullif(l.lent_fen, 0), nullif(l.approved_fen, 0), l.asked_fen)), 0)::float8 as amount
    from funds_loan l where ${askedFor(asked)}`.execute(tx);
  return rows[0] ?? { loans: 0, amount: 0, owed: 0 };
}

export async function listLoansOf(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<readonly ShownLoan[]> {
  const { rows } = await sql<ShownLoan>`
    select ${loanColumns} from ${loanRows}
    where l.county = ${county} and l.household_id = ${id}::uuid
    order by l.asked_on desc, l.id desc`.execute(tx);
  return rows;
}
