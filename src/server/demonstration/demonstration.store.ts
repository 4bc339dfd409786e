// SQL that only the demonstration needs: whether a database is still empty, and its hamlets.
import { sql } from 'kysely';
import type { Hamlet } from '#domain/demonstration/place.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { textKeys } from '#domain/registry/pinyin.ts';
import type { Tx } from '#server/database/connect.ts';

/** True when somebody's households are here already. */
export async function hasForeignHouseholds(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('registry_household').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Invented hamlets of real villages, since always. */
export async function insertHamlets(tx: Tx, hamlets: readonly Hamlet[]): Promise<void> {
  const keys = hamlets.map((hamlet) => textKeys(hamlet.name));
  await sql`
    insert into registry_area (code, parent, level, name, full_name, pinyin, initials, source)
    select h.code, left(h.code, 12), 'hamlet', h.name, v.full_name || h.name, h.pinyin, h.initials,
      'demonstration'
    from unnest(
      ${hamlets.map((hamlet) => hamlet.code)}::text[],
      ${hamlets.map((hamlet) => hamlet.name)}::text[],
      ${keys.map((key) => key.full)}::text[],
      ${keys.map((key) => key.initials)}::text[]
    ) as h (code, name, pinyin, initials)
    join lateral (
      select full_name from registry_area where code = left(h.code, 12) collate "C"
      order by valid_from limit 1
    ) as v on true
    on conflict do nothing`.execute(tx);
}

/** Where a household is, and what a question about its house needs. */
export async function getHouseholdPlace(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('registry_household')
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .select(['county', 'area_code', 'surveyed_on', 'house_area'])
    .executeTakeFirstOrThrow();
  return {
    place: { county: row.county, id, area: row.area_code },
    surveyedOn: row.surveyed_on,
    houseArea: row.house_area,
  };
}

/** Households of an area in an order of chance that repeats, with their whole rows. */
export async function listRecheckSample(
  tx: Tx,
  { span, count }: { span: AreaSpan; count: number },
) {
  return tx
    .selectFrom('registry_household')
    .selectAll()
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .orderBy(sql`hashtextextended(household_no, 2016)`)
    .limit(count)
    .execute();
}
