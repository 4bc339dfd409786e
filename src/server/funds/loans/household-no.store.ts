// One household by the number printed on its papers.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export async function findHouseholdNo(
  tx: Tx,
  { low, high }: AreaSpan,
  householdNo: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from registry_household
    where household_no = ${householdNo} and area_code >= ${low} and area_code < ${high}
    limit 1`.execute(tx);
  return rows[0]?.id;
}
