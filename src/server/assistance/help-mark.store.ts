// Marks the villages of plans and benefits that were changed, so that the sums of help are counted anew.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import { markVillagesOf } from '#server/kernel/changed-village.store.ts';

interface Key {
  readonly county: number;
  readonly id: string;
}

/** Where a plan, a measure or a benefit is. */
export async function markPlaceOf(
  tx: Tx,
  what: 'plan' | 'measure' | 'benefit',
  { county, id }: Key,
): Promise<void> {
  await markVillagesOf(
    tx,
    sql`select area_code from ${sql.table(`assistance_${what}`)} where county = ${county} and id = ${id}::uuid`,
  );
}
