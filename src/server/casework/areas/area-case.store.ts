// Cases of villages and counties themselves.
import { sql } from 'kysely';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { QueueRecord } from '#server/casework/case.store.ts';
import type { Tx } from '#server/database/connect.ts';

/** Of each of these areas, the latest first. */
export async function listCasesOfAreas(
  tx: Tx,
  areas: readonly AreaCode[],
): Promise<readonly QueueRecord[]> {
  const { rows } = await sql<QueueRecord>`
    select c.*, null as household_no, null as head_name
    from casework_case c
    where c.household_id is null and c.area_code = any(${[...areas]}::text[])
    order by c.begun_on desc, c.id desc`.execute(tx);
  return rows;
}

/** Held until the transaction ends, so that two people do not begin the same process of an area at once. */
export async function holdArea(tx: Tx, area: AreaCode): Promise<void> {
  await sql`select pg_advisory_xact_lock(1650552423, hashtext(${`case of ${area}`}))`.execute(tx);
}
