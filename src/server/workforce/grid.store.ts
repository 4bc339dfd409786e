// All SQL of cells, their officers and patrols, and of the households that lie in them.
import { type Selectable, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';
import type {
  WorkforceCellOfficerTable,
  WorkforceCellTable,
  WorkforcePatrolTable,
} from '#server/database/tables.ts';

export type CellRecord = Readonly<Selectable<WorkforceCellTable>>;
export type PatrolRecord = Readonly<Selectable<WorkforcePatrolTable>>;
export type FormerOfficer = Readonly<Selectable<WorkforceCellOfficerTable>>;
type CellKey = Pick<CellRecord, 'county' | 'id'>;

export async function insertCells(tx: Tx, rows: readonly CellRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('workforce_cell')
      .values(rows.map((row) => ({ ...row, places: [...row.places] })))
      .execute();
  }
}

/** Held until the transaction ends, so that two drawings of one village come one after the other. */
export async function lockVillage(tx: Tx, village: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`grid ${village}`}, 7))`.execute(tx);
}

export async function findCell(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<CellRecord | undefined> {
  const found = tx
    .selectFrom('workforce_cell')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id);
  return (lock === 'locked' ? found.forUpdate() : found).executeTakeFirst();
}

/** Those in force. */
export async function listCells(tx: Tx, span: AreaSpan): Promise<readonly CellRecord[]> {
  return tx
    .selectFrom('workforce_cell')
    .selectAll()
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .where('to_on', 'is', null)
    .orderBy('area_code')
    .orderBy(sql`places[1] collate "C"`)
    .orderBy('id')
    .limit(400)
    .execute();
}

export async function saveCell(
  tx: Tx,
  { county, id }: CellKey,
  changed: Partial<Omit<CellRecord, 'county' | 'id'>>,
): Promise<void> {
  const { places, ...rest } = changed;
  await tx
    .updateTable('workforce_cell')
    .set({ ...rest, ...(places === undefined ? {} : { places: [...places] }) })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function keepOfficer(tx: Tx, row: FormerOfficer): Promise<void> {
  await tx.insertInto('workforce_cell_officer').values(row).execute();
}

export async function listFormerOfficers(
  tx: Tx,
  { county, id }: CellKey,
): Promise<readonly FormerOfficer[]> {
  return tx
    .selectFrom('workforce_cell_officer')
    .selectAll()
    .where('county', '=', county)
    .where('cell_id', '=', id)
    .orderBy('to_on', 'desc')
    .limit(50)
    .execute();
}

export interface PlaceCount {
  readonly place: string;
  readonly households: number;
}

/** Households of a village by the place they are entered in. */
export async function countByPlace(tx: Tx, span: AreaSpan): Promise<readonly PlaceCount[]> {
  const { rows } = await sql<PlaceCount>`
    select left(area_code, 15) as place, count(*)::integer as households
    from registry_household
    where area_code >= ${span.low} and area_code < ${span.high}
    group by 1 order by 1`.execute(tx);
  return rows;
}

export interface GridCount {
  readonly place: string;
  readonly cells: number;
  readonly officers: number;
  readonly households: number;
  readonly uncovered: number;
  readonly patrolled_on: string | null;
}

/** Cells and households of the places one level below, in one statement. */
export async function countGrid(
  tx: Tx,
  { span, digits }: { readonly span: AreaSpan; readonly digits: number },
): Promise<readonly GridCount[]> {
  const { rows } = await sql<GridCount>`
    with drawn as (
      select area_code, officer_name, patrolled_on, places from workforce_cell
      where area_code >= ${span.low} and area_code < ${span.high} and to_on is null
    ), held as (select distinct unnest(places) as place from drawn),
    lived as (
      select left(area_code, 15) as place, count(*)::integer as households
      from registry_household
      where area_code >= ${span.low} and area_code < ${span.high}
      group by 1
    ), counted as (
      select left(l.place, ${digits}::integer) as place, sum(l.households)::integer as households,
        coalesce(sum(l.households) filter (where h.place is null), 0)::integer as uncovered
      from lived l left join held h on h.place = l.place
      group by 1
    ), cells as (
      select left(area_code, ${digits}::integer) as place, count(*)::integer as cells,
        count(officer_name)::integer as officers, max(patrolled_on)::text as patrolled_on
      from drawn group by 1
    )
    select coalesce(a.place, c.place) as place, coalesce(c.cells, 0) as cells,
      coalesce(c.officers, 0) as officers, coalesce(a.households, 0) as households,
      coalesce(a.uncovered, 0) as uncovered, c.patrolled_on
    from counted a full join cells c on c.place = a.place
    order by 1`.execute(tx);
  return rows;
}

export interface CellHousehold {
  readonly id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly members: number;
  readonly area_code: string;
  readonly stage: string;
}

export async function listHouseholdsOf(
  tx: Tx,
  { area_code, places }: Pick<CellRecord, 'area_code' | 'places'>,
  {
    after,
    limit,
  }: { readonly after: readonly [string, string] | undefined; readonly limit: number },
): Promise<readonly CellHousehold[]> {
  const { rows } = await sql<CellHousehold>`
    select id, household_no, head_name, members, area_code, stage
    from registry_household
    where area_code >= ${area_code} and area_code < ${`${area_code}:`}
      and left(area_code, 15) = any(${[...places]}::text[])
      ${after === undefined ? sql`` : sql`and (area_code, household_no) > (${after[0]}, ${after[1]})`}
    order by area_code, household_no
    limit ${limit}`.execute(tx);
  return rows;
}

export async function findPatrol(
  tx: Tx,
  id: string,
): Promise<Pick<PatrolRecord, 'id' | 'cell_id'> | undefined> {
  return tx
    .selectFrom('workforce_patrol')
    .select(['id', 'cell_id'])
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertPatrols(tx: Tx, rows: readonly PatrolRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('workforce_patrol')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

export async function listPatrols(
  tx: Tx,
  { county, id }: CellKey,
): Promise<readonly PatrolRecord[]> {
  return tx
    .selectFrom('workforce_patrol')
    .selectAll()
    .where('county', '=', county)
    .where('cell_id', '=', id)
    .orderBy('patrolled_on', 'desc')
    .orderBy('id')
    .limit(20)
    .execute();
}
