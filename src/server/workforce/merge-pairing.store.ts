// SQL of the one pairing that ends because its household was found to be another one, and begins again where
// that was an error.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

export interface MergedHousehold {
  readonly county: number;
  /** The act of the merge. */
  readonly id: string;
  readonly gone: string;
  readonly kept: string;
}

/** Where both have a pairing, that of the household which goes ends today; the helper it was with. */
export async function endPairingOfMerged(
  tx: Tx,
  { county, id, gone, kept }: MergedHousehold,
  { today, reason }: { readonly today: string; readonly reason: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ helper_id: string }>`
    update workforce_pairing set to_on = greatest(from_on, ${today}::date), ended_reason = ${reason},
      why = why || jsonb_build_object('merge', ${id}::text)
    where county = ${county} and household_id = ${gone}::uuid and to_on is null
      and exists (select from workforce_pairing other
        where other.county = ${county} and other.household_id = ${kept}::uuid and other.to_on is null)
    returning helper_id`.execute(tx);
  return rows[0]?.helper_id;
}

export async function resumePairingOfMerged(
  tx: Tx,
  { county, id, gone }: MergedHousehold,
): Promise<string | undefined> {
  const { rows } = await sql<{ helper_id: string }>`
    update workforce_pairing set to_on = null, ended_reason = null, why = why - 'merge'
    where county = ${county} and household_id = ${gone}::uuid and why ->> 'merge' = ${id}::text
    returning helper_id`.execute(tx);
  return rows[0]?.helper_id;
}

/** Helpers of either household by an open pairing, whose accounts see others after a merge. */
export async function listHelpersOf(
  tx: Tx,
  { county, gone, kept }: Omit<MergedHousehold, 'id'>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ helper: string }>`
    select distinct unnest(array[helper_id, stand_in]) as helper from workforce_pairing
    where county = ${county} and household_id in (${gone}::uuid, ${kept}::uuid) and to_on is null`.execute(
    tx,
  );
  return rows.map(({ helper }) => helper).filter((helper) => helper !== null);
}

/** How many households a helper answers for moves with it. */
export async function countHelped(
  tx: Tx,
  county: number,
  { helper, by }: { readonly helper: string; readonly by: 1 | -1 },
): Promise<void> {
  await sql`
    update workforce_helper set households = households + ${by}, version = version + 1
    where county = ${county} and id = ${helper}::uuid`.execute(tx);
}

/** A hand-over of a pairing that would end. */
export async function hasOffer(
  tx: Tx,
  { county, gone, kept }: Omit<MergedHousehold, 'id'>,
): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from workforce_handover
        where county = ${county} and household_id = ${gone}::uuid and state = 'offered')
      and exists (select from workforce_pairing
        where county = ${county} and household_id = ${kept}::uuid and to_on is null) as waits`.execute(
    tx,
  );
  return rows[0]?.waits ?? false;
}
