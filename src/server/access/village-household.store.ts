// SQL of the households that accounts of a demonstration are for.
import { sql } from 'kysely';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

/** The first households of a village by number: whom a demonstration's helper looks after. */
export async function listHouseholdsOfVillage(
  tx: Tx,
  village: string,
  limit: number,
): Promise<readonly string[]> {
  const { low, high } = spanOf(areaCode(village));
  const rows = await tx
    .selectFrom('registry_household')
    .select('id')
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .where('stage', '!=', 'SURVEYED')
    // Whoever has left the register comes last: there is less to do for them.
    .orderBy(sql`stage = 'EXIT_ANNOUNCED'`)
    .orderBy('area_code')
    .orderBy('household_no')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Undefined where a household has nobody at its head. */
export async function findHeadName(tx: Tx, household: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('registry_household')
    .select('head_name')
    .where('id', '=', household)
    .executeTakeFirst();
  return row?.head_name ?? undefined;
}
