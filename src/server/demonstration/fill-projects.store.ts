// SQL of the demonstration's projects: villages they stand in, rows by the thousand, and their households.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

/** About every third village with registered households, by a digest that repeats. */
export async function listProjectVillages(
  tx: Tx,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select h.code, coalesce(a.name, h.code) as name
    from (
      select distinct left(area_code, 12) as code from registry_household
      where county = 451226 and stage <> 'SURVEYED' and length(area_code) >= 12
    ) as h
    left join lateral (
      select name from registry_area where code = h.code order by valid_from desc limit 1) a on true
    where substr(md5(h.code), 1, 2) < '90' or h.code like '451226202%'
    order by h.code limit 96`.execute(tx);
  return rows;
}

/** Whole rows of a table, as they stand. */
export async function insertRows(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** The first households of each project's place, as many as it wants. */
export async function placeInvented(
  tx: Tx,
  wanted: readonly { readonly project: string; readonly area: string; readonly most: number }[],
): Promise<void> {
  await sql`
    insert into funds_project_household (county, id, project_id, household_id, area_code)
    select 451226, (substr(w.project::text, 1, 9)
        || substr(md5(w.project::text || h.id::text), 1, 4) || '-8'
        || substr(md5(w.project::text || h.id::text), 5, 3) || '-8'
        || substr(md5(w.project::text || h.id::text), 8, 3) || '-'
        || substr(md5(w.project::text || h.id::text), 11, 12))::uuid,
      w.project, h.id, h.area_code
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (project uuid, area text, most integer)
    cross join lateral (
      select id, area_code from registry_household r
      where r.county = 451226 and r.area_code >= w.area and r.area_code < w.area || ':'
        and r.stage <> 'SURVEYED' and r.members > 0
      order by r.household_no limit w.most) h`.execute(tx);
}

export interface FinishedProject {
  readonly id: string;
  readonly area_code: string;
  readonly title: string;
  readonly kind: string;
  readonly step: string;
  readonly step_on: string;
  readonly accepted_fen: number;
}

export type BuiltProject = Omit<FinishedProject, 'accepted_fen'>;

/** Projects of which there is something to see. */
export async function listBuilt(tx: Tx, county: number): Promise<readonly BuiltProject[]> {
  const { rows } = await sql<BuiltProject>`
    select id, area_code, title, kind, step, step_on::text as step_on
    from funds_project
    where county = ${county} and percent > 0
      and step in ('building', 'accepted', 'settled', 'handedOver')
    order by number`.execute(tx);
  return rows;
}

/** Projects whose works stand, in the order of their numbers. */
export async function listFinished(tx: Tx, county: number): Promise<readonly FinishedProject[]> {
  const { rows } = await sql<FinishedProject>`
    select id, area_code, title, kind, step, step_on::text as step_on,
      accepted_fen::float8 as accepted_fen
    from funds_project
    where county = ${county} and step in ('settled', 'handedOver') and accepted_fen > 0
    order by number`.execute(tx);
  return rows;
}
