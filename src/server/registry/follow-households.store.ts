// What is kept of a household, here and in every other capability, is seen from where it lives: the rows
// follow it when it moves. Which tables those are is known by their columns.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

/** After the households themselves have their new areas. */
export async function followHouseholds(
  tx: Tx,
  county: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`select kernel_follow_households(${county}::integer, ${[...ids]}::uuid[])`.execute(tx);
}

/** After every household of an area was given another code. */
export async function followHouseholdsIn(tx: Tx, { low, high }: AreaSpan): Promise<void> {
  await sql`
    select kernel_follow_households(county, ids)
    from (
      select county, array_agg(id) as ids from registry_household
      where area_code >= ${low} and area_code < ${high} group by county) as moved`.execute(tx);
}
