// SQL of households opened from outside.
import { sql } from 'kysely';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface GlassRow {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly account: string;
  readonly account_name: string;
  readonly account_title: string;
  readonly account_role: string;
  readonly reason: string;
  readonly opened_at: string;
  readonly expires_at: string;
  readonly household_no: string;
}

export async function insertGlass(tx: Tx, row: Omit<GlassRow, 'household_no'>): Promise<void> {
  await tx.insertInto('registry_glass').values(row).execute();
}

/** One's own; the number is known to whoever opened it. */
export async function findGlass(
  tx: Tx,
  { county, id, account }: Pick<GlassRow, 'county' | 'id' | 'account'>,
): Promise<Omit<GlassRow, 'household_no'> | undefined> {
  return tx
    .selectFrom('registry_glass')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .where('account', '=', account)
    .executeTakeFirst();
}

export async function listGlassOf(
  tx: Tx,
  account: string,
): Promise<readonly Omit<GlassRow, 'household_no'>[]> {
  return tx
    .selectFrom('registry_glass')
    .selectAll()
    .where('account', '=', account)
    .orderBy('opened_at', 'desc')
    .limit(50)
    .execute();
}

/** Households of an area that were opened from outside it since an instant. */
export async function listGlassIn(
  tx: Tx,
  area: AreaCode,
  since: string,
): Promise<readonly GlassRow[]> {
  const { low, high } = spanOf(area);
  const { rows } = await sql<GlassRow>`
    select g.*, h.household_no from registry_glass g
    join registry_household h on h.county = g.county and h.id = g.household_id
    where g.area_code >= ${low} and g.area_code < ${high} and g.opened_at >= ${since}
    order by g.opened_at desc limit 100`.execute(tx);
  return rows;
}

export interface NumberedHousehold {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly household_no: string;
}

/** By its whole number, or by its id. Only ever where everything is seen. */
export async function findNumbered(
  tx: Tx,
  by: { readonly number: string } | { readonly id: string; readonly county: number },
): Promise<NumberedHousehold | undefined> {
  const query = tx
    .selectFrom('registry_household')
    .select(['county', 'id', 'area_code', 'household_no'])
    .orderBy('id')
    .limit(1);
  return 'number' in by
    ? query.where('household_no', '=', by.number).executeTakeFirst()
    : query.where('county', '=', by.county).where('id', '=', by.id).executeTakeFirst();
}
