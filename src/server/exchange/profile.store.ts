// All SQL of saved mappings. One's own area's and those of the areas above are seen; only one's own
// are changed.
import type { MappingProfile } from '#domain/exchange/mapping.ts';
import type { Tx } from '#server/database/connect.ts';

export interface StoredProfile extends MappingProfile {
  readonly areaCode: string;
  readonly account: string;
  readonly accountName: string;
  readonly savedAt: string;
}

export async function listStoredProfiles(tx: Tx): Promise<readonly StoredProfile[]> {
  const rows = await tx
    .selectFrom('exchange_profile')
    .selectAll()
    .orderBy('area_code', 'desc')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    fields: row.fields as MappingProfile['fields'],
    areaCode: row.area_code,
    account: row.account,
    accountName: row.account_name,
    savedAt: row.saved_at,
  }));
}

/** A profile of the same name is replaced. */
export async function saveStoredProfile(tx: Tx, profile: StoredProfile): Promise<void> {
  const saved = {
    account: profile.account,
    account_name: profile.accountName,
    saved_at: profile.savedAt,
    fields: JSON.stringify(profile.fields),
  };
  await tx
    .insertInto('exchange_profile')
    .values({ area_code: profile.areaCode, name: profile.name, ...saved })
    .onConflict((conflict) => conflict.columns(['area_code', 'name']).doUpdateSet(saved))
    .execute();
}

/** False when one's own area has no profile of that name. */
export async function deleteStoredProfile(
  tx: Tx,
  { areaCode, name }: Pick<StoredProfile, 'areaCode' | 'name'>,
): Promise<boolean> {
  const row = await tx
    .deleteFrom('exchange_profile')
    .where('area_code', '=', areaCode)
    .where('name', '=', name)
    .returning('name')
    .executeTakeFirst();
  return row !== undefined;
}
