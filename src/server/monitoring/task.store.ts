// All SQL of documents, tasks and promises, their owners and what was reported.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';

export interface DocumentRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly title: string;
  readonly number: string;
  readonly issued_on: string | null;
}

export interface TaskRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly kind: string;
  readonly parent_id: string | null;
  readonly document_id: string | null;
  readonly document: string;
  readonly clause: string;
  readonly title: string;
  readonly method: string;
  readonly unit: string;
  readonly target: number | null;
  readonly start_on: string;
  readonly due_on: string;
  readonly stage: string | null;
  readonly done_on: string | null;
  readonly entered_by: string | null;
}

export interface OwnerRecord {
  readonly county: number;
  readonly id: string;
  readonly task_id: string;
  readonly area_code: string;
  readonly level: string;
  readonly name: string;
  readonly account: string | null;
}

export interface ProgressRecord {
  readonly county: number;
  readonly id: string;
  readonly task_id: string;
  readonly area_code: string;
  readonly quantity: number;
  readonly stage: string | null;
  readonly words: string;
  readonly evidence: string;
  readonly reported_on: string;
  readonly account: string | null;
  readonly account_name: string;
  readonly recorded_at: string;
}

export async function insertDocuments(tx: Tx, rows: readonly DocumentRecord[]): Promise<number> {
  if (rows.length === 0) return 0;
  const kept = await tx
    .insertInto('monitoring_document')
    .values(rows.map((row) => ({ ...row })))
    .onConflict((on) => on.columns(['county', 'title', 'number']).doNothing())
    .returning('id')
    .execute();
  return kept.length;
}

