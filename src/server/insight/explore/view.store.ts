// All SQL of saved views, of who gets them by the clock, and of what was sent.
import { sql } from 'kysely';
import type { Role } from '#domain/access/permission.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

export interface ViewRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly title: string;
  readonly question: unknown;
  readonly role: string | null;
  readonly account: string;
  readonly account_name: string;
  readonly saved_at: string;
}

export interface RowKey {
  readonly county: number;
  readonly id: string;
}

/** One's own and those for one's role; whoever may do more sees no other people's drafts either. */
export async function listViewRows(
  tx: Tx,
  { account, role }: { readonly account: string; readonly role: Role },
): Promise<readonly ViewRow[]> {
  return tx
    .selectFrom('insight_view')
    .selectAll()
    .where((where) => where.or([where('account', '=', account), where('role', '=', role)]))
    .orderBy('saved_at', 'desc')
    .limit(100)
    .execute();
}

export async function findView(tx: Tx, { county, id }: RowKey): Promise<ViewRow | undefined> {
  return tx
    .selectFrom('insight_view')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertView(tx: Tx, view: ViewRow): Promise<void> {
  await tx
    .insertInto('insight_view')
    .values({ ...view, question: JSON.stringify(view.question) })
    .execute();
}

export async function deleteView(tx: Tx, { county, id }: RowKey): Promise<void> {
  await tx.deleteFrom('insight_view').where('county', '=', county).where('id', '=', id).execute();
}

export interface ScheduleRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly view_id: string;
  readonly title: string;
  readonly every: string;
  readonly format: string;
  readonly accounts: readonly string[];
  readonly next_on: string;
  readonly account_name: string;
  readonly last_on: string | null;
  readonly delivered: number;
  readonly left_out: number;
}

export interface NewSchedule {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly view_id: string;
  readonly every: string;
  readonly format: string;
  readonly accounts: readonly string[];
  readonly next_on: PlainDate;
  readonly account: string;
  readonly account_name: string;
  readonly created_at: string;
}

export async function insertSchedule(tx: Tx, schedule: NewSchedule): Promise<void> {
  await tx
    .insertInto('insight_schedule')
    .values({ ...schedule, accounts: [...schedule.accounts] })
    .execute();
}

function schedules(tx: Tx) {
  return tx
    .selectFrom('insight_schedule as s')
    .innerJoin('insight_view as v', (on) =>
      on.onRef('v.county', '=', 's.county').onRef('v.id', '=', 's.view_id'),
    )
    .select([
      's.county',
      's.id',
      's.area_code',
      's.view_id',
      'v.title',
      's.every',
      's.format',
      's.accounts',
      's.next_on',
      's.account_name',
      's.last_on',
      's.delivered',
      's.left_out',
    ])
    .where('s.stopped_at', 'is', null);
}

export async function listScheduleRows(tx: Tx): Promise<readonly ScheduleRow[]> {
  return schedules(tx).orderBy('s.created_at', 'desc').limit(100).execute();
}

export async function listDueSchedules(tx: Tx, today: PlainDate): Promise<readonly ScheduleRow[]> {
  return schedules(tx).where('s.next_on', '<=', today).orderBy('s.next_on').limit(20).execute();
}

export async function stopScheduleRow(
  tx: Tx,
  { county, id }: RowKey,
  now: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('insight_schedule')
    .set({ stopped_at: now })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function markSent(
  tx: Tx,
  { county, id }: RowKey,
  sent: {
    readonly next_on: PlainDate;
    readonly last_on: PlainDate;
    readonly delivered: number;
    readonly left_out: number;
  },
): Promise<void> {
  await tx
    .updateTable('insight_schedule')
    .set(sent)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface DeliveryRow {
  readonly county: number;
  readonly id: string;
  readonly title: string;
  readonly format: string;
  readonly data_day: string;
  readonly made_at: string;
  readonly masked: boolean;
  readonly opened_at: string | null;
}

export interface NewDelivery extends Omit<DeliveryRow, 'opened_at'> {
  readonly area_code: string;
  readonly schedule_id: string;
  readonly account: string;
  readonly digest: Buffer;
  readonly file: Buffer;
}

export async function wasDelivered(
  tx: Tx,
  {
    schedule,
    account,
    day,
  }: { readonly schedule: string; readonly account: string; readonly day: PlainDate },
): Promise<boolean> {
  const row = await tx
    .selectFrom('insight_delivery')
    .select('id')
    .where('schedule_id', '=', schedule)
    .where('account', '=', account)
    .where('data_day', '=', day)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDelivery(tx: Tx, delivery: NewDelivery): Promise<void> {
  await tx
    .insertInto('insight_delivery')
    .values({ ...delivery })
    .onConflict((conflict) => conflict.columns(['schedule_id', 'account', 'data_day']).doNothing())
    .execute();
}

const heads = [
  'county',
  'id',
  'title',
  'format',
  'data_day',
  'made_at',
  'masked',
  'opened_at',
] as const;

export async function listDeliveryRows(tx: Tx): Promise<readonly DeliveryRow[]> {
  return tx
    .selectFrom('insight_delivery')
    .select(heads)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(60)
    .execute();
}

export async function openDeliveryRow(
  tx: Tx,
  { county, id }: RowKey,
  now: string,
): Promise<(DeliveryRow & { readonly file: Buffer }) | undefined> {
  return tx
    .updateTable('insight_delivery')
    .set({ opened_at: sql`coalesce(opened_at, ${now}::timestamptz)` })
    .where('county', '=', county)
    .where('id', '=', id)
    .returning([...heads, 'file'])
    .executeTakeFirst();
}

export interface RecipientRow {
  readonly id: string;
  readonly display_name: string;
  readonly title: string;
  readonly role: string;
}

/** Accounts of one's area by the beginning of their names; row security shows no others. */
export async function listRecipientRows(
  tx: Tx,
  asked: {
    readonly roles: readonly string[];
    readonly q?: string | undefined;
    readonly ids?: readonly string[] | undefined;
  },
): Promise<readonly RecipientRow[]> {
  let query = tx
    .selectFrom('access_account')
    .select(['id', 'display_name', 'title', 'role'])
    .where('role', 'in', [...asked.roles])
    .where('disabled_at', 'is', null)
    .where('households', 'is', null);
  if (asked.ids !== undefined) query = query.where('id', 'in', [...asked.ids]);
  if (asked.q !== undefined && asked.q !== '') {
    const like = `%${asked.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where((where) =>
      where.or([where('display_name', 'like', like), where('title', 'like', like)]),
    );
  }
  return query.orderBy('area_code').orderBy('username').limit(60).execute();
}
