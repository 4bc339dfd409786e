// SQL of the demonstration's payment lists: who is on one, by a digest that repeats.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

export interface Payee {
  readonly id: string;
  readonly no: string;
  readonly area: string;
  readonly mask: string | null;
  readonly turn: number;
}

/** About one registered household in nine of each township, and everyone of one village. */
export async function listPayees(tx: Tx, village: string): Promise<readonly Payee[]> {
  const { rows } = await sql<Payee>`
    select id, household_no as no, area_code as area, bank_account_mask as mask,
      ('x' || substr(md5(id::text), 1, 4))::bit(16)::int as turn
    from registry_household
    where county = 451226 and stage <> 'SURVEYED' and members > 0
      and (substr(md5(id::text), 5, 2) < '1c' or area_code like ${`${village}%`})
    order by area_code, household_no, id`.execute(tx);
  return rows;
}

/** What the bank and households said of what was paid, by the same digest. */
export async function answerPayments(tx: Tx, lists: readonly string[]): Promise<void> {
  await sql`
    update funds_payment p set state = 'paid',
      word = case when turn % 3 = 0 then 'confirmed' when turn % 211 = 5 then 'disputed' end,
      word_said = case when turn % 3 <> 0 and turn % 211 = 5 then '存折上还没有看到这笔钱（虚构）' end,
      word_by_name = case when turn % 3 = 0 or turn % 211 = 5 then '户主' end,
      word_at = case when turn % 3 = 0 or turn % 211 = 5 then '2016-09-28T03:00:00Z'::timestamptz end
    from (
      select id, ('x' || substr(md5(id::text), 1, 6))::bit(24)::int as turn from funds_payment
      where county = 451226 and list_id = any(${[...lists]}::uuid[])
    ) as g
    where p.county = 451226 and p.id = g.id and p.state = 'posted'`.execute(tx);
}