export async function findDocument(tx: Tx, id: string): Promise<DocumentRecord | undefined> {
  return tx
    .selectFrom('monitoring_document')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function listDocumentRows(
  tx: Tx,
  span: AreaSpan,
): Promise<readonly (DocumentRecord & { readonly tasks: number })[]> {
  const { rows } = await sql<DocumentRecord & { tasks: number }>`
    select d.*, (
      select count(*)::integer from monitoring_task t
      where t.county = d.county and t.document_id = d.id and t.parent_id is null) as tasks
    from monitoring_document d
    where d.area_code >= ${span.low} and d.area_code < ${span.high}
    order by d.issued_on desc nulls last, d.title
    limit 300`.execute(tx);
  return rows;
}

export async function insertTasks(tx: Tx, rows: readonly TaskRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('monitoring_task')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

export async function insertOwners(tx: Tx, rows: readonly OwnerRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('monitoring_task_owner')
      .values(rows.map((row) => ({ ...row })))
      .onConflict((on) => on.columns(['county', 'task_id', 'level', 'name']).doNothing())
      .execute();
  }
}

export async function deleteOwner(
  tx: Tx,
  where: { readonly county: number; readonly task: string; readonly id: string },
): Promise<void> {
  await tx
    .deleteFrom('monitoring_task_owner')
    .where('county', '=', where.county)
    .where('task_id', '=', where.task)
    .where('id', '=', where.id)
    .execute();
}

export async function insertProgress(tx: Tx, rows: readonly ProgressRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('monitoring_progress')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

export async function findTask(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked',
): Promise<TaskRecord | undefined> {
  const found = tx
    .selectFrom('monitoring_task')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id);
  return (lock === 'locked' ? found.forUpdate() : found).executeTakeFirst();
}

export async function saveTask(
  tx: Tx,
  { county, id }: Pick<TaskRecord, 'county' | 'id'>,
  changed: Partial<Pick<TaskRecord, 'stage' | 'done_on'>>,
): Promise<void> {
  await tx
    .updateTable('monitoring_task')
    .set(changed)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface TaskQuestion {
  readonly span: AreaSpan;
  readonly kind: string;
  readonly show: 'open' | 'done' | 'all';
  readonly document: string | undefined;
  /** Only those this account answers for. */
  readonly owner: string | undefined;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** Whole tasks; parts stand under the whole unless the whole is out of sight. */
export async function listTaskRows(tx: Tx, asked: TaskQuestion): Promise<readonly TaskRecord[]> {
  const { span, kind, show, document, owner, after, limit } = asked;
  const { rows } = await sql<TaskRecord>`
    select t.* from monitoring_task t
    where t.area_code >= ${span.low} and t.area_code < ${span.high} and t.kind = ${kind}
      and (t.parent_id is null or not exists (
        select from monitoring_task p where p.county = t.county and p.id = t.parent_id
          and p.area_code >= ${span.low} and p.area_code < ${span.high}))
      ${show === 'open' ? sql`and t.done_on is null` : sql``}
      ${show === 'done' ? sql`and t.done_on is not null` : sql``}
      ${document === undefined ? sql`` : sql`and t.document_id = ${document}::uuid`}
      ${
        owner === undefined
          ? sql``
          : sql`and exists (select from monitoring_task_owner o
              where o.county = t.county and o.task_id = t.id and o.account = ${owner}::uuid)`
      }
      ${after === undefined ? sql`` : sql`and (t.due_on, t.id) > (${after[0]}::date, ${after[1]}::uuid)`}
    order by t.due_on, t.id
    limit ${limit}`.execute(tx);
  return rows;
}

export async function listPartRows(
  tx: Tx,
  { county, id }: Pick<TaskRecord, 'county' | 'id'>,
): Promise<readonly TaskRecord[]> {
  return tx
    .selectFrom('monitoring_task')
    .selectAll()
    .where('county', '=', county)
    .where('parent_id', '=', id)
    .orderBy('area_code')
    .execute();
}

export async function listOwnersOf(
  tx: Tx,
  tasks: readonly string[],
): Promise<readonly OwnerRecord[]> {
  if (tasks.length === 0) return [];
  return tx
    .selectFrom('monitoring_task_owner')
    .selectAll()
    .where('task_id', 'in', [...tasks])
    .orderBy('level')
    .orderBy('name')
    .execute();
}

export interface DoneRecord {
  readonly task: string;
  readonly done: number;
  readonly parts: number;
}

/** What was reported of each task and of everything handed down from it. */
export async function sumDone(tx: Tx, tasks: readonly string[]): Promise<readonly DoneRecord[]> {
  if (tasks.length === 0) return [];
  const { rows } = await sql<DoneRecord>`
    with recursive tree as (
      select t.county, t.id, t.id as task from monitoring_task t
      where t.id = any(${[...tasks]}::uuid[])
      union all
      select c.county, c.id, tree.task from monitoring_task c
      join tree on c.county = tree.county and c.parent_id = tree.id)
    select tree.task, coalesce(sum(p.quantity), 0) as done,
      (count(distinct tree.id) - 1)::integer as parts
    from tree
    left join monitoring_progress p on p.county = tree.county and p.task_id = tree.id
    group by 1`.execute(tx);
  return rows;
}

export async function listReports(
  tx: Tx,
  { county, id }: Pick<TaskRecord, 'county' | 'id'>,
): Promise<readonly ProgressRecord[]> {
  return tx
    .selectFrom('monitoring_progress')
    .selectAll()
    .where('county', '=', county)
    .where('task_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .limit(200)
    .execute();
}

export interface DeliveryRecord {
  readonly policy: string | null;
  readonly document: string;
  readonly department: string;
  readonly place: string;
  readonly stage: string;
  readonly count: number;
  readonly late: number;
  readonly done: number;
}

export async function countDelivery(
  tx: Tx,
  {
    span,
    digits,
    owner,
    today,
  }: {
    readonly span: AreaSpan;
    readonly digits: number;
    readonly owner: string | undefined;
    readonly today: string;
  },
): Promise<readonly DeliveryRecord[]> {
  const { rows } = await sql<DeliveryRecord>`
    select t.document_id as policy, t.document, o.name as department,
      left(t.area_code, ${digits}::integer) as place, t.stage,
      count(*)::integer as count,
      count(*) filter (where t.done_on is null and t.due_on < ${today}::date)::integer as late,
      count(*) filter (where t.done_on is not null)::integer as done
    from monitoring_task t
    join monitoring_task_owner o on o.county = t.county and o.task_id = t.id
    where t.kind = 'promise' and t.area_code >= ${span.low} and t.area_code < ${span.high}
      ${owner === undefined ? sql`` : sql`and o.account = ${owner}::uuid`}
    group by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}
