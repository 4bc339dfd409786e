// Whether money was posted to a household, for those who are about to hide its record.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

export async function hasMoney(tx: Tx, county: number, household: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from funds_account where county = ${county} and household = ${household}::uuid
    union all
    select 1 from funds_payment where county = ${county} and household_id = ${household}::uuid
    union all
    select 1 from funds_loan where county = ${county} and household_id = ${household}::uuid
    limit 1`.execute(tx);
  return rows.length > 0;
}
