// A list of the bench, made inside the database, and the join as somebody would write it by hand: counted,
// nothing written.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { beginRows, type StagedRows } from '#server/targeting/comparison/match.store.ts';

/** The register of the bench's province is made without numbers; any hash will do. */
export async function giveEverybodyKeys(tx: Tx): Promise<void> {
  await sql`
    insert into registry_person_key (identity_hash, county, person_id, household_id)
    select sha256(p.id::text::bytea), p.county, p.id, p.household_id from registry_person p
    where not exists (
      select from registry_person_key k where k.county = p.county and k.person_id = p.id)`.execute(
    tx,
  );
}

/** Some persons of the area, scattered among hashes of nobody. */
export async function stageBenchRows(
  tx: Tx,
  { span, rows, oneIn }: { span: AreaSpan; rows: number; oneIn: number },
): Promise<StagedRows> {
  const table = await beginRows(tx);
  await sql`
    insert into ${sql.table(table)}
    with held as (
      select k.identity_hash as hash from registry_person_key k
      join registry_person p on p.county = k.county and p.id = k.person_id
      where p.area_code >= ${span.low} and p.area_code < ${span.high} and p.left_on is null
        and hashtextextended(p.id::text, 5) % ${sql.lit(oneIn)} = 0)
    select row_number() over ()::integer as row_no, hash, '桂M00000'::text as object,
      date '2015-01-01' as since
    from (
      select hash from held
      union all
      select sha256(('nobody ' || n)::bytea)
      from generate_series(1, greatest(0, ${rows}::integer - (select count(*) from held)::integer)) n) all_rows`.execute(
    tx,
  );
  await sql`analyze ${sql.table(table)}`.execute(tx);
  return table;
}

export async function joinByHand(tx: Tx, rows: StagedRows): Promise<number> {
  const { rows: counted } = await sql<{ hits: number }>`
    select count(*)::integer as hits from ${sql.table(rows)} r
    join registry_person_key k on k.identity_hash = r.hash`.execute(tx);
  return counted[0]?.hits ?? 0;
}
