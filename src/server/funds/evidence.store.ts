// SQL of an evidence package: entries, lines, balances and acts of a period as they stand. Reads only.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface EvidenceAsked {
  readonly span: AreaSpan;
  readonly from: string;
  readonly to: string;
}

type Row = Readonly<Record<string, string | number | null>>;

export async function countEntries(tx: Tx, { span, from, to }: EvidenceAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from funds_entry
    where area_code >= ${span.low} and area_code < ${span.high}
      and true_on >= ${from}::date and true_on <= ${to}::date`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function entriesOfPeriod(tx: Tx, { span, from, to }: EvidenceAsked) {
  const { rows } = await sql<Row>`
    select id, kind, true_on::text as "on", document, memo, amount_fen::text as amount_fen, area_code as area,
      author_name as author, recorded_at::text as recorded_at, reverses, cause,
      (select string_agg(a ->> 'name', ';') from jsonb_array_elements(approvers) as a) as approvers
    from funds_entry
    where area_code >= ${span.low} and area_code < ${span.high}
      and true_on >= ${from}::date and true_on <= ${to}::date
    order by true_on, id`.execute(tx);
  return rows;
}

export async function linesOfPeriod(tx: Tx, { span, from, to }: EvidenceAsked) {
  const { rows } = await sql<Row>`
    select l.entry_id as entry, l.position, l.amount_fen::text as amount_fen, l.account_id as account, a.kind,
      a.source, a.purpose, a.area_code as area, a.holder, a.project_id as project, a.household,
      h.household_no, h.head_name
    from funds_entry e
    join funds_line l on l.county = e.county and l.entry_id = e.id
    join funds_account a on a.county = l.county and a.id = l.account_id
    left join registry_household h on h.county = a.county and h.id = a.household
    where e.area_code >= ${span.low} and e.area_code < ${span.high}
      and e.true_on >= ${from}::date and e.true_on <= ${to}::date
    order by e.true_on, l.entry_id, l.position`.execute(tx);
  return rows;
}

/** What each account that holds money held at the end of the period, from the lines themselves. */
export async function balancesAt(tx: Tx, { span, to }: EvidenceAsked) {
  const { rows } = await sql<Row>`
    select a.id as account, a.kind, a.source, a.purpose, a.area_code as area, a.holder, a.project_id as project,
      sum(l.amount_fen)::text as balance_fen
    from funds_account a join funds_line l on l.county = a.county and l.account_id = a.id
    where a.area_code >= ${span.low} and a.area_code < ${span.high} and l.true_on <= ${to}::date
      and a.kind in ('appropriated', 'treasury', 'allocated', 'riskFund', 'lent')
    group by 1, 2, 3, 4, 5, 6, 7 having sum(l.amount_fen) <> 0
    order by a.area_code, a.kind, a.source, a.purpose, a.holder, a.id`.execute(tx);
  return rows;
}

export async function ordersOfPeriod(tx: Tx, { span, from, to }: EvidenceAsked) {
  const { rows } = await sql<Row>`
    select id, kind, true_on::text as "on", document, memo, source, purpose, amount_fen::text as amount_fen,
      from_area, from_holder, to_area, to_holder, state, approvals_needed, approval_level,
      author_name as author, entered_at::text as entered_at, ended_by_name as ended_by, ended_reason,
      entry_id as entry
    from funds_order
    where area_code >= ${span.low} and area_code < ${span.high}
      and true_on >= ${from}::date and true_on <= ${to}::date
    order by true_on, id`.execute(tx);
  return rows;
}

export async function paymentsOfPeriod(tx: Tx, { span, from, to }: EvidenceAsked) {
  const { rows } = await sql<Row>`
    select p.id, b.document as list, b.title, p.position, p.household_no, p.name, p.area_code as area,
      p.amount_fen::text as amount_fen, p.account_mask, p.state, array_to_string(p.problems, ';') as problems,
      p.paid_on::text as paid_on, p.entry_id as entry, p.bank_note, p.word, p.word_said, p.word_answer
    from funds_list b join funds_payment p on p.county = b.county and p.list_id = b.id
    where b.area_code >= ${span.low} and b.area_code < ${span.high}
      and b.pay_on >= ${from}::date and b.pay_on <= ${to}::date and b.state <> 'discarded'
    order by b.pay_on, b.id, p.position`.execute(tx);
  return rows;
}
