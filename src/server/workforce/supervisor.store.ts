// All SQL of the appointment of village supervisors.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';
import type { WorkforceSupervisorTable } from '#server/database/tables.ts';

export type SupervisorRecord = Readonly<WorkforceSupervisorTable>;

export async function insertSupervisors(tx: Tx, rows: readonly SupervisorRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('workforce_supervisor')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

export async function findSupervisor(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<SupervisorRecord | undefined> {
  const found = tx
    .selectFrom('workforce_supervisor')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id);
  return (lock === 'locked' ? found.forUpdate() : found).executeTakeFirst();
}

/** Those whose term runs or comes, or those whose term is over, the latest first. */
export async function listSupervisorRows(
  tx: Tx,
  {
    span,
    show,
    today,
  }: { readonly span: AreaSpan; readonly show: 'now' | 'over'; readonly today: string },
): Promise<readonly SupervisorRecord[]> {
  const isOver = sql<boolean>`(to_on < ${today}::date or ended_on <= ${today}::date) is true`;
  return tx
    .selectFrom('workforce_supervisor')
    .selectAll()
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .where(show === 'over' ? isOver : sql<boolean>`not ${isOver}`)
    .orderBy('area_code')
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .limit(6000)
    .execute();
}

export async function listSupervisorsOf(
  tx: Tx,
  village: string,
): Promise<readonly SupervisorRecord[]> {
  return tx
    .selectFrom('workforce_supervisor')
    .selectAll()
    .where('area_code', '=', village)
    .execute();
}

export async function endSupervisor(
  tx: Tx,
  { county, id }: Pick<SupervisorRecord, 'county' | 'id'>,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('workforce_supervisor')
    .set({ ended_on: on, ended_reason: reason })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
