// What a list is called and paid from, for the household that sees its own line of it and not the list.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

export interface ListName {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly source: string;
}

/** From the lines of the books, whose memo is the list's title: whoever sees a line sees its words. */
export async function namesOfLists(
  tx: Tx,
  county: number,
  lists: readonly string[],
): Promise<ReadonlyMap<string, ListName>> {
  const { rows } = await sql<ListName>`
    select distinct on (p.list_id) p.list_id as id, l.memo as title, a.purpose, a.source
    from funds_payment p
    join funds_line l on l.county = p.county and l.entry_id = p.entry_id and l.household = p.household_id
    join funds_account a on a.county = l.county and a.id = l.account_id
    where p.county = ${county} and p.list_id = any(${[...lists]}::uuid[])
    order by p.list_id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
