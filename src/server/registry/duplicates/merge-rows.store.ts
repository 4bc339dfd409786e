// SQL of what changes hands when two households become one, and of giving it back. The tables of other
// capabilities are known by their columns and written by functions of the schema (0260-duplicates.sql).
import { sql } from 'kysely';
import type { LedgerMove } from '#domain/registry/duplicates/merge-plan.ts';
import type { Tx } from '#server/database/connect.ts';

export interface Merge {
  readonly county: number;
  readonly id: string;
  readonly gone: string;
  readonly kept: string;
}

export interface OutlookRow {
  readonly relation: string;
  readonly moving: number;
  readonly clashing: number;
}

export async function listOutlook(
  tx: Tx,
  { county, gone, kept }: Omit<Merge, 'id'>,
): Promise<readonly OutlookRow[]> {
  const { rows } = await sql<OutlookRow>`
    select relation, moving::integer, clashing::integer
    from registry_merge_outlook(${county}, ${gone}::uuid, ${kept}::uuid)
    where moving > 0`.execute(tx);
  return rows;
}

export async function listMoved(
  tx: Tx,
  { county, id }: Pick<Merge, 'county' | 'id'>,
): Promise<readonly { readonly relation: string; readonly rows: number }[]> {
  const { rows } = await sql<{ relation: string; rows: number }>`
    select relation, count(*)::integer as rows from registry_merge_moved
    where county = ${county} and merge_id = ${id}::uuid group by relation order by relation`.execute(
    tx,
  );
  return rows;
}

/** Members who join keep their row, which goes to the household that stays. */
export async function giveMembers(
  tx: Tx,
  { county, id, gone, kept }: Merge,
  persons: readonly string[],
): Promise<void> {
  if (persons.length === 0) return;
  await sql`
    insert into registry_merge_moved (county, merge_id, relation, row_key, was)
    select county, ${id}::uuid, 'registry_person', jsonb_build_object('id', id),
      jsonb_build_object('household', household_id, 'position', position, 'relation', relation)
    from registry_person
    where county = ${county} and household_id = ${gone}::uuid and id = any(${[...persons]}::uuid[])
    order by position, id`.execute(tx);
  await sql`
    update registry_person p set household_id = ${kept}::uuid, area_code = h.area_code,
      position = (select coalesce(max(position), 0) from registry_person
        where county = ${county} and household_id = ${kept}::uuid)
        + array_position(${[...persons]}::uuid[], p.id)
    from registry_household h
    where h.county = ${county} and h.id = ${kept}::uuid
      and p.county = ${county} and p.household_id = ${gone}::uuid
      and p.id = any(${[...persons]}::uuid[])`.execute(tx);
}

/** Everything else, and the household that goes is hidden. */
export async function mergeRows(
  tx: Tx,
  { county, id, gone, kept }: Merge,
  {
    persons,
    years,
  }: {
    readonly persons: Readonly<Record<string, string>>;
    readonly years: readonly LedgerMove[];
  },
): Promise<void> {
  const moves = years.map(({ year, from }) =>
    from === 'gone' ? { year, from: gone, to: kept } : { year, from: kept, to: gone },
  );
  await sql`
    select registry_merge_rows(${county}, ${id}::uuid, ${gone}::uuid, ${kept}::uuid,
      ${JSON.stringify(persons)}::jsonb, ${JSON.stringify(moves)}::jsonb)`.execute(tx);
}

export async function unmergeRows(tx: Tx, { county, id, gone, kept }: Merge): Promise<void> {
  await sql`
    select registry_unmerge_rows(${county}, ${id}::uuid, ${gone}::uuid, ${kept}::uuid)`.execute(tx);
  await sql`
    update registry_person p set household_id = ${gone}::uuid, area_code = h.area_code,
      position = (m.was ->> 'position')::smallint, relation = m.was ->> 'relation'
    from registry_merge_moved m, registry_household h
    where m.county = ${county} and m.merge_id = ${id}::uuid and m.relation = 'registry_person'
      and h.county = ${county} and h.id = ${gone}::uuid
      and p.county = ${county} and p.id = (m.row_key ->> 'id')::uuid`.execute(tx);
  await sql`
    delete from registry_person_key k using registry_person p
    where p.county = ${county} and p.household_id = ${gone}::uuid
      and k.county = p.county and k.person_id = p.id`.execute(tx);
  await sql`
    insert into registry_person_key (identity_hash, county, person_id, household_id)
    select identity_hash, county, id, household_id from registry_person
    where county = ${county} and household_id = ${gone}::uuid and identity_hash is not null
      and left_on is null`.execute(tx);
}

/** Persons who came with a merge. */
export async function listGiven(
  tx: Tx,
  { county, id }: Pick<Merge, 'county' | 'id'>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select row_key ->> 'id' as id from registry_merge_moved
    where county = ${county} and merge_id = ${id}::uuid and relation = 'registry_person'`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** Where households that were merged went. */
export async function listKeptInstead(
  tx: Tx,
  county: number,
  of: { readonly ids?: readonly string[]; readonly numbers?: readonly string[] },
): Promise<readonly { readonly gone: string; readonly goneNo: string; readonly kept: string }[]> {
  const { rows } = await sql<{ gone_id: string; gone_no: string; kept_id: string }>`
    select * from registry_kept_instead(${county}, ${[...(of.ids ?? [])]}::uuid[],
      ${[...(of.numbers ?? [])]}::text[])`.execute(tx);
  return rows.map(({ gone_id, gone_no, kept_id }) => ({
    gone: gone_id,
    goneNo: gone_no,
    kept: kept_id,
  }));
}
