// A pack's own items of a household, in its numbered slots: the newest answer stands.
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import type { HouseholdKey } from './event.store.ts';

export async function setOwnItems(
  tx: Tx,
  { county, id }: HouseholdKey,
  items: readonly { readonly slot: number; readonly value: number }[],
): Promise<void> {
  if (items.length === 0) return;
  const set: RawBuilder<unknown>[] = items.map(
    ({ slot, value }) => sql`${sql.ref(`item_${String(slot).padStart(2, '0')}`)} = ${value}`,
  );
  await sql`
    update registry_household set ${sql.join(set)}
    where county = ${county} and id = ${id}::uuid`.execute(tx);
}
