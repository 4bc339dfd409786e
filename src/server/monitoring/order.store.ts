// All SQL of follow-up orders, their parts and circulars.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';

export interface OrderRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly number: number;
  readonly title: string;
  readonly words: string;
  readonly basis: string;
  readonly basis_link: string | null;
  readonly issued_by: string;
  readonly issued_by_name: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly closed_on: string | null;
}

export interface PartRecord {
  readonly county: number;
  readonly id: string;
  readonly order_id: string;
  readonly area_code: string;
  readonly kind: string;
  readonly name: string;
  readonly account: string | null;
  readonly number: number;
  readonly title: string;
  readonly words: string;
  readonly basis: string;
  readonly issuer: string;
  readonly issuer_area: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly state: string;
  readonly position: number;
  readonly received_on: string | null;
  readonly reported_on: string | null;
  readonly reported_by: string | null;
  readonly report: string | null;
  readonly done_on: string | null;
  readonly urged: number;
}

export interface OrderActRecord {
  readonly county: number;
  readonly part_id: string;
  readonly position: number;
  readonly area_code: string;
  readonly act: string;
  readonly words: string;
  readonly account: string | null;
  readonly account_name: string;
  readonly acted_on: string;
  readonly acted_at: string;
}

export interface CircularRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly number: number;
  readonly title: string;
  readonly words: string;
  readonly issued_on: string;
  readonly issued_by: string;
  readonly issued_by_name: string;
  readonly office: string;
  readonly lines: unknown;
}

export async function insertOrder(
  tx: Tx,
  order: OrderRecord,
  parts: readonly PartRecord[],
  acts: readonly OrderActRecord[],
): Promise<void> {
  await tx.insertInto('monitoring_order').values(order).execute();
  await tx
    .insertInto('monitoring_order_part')
    .values(parts.map((row) => ({ ...row })))
    .execute();
  await insertOrderActs(tx, acts);
}

export async function insertOrderActs(tx: Tx, acts: readonly OrderActRecord[]): Promise<void> {
  await tx
    .insertInto('monitoring_order_act')
    .values(acts.map((row) => ({ ...row })))
    .execute();
}

export async function listOrderRows(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly OrderRecord[]> {
  const { span, after, limit } = asked;
  const { rows } = await sql<OrderRecord>`
    select * from monitoring_order
    where area_code >= ${span.low} and area_code < ${span.high}
      ${after === undefined ? sql`` : sql`and (issued_on, id) < (${after[0]}::date, ${after[1]}::uuid)`}
    order by issued_on desc, id desc
    limit ${limit}`.execute(tx);
  return rows;
}

export async function findOrder(tx: Tx, id: string): Promise<OrderRecord | undefined> {
  return tx
    .selectFrom('monitoring_order')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function listPartsOf(
  tx: Tx,
  county: number,
  orders: readonly string[],
): Promise<readonly PartRecord[]> {
  if (orders.length === 0) return [];
  return tx
    .selectFrom('monitoring_order_part')
    .selectAll()
    .where('county', '=', county)
    .where('order_id', 'in', [...orders])
    .orderBy('area_code')
    .orderBy('name')
    .execute();
}

/** What waits for one's own place, or one's own account where the order went to a unit. */
export async function listPartsFor(
  tx: Tx,
  { area, account }: { readonly area: string; readonly account: string },
): Promise<readonly PartRecord[]> {
  const { rows } = await sql<PartRecord>`
    select * from monitoring_order_part
    where (account = ${account}::uuid or account is null and kind = 'area' and area_code = ${area})
      and state <> 'done'
    order by due_on, id
    limit 200`.execute(tx);
  return rows;
}

/** Everything that is not done or was reported after its day, of orders issued in an area. */
export async function listLateParts(
  tx: Tx,
  { span, today }: { readonly span: AreaSpan; readonly today: string },
): Promise<readonly PartRecord[]> {
  const { rows } = await sql<PartRecord>`
    select p.* from monitoring_order_part p
    join monitoring_order o on o.county = p.county and o.id = p.order_id
    where o.area_code >= ${span.low} and o.area_code < ${span.high} and o.closed_on is null
      and (p.state in ('issued', 'received', 'returned') and p.due_on < ${today}::date
        or p.reported_on > p.due_on)
    order by p.number, p.area_code, p.name
    limit 1000`.execute(tx);
  return rows;
}

export async function findPart(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked',
): Promise<PartRecord | undefined> {
  const found = tx
    .selectFrom('monitoring_order_part')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id);
  return (lock === 'locked' ? found.forUpdate() : found).executeTakeFirst();
}

export async function savePart(tx: Tx, row: PartRecord): Promise<void> {
  const { county, id, ...changed } = row;
  await tx
    .updateTable('monitoring_order_part')
    .set(changed)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** An order ends with the last of its parts. */
export async function closeOrderWhenDone(
  tx: Tx,
  { county, order_id }: Pick<PartRecord, 'county' | 'order_id'>,
  on: string,
): Promise<void> {
  await sql`
    update monitoring_order o set closed_on = ${on}::date
    where o.county = ${county} and o.id = ${order_id}::uuid and not exists (
      select from monitoring_order_part p
      where p.county = o.county and p.order_id = o.id and p.state <> 'done')`.execute(tx);
}

export async function listOrderActs(
  tx: Tx,
  { county, id }: Pick<PartRecord, 'county' | 'id'>,
): Promise<readonly OrderActRecord[]> {
  return tx
    .selectFrom('monitoring_order_act')
    .selectAll()
    .where('county', '=', county)
    .where('part_id', '=', id)
    .orderBy('position')
    .execute();
}

export async function insertCircular(tx: Tx, row: CircularRecord): Promise<void> {
  await tx
    .insertInto('monitoring_circular')
    .values({ ...row, lines: JSON.stringify(row.lines) })
    .execute();
}

/** Of the area, of those below it, and of those above, which it reads as well. */
export async function listCircularRows(
  tx: Tx,
  { span, above }: { readonly span: AreaSpan; readonly above: readonly string[] },
): Promise<readonly CircularRecord[]> {
  const { rows } = await sql<CircularRecord>`
    select * from monitoring_circular
    where area_code >= ${span.low} and area_code < ${span.high}
      or area_code = any(${[...above]}::text[])
    order by issued_on desc, number desc
    limit 50`.execute(tx);
  return rows;
}

export async function findCircular(tx: Tx, id: string): Promise<CircularRecord | undefined> {
  return tx
    .selectFrom('monitoring_circular')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .executeTakeFirst();
}
