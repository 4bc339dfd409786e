// SQL of the demonstration's money.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

/** Townships of the county with how many registered households each has. */
export async function listTownshipWeights(tx: Tx, county: number) {
  const { rows } = await sql<{ code: string; weight: number }>`
    select left(area_code, 9) as code, count(*)::int as weight from registry_household
    where county = ${county} and stage <> 'SURVEYED'
    group by 1 order by 1`.execute(tx);
  return rows;
}
