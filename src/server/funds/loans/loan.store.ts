// All SQL of loans and their acts.
import { sql } from 'kysely';
import type { LoanAct, LoanMode, LoanState, UseFound } from '#domain/funds/loans/loan.ts';
import type { PrincipalChange } from '#domain/funds/loans/principal.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface LoanRow {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly bank_id: string | null;
  readonly lender: string;
  readonly mode: LoanMode;
  readonly product: string;
  readonly pack: string;
  readonly pack_version: string;
  readonly purpose: string;
  readonly asked_fen: number;
  readonly months: number;
  readonly asked_on: PlainDate;
  readonly asked_by: string;
  readonly state: LoanState;
  readonly refusal: string | null;
  readonly approved_fen: number | null;
  readonly rate_ppm: number | null;
  readonly subsidy_ppm: number | null;
  readonly day_basis: number | null;
  readonly subsidy_until: PlainDate | null;
  readonly contract: string | null;
  readonly insurance: string | null;
  readonly operator: string | null;
  readonly lent_on: PlainDate | null;
  readonly due_on: PlainDate | null;
  readonly lent_fen: number;
  readonly owed_fen: number;
  readonly claimed_fen: number;
  readonly use_found: UseFound | null;
}

export interface ShownLoan extends LoanRow {
  readonly household_no: string;
  readonly head_name: string;
}

export const loanColumns = sql`l.*, l.asked_on::text as asked_on, l.lent_on::text as lent_on, l.due_on::text as due_on,
  l.subsidy_until::text as subsidy_until, l.asked_fen::float8 as asked_fen,
  l.approved_fen::float8 as approved_fen, l.lent_fen::float8 as lent_fen, l.owed_fen::float8 as owed_fen,
  l.claimed_fen::float8 as claimed_fen, h.household_no, h.head_name`;
export const loanRows = sql`funds_loan l join registry_household h on h.county = l.county and h.id = l.household_id`;

export type NewLoan = Pick<
  LoanRow,
  | 'county'
  | 'id'
  | 'household_id'
  | 'area_code'
  | 'bank_id'
  | 'lender'
  | 'mode'
  | 'product'
  | 'pack'
  | 'pack_version'
  | 'purpose'
  | 'asked_fen'
  | 'months'
  | 'asked_on'
  | 'asked_by'
  | 'operator'
>;

export async function insertLoan(tx: Tx, loan: NewLoan): Promise<void> {
  await tx
    .insertInto('funds_loan')
    .values({ ...loan, state: 'applied' })
    .execute();
}

export async function findLoan(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ShownLoan | undefined> {
  const { rows } = await sql<ShownLoan>`
    select ${loanColumns} from ${loanRows}
    where l.county = ${countyOfIdIn(sql`${id}`)} and l.id = ${id}::uuid
    ${lock === 'locked' ? sql`for update of l` : sql``}`.execute(tx);
  return rows[0];
}

export type LoanChange = Partial<
  Pick<
    LoanRow,
    | 'state'
    | 'refusal'
    | 'months'
    | 'approved_fen'
    | 'rate_ppm'
    | 'subsidy_ppm'
    | 'day_basis'
    | 'subsidy_until'
    | 'contract'
    | 'insurance'
    | 'lent_on'
    | 'due_on'
    | 'lent_fen'
    | 'owed_fen'
    | 'use_found'
  >
>;

export async function updateLoan(
  tx: Tx,
  { county, id }: Pick<LoanRow, 'county' | 'id'>,
  change: LoanChange,
): Promise<void> {
  await tx
    .updateTable('funds_loan')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface ActRow {
  readonly position: number;
  readonly kind: LoanAct;
  readonly true_on: PlainDate;
  readonly amount_fen: number | null;
  readonly document: string;
  readonly words: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly entry_id: string | null;
  readonly account_name: string;
  readonly recorded_at: string;
}

export interface NewAct {
  readonly kind: LoanAct;
  readonly on: string;
  readonly amount?: number | undefined;
  readonly document?: string | undefined;
  readonly words?: string | undefined;
  readonly facts?: Readonly<Record<string, string>> | undefined;
  readonly entry?: string | undefined;
}

export interface Hand {
  readonly account: string;
  readonly name: string;
  readonly now: string;
}

export async function appendAct(
  tx: Tx,
  loan: Pick<LoanRow, 'county' | 'id' | 'household_id' | 'area_code' | 'bank_id'>,
  act: NewAct,
  hand: Hand,
): Promise<void> {
  await sql`
    insert into funds_loan_act (county, loan_id, position, household_id, area_code, bank_id, kind, true_on,
      amount_fen, document, words, facts, entry_id, account, account_name, recorded_at)
    select ${loan.county}, ${loan.id}::uuid, coalesce(max(a.position), 0) + 1, ${loan.household_id}::uuid,
      ${loan.area_code}, ${loan.bank_id}::uuid, ${act.kind}, ${act.on}::date, ${act.amount ?? null}::bigint,
      ${act.document ?? ''}, ${act.words ?? ''}, ${JSON.stringify(act.facts ?? {})}::jsonb,
      ${act.entry ?? null}::uuid, ${hand.account}::uuid, ${hand.name}, ${hand.now}::timestamptz
    from funds_loan_act a where a.county = ${loan.county} and a.loan_id = ${loan.id}::uuid`.execute(
    tx,
  );
}

export async function listActs(
  tx: Tx,
  { county, id }: Pick<LoanRow, 'county' | 'id'>,
): Promise<readonly ActRow[]> {
  const { rows } = await sql<ActRow>`
    select position, kind, true_on::text as true_on, amount_fen::float8 as amount_fen, document, words, facts,
      entry_id, account_name, recorded_at
    from funds_loan_act where county = ${county} and loan_id = ${id}::uuid order by position`.execute(
    tx,
  );
  return rows;
}

export interface LoanChangeRow extends PrincipalChange {
  readonly loan: string;
  readonly kind: LoanAct;
  readonly entry: string;
}

const moving = sql`('lend', 'repay', 'takeBack', 'cover')`;

/** What was lent and repaid, of one loan or of all loans of a household. */
export async function listChanges(
  tx: Tx,
  county: number,
  of: { readonly loan: string } | { readonly household: string },
): Promise<readonly LoanChangeRow[]> {
  const { rows } = await sql<{
    loan: string;
    kind: LoanAct;
    on: PlainDate;
    amount: string;
    entry: string;
  }>`
    select loan_id as loan, kind, true_on::text as "on", entry_id as entry,
      (case when kind in ('lend', 'takeBack') then amount_fen else -amount_fen end)::text as amount
    from funds_loan_act
    where county = ${county} and kind in ${moving}
      and ${'loan' in of ? sql`loan_id = ${of.loan}::uuid` : sql`household_id = ${of.household}::uuid`}
    order by true_on, loan_id, position`.execute(tx);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}
