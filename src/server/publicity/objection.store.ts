// All SQL of the public's objections. Text, name and telephone are bytes here that only the county opens.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import type { PublicityObjectionTable } from '#server/database/tables.ts';
import type { NoticeKey } from './notice.store.ts';

export type ObjectionRecord = Readonly<PublicityObjectionTable>;

/** What lists show of one: never a sealed column. */
const shown = [
  'id',
  'notice_id',
  'area_code',
  'item',
  'number',
  'channel',
  'filed_on',
  'due_on',
  'verdict',
  'answer',
  'answered_by_name',
  'answered_on',
] as const;
export type ShownObjection = Pick<ObjectionRecord, (typeof shown)[number]>;

export async function insertObjection(tx: Tx, row: ObjectionRecord): Promise<void> {
  await tx.insertInto('publicity_objection').values(row).execute();
}

export async function listObjectionRows(
  tx: Tx,
  { county, id }: NoticeKey,
): Promise<readonly ShownObjection[]> {
  return tx
    .selectFrom('publicity_objection')
    .select(shown)
    .where('county', '=', county)
    .where('notice_id', '=', id)
    .orderBy('filed_on')
    .orderBy('number')
    .execute();
}

export interface WaitingObjection extends ShownObjection {
  readonly title_zh: string;
  readonly title_en: string;
}

/** Open ones by their last day. */
export async function listOpenObjections(
  tx: Tx,
  { low, high }: AreaSpan,
  of: 'counties' | 'others',
): Promise<readonly WaitingObjection[]> {
  const { rows } = await sql<WaitingObjection>`
    select ${sql.join(shown.map((column) => sql.ref(`o.${column}`)))}, n.title_zh, n.title_en
    from publicity_objection o
    join publicity_notice n on n.county = o.county and n.id = o.notice_id
    where o.verdict is null and o.area_code >= ${low} and o.area_code < ${high}
      and ${of === 'counties'} = exists (
        select from publicity_item i
        where i.county = o.county and i.notice_id = o.notice_id and i.household_id is null
          and length(i.area_code) = 6)
    order by o.due_on, o.id
    limit 200`.execute(tx);
  return rows;
}

export async function findObjection(
  tx: Tx,
  { county, id }: NoticeKey,
  lock: 'shown' | 'locked',
): Promise<ObjectionRecord | undefined> {
  const query = tx
    .selectFrom('publicity_objection')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function findByReceipt(tx: Tx, hash: Buffer): Promise<ShownObjection | undefined> {
  return tx
    .selectFrom('publicity_objection')
    .select(shown)
    .where('receipt_hash', '=', hash)
    .executeTakeFirst();
}

export async function answerObjection(
  tx: Tx,
  { county, id }: NoticeKey,
  answer: Pick<
    ObjectionRecord,
    'verdict' | 'answer' | 'answered_by' | 'answered_by_name' | 'answered_on'
  >,
): Promise<void> {
  await tx
    .updateTable('publicity_objection')
    .set(answer)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
