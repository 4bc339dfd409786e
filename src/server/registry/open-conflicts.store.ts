// How many conflicts wait for an answer in a range of areas; an index holds exactly those.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export async function countOpenConflicts(tx: Tx, { low, high }: AreaSpan): Promise<number> {
  const row = await tx
    .selectFrom('registry_conflict')
    .select(sql<number>`count(*)`.as('open'))
    .where('resolved_at', 'is', null)
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .executeTakeFirst();
  return row?.open ?? 0;
}
