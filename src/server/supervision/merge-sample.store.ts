// SQL of households that stand in a round of checks which is not closed.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

export async function isDrawnInOpenRound(
  tx: Tx,
  county: number,
  households: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ drawn: boolean }>`
    select exists (
      select from supervision_sample s
      join supervision_campaign c on c.id = s.campaign_id
      where s.county = ${county} and s.household_id = any(${[...households]}::uuid[])
        and c.closed_at is null) as drawn`.execute(tx);
  return rows[0]?.drawn ?? false;
}
