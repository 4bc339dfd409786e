// Villages whose households, or what is kept of them, changed: marked in the transaction of the change by
// whoever makes it, so that sums kept by village are counted anew. One keeper takes the marks
// (`assistance/help-sum.store.ts`).
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

/** Of these areas, villages or places within them. */
export async function markVillages(tx: Tx, areas: readonly string[]): Promise<void> {
  await markVillagesOf(tx, sql`select unnest(${[...areas]}::text[])`);
}

/** Of a query of one column, the codes of areas. */
export async function markVillagesOf(tx: Tx, areas: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into kernel_changed_village (area_code)
    select distinct left(a.code, 12) from (${areas}) as a (code)`.execute(tx);
}

/** Of households where they are now. */
export async function markHouseholds(
  tx: Tx,
  county: number,
  ids: readonly string[],
): Promise<void> {
  await markVillagesOf(
    tx,
    sql`select area_code from registry_household where county = ${county} and id = any(${[...ids]}::uuid[])`,
  );
}
