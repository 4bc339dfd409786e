// All SQL of events of the grid: where each stands, what was done about it, counts.
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';
import type { WorkforceIncidentActTable, WorkforceIncidentTable } from '#server/database/tables.ts';

export type IncidentRecord = Readonly<Selectable<WorkforceIncidentTable>>;
export type IncidentActRecord = Readonly<Selectable<WorkforceIncidentActTable>>;

export async function insertIncidents(
  tx: Tx,
  rows: readonly IncidentRecord[],
  acts: readonly IncidentActRecord[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('workforce_incident')
    .values(rows.map((row) => ({ ...row })))
    .execute();
  await insertIncidentActs(tx, acts);
}

export async function insertIncidentActs(
  tx: Tx,
  acts: readonly IncidentActRecord[],
): Promise<void> {
  await tx
    .insertInto('workforce_incident_act')
    .values(acts.map((act) => ({ ...act })))
    .execute();
}

/** Held until the transaction ends, so that two acts on one event come one after the other. */
export async function findIncident(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked',
): Promise<IncidentRecord | undefined> {
  const found = tx
    .selectFrom('workforce_incident')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id);
  return (lock === 'locked' ? found.forUpdate() : found).executeTakeFirst();
}

export async function saveIncident(tx: Tx, row: IncidentRecord): Promise<void> {
  const { county, id, ...changed } = row;
  await tx
    .updateTable('workforce_incident')
    .set(changed)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function listIncidentActs(
  tx: Tx,
  { county, id }: Pick<IncidentRecord, 'county' | 'id'>,
): Promise<readonly IncidentActRecord[]> {
  return tx
    .selectFrom('workforce_incident_act')
    .selectAll()
    .where('county', '=', county)
    .where('incident_id', '=', id)
    .orderBy('position')
    .execute();
}

export interface IncidentFilter {
  readonly span: AreaSpan;
  readonly isClosed: boolean;
  readonly isLate: boolean;
  /** Only those this account found or was given. */
  readonly account: string | undefined;
  readonly cell: string | undefined;
  readonly today: string;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** An event with its place in the list, as the key of a cursor. */
export type ListedIncident = IncidentRecord & { readonly order_key: string };

/**
 * What is still to be handled by its last day, so that what is late leads, then what waits to be verified;
 * closed ones the latest first.
 */
export async function listIncidentRows(
  tx: Tx,
  { span, isClosed, isLate, account, cell, today, after, limit }: IncidentFilter,
): Promise<readonly ListedIncident[]> {
  const { rows } = await sql<ListedIncident>`
    select i.*, ${orderKey} as order_key from workforce_incident i
    where ${inSpan(span)} and (i.state = 'closed') = ${isClosed}::boolean
      ${isLate ? sql`and ${lateOn(today)}` : sql``}
      ${account === undefined ? sql`` : sql`and ${account}::uuid in (i.handler_account, i.found_by)`}
      ${cell === undefined ? sql`` : sql`and i.cell_id = ${cell}::uuid`}
      ${after === undefined ? sql`` : sql`and (${orderKey}, i.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by ${orderKey}, i.id
    limit ${limit}`.execute(tx);
  return rows;
}

/** Text, so that a cursor gives back what it was given. */
const orderKey = sql`((case
  when i.state = 'closed' then (date '9999-12-31' - i.closed_on)::text
  when i.state in ('found', 'sent') then '1 ' || coalesce(i.due_on::text, '9')
  else '2 ' || coalesce(i.due_on::text, '9') end) collate "C")`;

function inSpan({ low, high }: AreaSpan): RawBuilder<unknown> {
  return sql`i.area_code >= ${low} and i.area_code < ${high}`;
}

function lateOn(today: string): RawBuilder<unknown> {
  return sql`i.state in ('found', 'sent') and i.due_on < ${today}::date`;
}

export interface IncidentCount {
  readonly place: string;
  readonly state: string;
  readonly count: number;
  readonly late: number;
}

export async function countIncidents(
  tx: Tx,
  {
    span,
    digits,
    today,
  }: { readonly span: AreaSpan; readonly digits: number; readonly today: string },
): Promise<readonly IncidentCount[]> {
  const { rows } = await sql<IncidentCount>`
    select left(i.area_code, ${digits}::integer) as place, i.state, count(*)::integer as count,
      count(*) filter (where ${lateOn(today)})::integer as late
    from workforce_incident i where ${inSpan(span)}
    group by 1, 2`.execute(tx);
  return rows;
}

export interface CellIncidents {
  readonly cell: string;
  readonly open: number;
  readonly late: number;
}

/** Open ones by cell. */
export async function countByCell(
  tx: Tx,
  span: AreaSpan,
  today: string,
): Promise<readonly CellIncidents[]> {
  const { rows } = await sql<CellIncidents>`
    select i.cell_id as cell, count(*)::integer as open,
      count(*) filter (where ${lateOn(today)})::integer as late
    from workforce_incident i where ${inSpan(span)} and i.state <> 'closed'
    group by 1`.execute(tx);
  return rows;
}
