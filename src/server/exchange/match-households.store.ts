// Finds the households of a file among those registered: by their number, else by the head's identity
// number where that person is the head here too, else by the head's name in the same village where the
// file gives no number at all. Reads only.
import { sql } from 'kysely';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { Tx } from '#server/database/connect.ts';

export interface AskedHousehold {
  readonly county: number;
  readonly area: string;
  /** Empty where the file gives none. */
  readonly householdNo: string;
  readonly headHash: Buffer | null;
  readonly headKey: string;
}

export interface FoundHousehold {
  /** Place in the list asked. */
  readonly index: number;
  readonly county: number;
  readonly id: string;
  readonly by: 'number' | 'head' | 'name';
  /** Where it is registered, down to a hamlet or a group where that is known. */
  readonly area: AreaCode;
  readonly contentDigest: Buffer | null;
}

/**
 * A register that was empty a minute ago has no statistics, and the planner then looks for a number by
 * the index on areas, which every row of a county fits. Cheap enough to be done as a register doubles.
 */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await sql`select registry_refresh_statistics()`.execute(tx);
}

/**
 * One import of an area at a time, for the rest of the transaction: two runs of the same file must see
 * what the other stored, or both would store it.
 */
export async function lockImportsOf(tx: Tx, area: AreaCode): Promise<void> {
  const key = `exchange.import ${area.slice(0, 6)}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** Households registered in the counties of an area, as far as one may see them. */
export async function countRegistered(tx: Tx, area: AreaCode): Promise<number> {
  const county = area.slice(0, 6);
  const { rows } = await sql<{ registered: number }>`
    select count(*) as registered from registry_household
    where county between ${Number(county.padEnd(6, '0'))} and ${Number(county.padEnd(6, '9'))}`.execute(
    tx,
  );
  return rows[0]?.registered ?? 0;
}

export async function findHouseholds(
  tx: Tx,
  asked: readonly AskedHousehold[],
): Promise<ReadonlyMap<number, FoundHousehold>> {
  if (asked.length === 0) return new Map();
  const column = <Value>(of: (household: AskedHousehold) => Value) => asked.map(of);
  const { rows } = await sql<{
    index: number;
    county: number;
    id: string;
    by: FoundHousehold['by'];
    area_code: string;
    content_digest: Buffer | null;
  }>`
    with asked as materialized (
      select ordinality::integer - 1 as index, county, area, no, decode(hash, 'hex') as hash, head_key
      from unnest(
        ${column((one) => one.county)}::integer[], ${column((one) => one.area)}::text[],
        ${column((one) => one.householdNo)}::text[],
        ${column((one) => one.headHash?.toString('hex') ?? '')}::text[],
        ${column((one) => one.headKey)}::text[]
      ) with ordinality as a (county, area, no, hash, head_key, ordinality)
    ), found as (
      select a.index, h.county, h.id, h.area_code, h.content_digest, 1 as rank, 'number' as by
      from asked a join registry_household h
        on h.household_no = a.no collate "C" and h.county = a.county
      where a.no <> ''
      union all
      -- A number that was merged away is that of the household it became.
      select a.index, h.county, h.id, h.area_code, h.content_digest, 1, 'number'
      from (select county, array_agg(no) as numbers from asked where no <> '' group by county) of
      cross join lateral registry_kept_instead(of.county, '{}', of.numbers) k
      join asked a on a.county = of.county and a.no = k.gone_no
      join registry_household h on h.county = of.county and h.id = k.kept_id
      union all
      select a.index, h.county, h.id, h.area_code, h.content_digest, 2, 'head'
      from asked a
      join registry_person_key k on k.identity_hash = a.hash and k.county = a.county
      join registry_person p on p.county = k.county and p.id = k.person_id
        and p.relation = ${formRule.head} and p.left_on is null
      join registry_household h on h.county = k.county and h.id = k.household_id
      where a.hash <> ''::bytea
      union all
      select a.index, h.county, h.id, h.area_code, h.content_digest, 3, 'name'
      from asked a join registry_household h
        on h.head_key = a.head_key collate "C" and h.county = a.county
        and left(h.area_code, 12) = left(a.area, 12)
      where a.no = '' and a.hash = ''::bytea and a.head_key <> ''
    )
    select distinct on (index) index, county, id, by, area_code, content_digest
    from found order by index, rank, id`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.index,
      {
        index: row.index,
        county: row.county,
        id: row.id,
        by: row.by,
        area: areaCode(row.area_code),
        contentDigest: row.content_digest,
      },
    ]),
  );
}

/** The highest serial in use among numbers made of a village's code and a serial behind it. */
export async function listLastSerials(
  tx: Tx,
  villages: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (villages.length === 0) return new Map();
  const { rows } = await sql<{ village: string; serial: number }>`
    select village, coalesce((
      select max(substr(household_no, 13)::integer) from (
        select household_no from registry_household
        where household_no >= village collate "C" and household_no < (village || ':') collate "C"
        union all
        select household_no
        from registry_numbers_merged(left(village, 6)::integer, village, village || ':')
      ) as used
      where household_no ~ '^[0-9]{16}$'
    ), 0) as serial
    from unnest(${[...villages]}::text[]) as village`.execute(tx);
  return new Map(rows.map((row) => [row.village, row.serial]));
}
