// SQL of payments as they are read, and of the word a household gives on one.
import { sql } from 'kysely';
import type { paymentStates } from '#contract/funds-lists.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';
import type { ListRow } from './list.store.ts';

type ListKey = Pick<ListRow, 'county' | 'id'>;

export interface PaymentRowFound {
  readonly county: number;
  readonly id: string;
  readonly list_id: string;
  readonly position: number;
  readonly household_no: string;
  readonly household_id: string | null;
  readonly area_code: string;
  readonly name: string;
  readonly head_name: string | null;
  readonly amount: string;
  readonly account_mask: string | null;
  readonly state: (typeof paymentStates)[number];
  readonly problems: readonly string[];
  readonly entry_id: string | null;
  readonly paid_on: string | null;
  readonly bank_note: string | null;
  readonly word: 'confirmed' | 'disputed' | null;
  readonly word_said: string | null;
  readonly word_by_name: string | null;
  readonly word_at: string | null;
  readonly word_answer: string | null;
}

const paymentColumns = sql`p.county, p.id, p.list_id, p.position, p.household_no, p.household_id, p.area_code,
  p.name, h.head_name, p.amount_fen::text as amount, p.account_mask, p.state, p.problems, p.entry_id,
  p.paid_on::text as paid_on, p.bank_note, p.word, p.word_said, p.word_by_name, p.word_at, p.word_answer`;
const withHead = sql`funds_payment p
  left join registry_household h on h.county = p.county and h.id = p.household_id`;

export async function listPaymentRows(
  tx: Tx,
  { county, id }: ListKey,
  asked: {
    readonly show: 'all' | 'held' | 'failed' | 'disputed';
    readonly after: number;
    readonly limit: number;
  },
): Promise<readonly PaymentRowFound[]> {
  const only = {
    all: sql``,
    held: sql`and p.state = 'held'`,
    failed: sql`and p.state = 'failed'`,
    disputed: sql`and p.word = 'disputed'`,
  }[asked.show];
  const { rows } = await sql<PaymentRowFound>`
    select ${paymentColumns} from ${withHead}
    where p.county = ${county} and p.list_id = ${id}::uuid and p.position > ${asked.after} ${only}
    order by p.position limit ${asked.limit}`.execute(tx);
  return rows;
}

export async function findPayment(tx: Tx, id: string): Promise<PaymentRowFound | undefined> {
  const { rows } = await sql<PaymentRowFound>`
    select ${paymentColumns} from ${withHead}
    where p.county = ${countyOfIdIn(sql`${id}`)} and p.id = ${id}::uuid
    for update of p`.execute(tx);
  return rows[0];
}

export async function listOfHousehold(
  tx: Tx,
  county: number,
  household: string,
): Promise<readonly PaymentRowFound[]> {
  const { rows } = await sql<PaymentRowFound>`
    select ${paymentColumns} from ${withHead}
    where p.county = ${county} and p.household_id = ${household}::uuid
      and p.state in ('posted', 'paid', 'failed')
    order by p.paid_on desc, p.id`.execute(tx);
  return rows;
}

export async function updateWord(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
  change: {
    readonly word?: 'confirmed' | 'disputed';
    readonly word_said?: string;
    readonly word_by_name?: string;
    readonly word_at?: string;
    readonly word_answer?: string;
    readonly word_answered_by?: string;
  },
): Promise<void> {
  await tx
    .updateTable('funds_payment')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface UseSum {
  readonly use: string;
  readonly amount: string;
  readonly payments: number;
  readonly on: string;
  readonly entry: string;
}

/** What the books say reached a household, by use; what was taken back is not among it. */
export async function sumByUse(
  tx: Tx,
  { county, household }: { readonly county: number; readonly household: string },
): Promise<readonly UseSum[]> {
  const { rows } = await sql<UseSum>`
    select a.purpose as use, sum(l.amount_fen)::text as amount, count(*)::int as payments,
      max(l.true_on)::text as "on", (array_agg(l.entry_id order by l.true_on desc, l.entry_id desc))[1] as entry
    from funds_line l join funds_account a on a.county = l.county and a.id = l.account_id
    where l.county = ${county} and l.household = ${household}::uuid and a.kind = 'spent' and l.amount_fen > 0
      and not exists (
        select from funds_line r
        where r.county = l.county and r.account_id = l.account_id and r.reverses = l.entry_id)
    group by a.purpose order by sum(l.amount_fen) desc`.execute(tx);
  return rows;
}
