// All SQL of acts of money that wait for approval, of entries as they stand, and of months that are closed.
import { sql } from 'kysely';
import type { EntryKind } from '#domain/funds/entry.ts';
import type { FromKind, OrderKind } from '#domain/funds/order.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface StoredApproval {
  readonly account: string;
  readonly name: string;
  readonly office: string;
  readonly at: string;
}

export interface OrderRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly kind: OrderKind;
  readonly true_on: string;
  readonly document: string;
  readonly memo: string;
  readonly source: string;
  readonly purpose: string;
  readonly amount_fen: number;
  readonly from_kind: FromKind;
  readonly from_area: string;
  readonly from_holder: string;
  readonly from_project: string | null;
  readonly to_area: string;
  readonly to_holder: string;
  readonly to_purpose: string | null;
  readonly to_project: string | null;
  readonly milestone_id: string | null;
  readonly household_id: string | null;
  readonly again: string | null;
  readonly state: 'waiting' | 'posted' | 'refused' | 'withdrawn';
  readonly approvals_needed: number;
  readonly approval_level: string;
  readonly approvals: readonly StoredApproval[];
  readonly entry_id: string | null;
  readonly author: string;
  readonly author_name: string;
  readonly entered_at: string;
  readonly ended_at: string | null;
  readonly ended_by_name: string | null;
  readonly ended_reason: string | null;
}

type NewOrder = Omit<
  OrderRow,
  'state' | 'approvals' | 'entry_id' | 'ended_at' | 'ended_by_name' | 'ended_reason'
>;

export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  await tx
    .insertInto('funds_order')
    .values({ ...order, state: 'waiting' })
    .execute();
}

export async function findOrder(tx: Tx, id: string): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`
    select *, true_on::text as true_on, amount_fen::float8 as amount_fen from funds_order
    where county = ${countyOfIdIn(sql`${id}`)} and id = ${id}::uuid
    for update`.execute(tx);
  return rows[0];
}

export type OrderChange = Partial<
  Pick<OrderRow, 'state' | 'entry_id' | 'ended_at' | 'ended_by_name' | 'ended_reason'>
> & { readonly approvals?: readonly StoredApproval[] };

export async function updateOrder(
  tx: Tx,
  { county, id }: Pick<OrderRow, 'county' | 'id'>,
  { approvals, ...change }: OrderChange,
): Promise<void> {
  await tx
    .updateTable('funds_order')
    .set({
      ...change,
      ...(approvals === undefined ? {} : { approvals: JSON.stringify(approvals) }),
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** By the day that is shown, the latest first; of one day the one entered last, since ids grow with time. */
export async function listOrders(
  tx: Tx,
  {
    span,
    waiting,
    before,
    limit,
  }: {
    readonly span: AreaSpan;
    readonly waiting: boolean;
    readonly before: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    select o.*, o.true_on::text as true_on, o.amount_fen::float8 as amount_fen from funds_order o
    where area_code >= ${span.low} and area_code < ${span.high}
      ${waiting ? sql`and state = 'waiting'` : sql``}
      ${
        before === undefined
          ? sql``
          : sql`and (o.true_on, o.id) < (${before[0]}::date, ${before[1]}::uuid)`
      }
    order by o.true_on desc, o.id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function countWaiting(tx: Tx, span: AreaSpan, month?: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from funds_order
    where state = 'waiting' and area_code >= ${span.low} and area_code < ${span.high}
      ${month === undefined ? sql`` : sql`and to_char(true_on, 'YYYY-MM') = ${month}`}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export interface FoundEntry {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly kind: EntryKind;
  readonly on: string;
  readonly document: string;
  readonly memo: string;
  readonly amount: number;
  readonly author_name: string;
  readonly author: string;
  readonly approvers: readonly { readonly name: string; readonly office: string }[];
  readonly reverses: string | null;
  readonly reversed_by: string | null;
  readonly cause: string | null;
  readonly recorded_at: string;
}

export async function findEntry(tx: Tx, id: string): Promise<FoundEntry | undefined> {
  const { rows } = await sql<FoundEntry>`
    select e.county, e.id, e.area_code, e.kind, e.true_on::text as "on", e.document, e.memo,
      e.amount_fen::float8 as amount, e.author, e.author_name, e.approvers, e.reverses, e.cause,
      e.recorded_at, r.id as reversed_by
    from funds_entry e
    left join funds_entry r on r.county = e.county and r.reverses = e.id
    where e.county = ${countyOfIdIn(sql`${id}`)} and e.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export interface MonthRow {
  readonly month: string;
  readonly days: number;
  readonly amount: number;
  readonly state: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly reason: string | null;
}

/** Months in which something was posted, on how many days, or that were closed, the latest first; every day is added up once. */
export async function listMonths(tx: Tx, county: string): Promise<readonly MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    with each_day as (
      select t.true_on,
        sum(t.amount_fen) filter (where t.amount_fen > 0 and t.kind not in ('plan', 'source')) as amount
      from (
        select true_on, amount_fen, kind from funds_tally where area_code >= ${county} and area_code < ${`${county}:`}
        union all
        select d.true_on, d.amount_fen, a.kind
        from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
        where a.area_code >= ${county} and a.area_code < ${`${county}:`}
      ) as t group by 1
    ), posted as (
      select to_char(true_on, 'YYYY-MM') as month, count(*)::int as days, sum(amount) as amount
      from each_day group by 1
    ), latest as (
      select distinct on (month) to_char(month, 'YYYY-MM') as month, state, account_name, recorded_at, reason
      from funds_period where area_code = ${county} order by month, act desc
    )
    select coalesce(p.month, l.month) as month, coalesce(p.days, 0) as days,
      coalesce(p.amount, 0)::float8 as amount, l.state, l.account_name as by, l.recorded_at as at, l.reason
    from posted p full join latest l on l.month = p.month
    order by 1 desc`.execute(tx);
  return rows;
}

export async function insertPeriod(
  tx: Tx,
  act: {
    readonly county: number;
    readonly area: string;
    readonly month: string;
    readonly state: 'closed' | 'opened';
    readonly account: string;
    readonly accountName: string;
    readonly reason: string;
    readonly now: string;
  },
): Promise<void> {
  await sql`
    insert into funds_period (county, area_code, month, act, state, account, account_name, reason, recorded_at)
    select ${act.county}, ${act.area}, ${`${act.month}-01`}::date,
      coalesce(max(p.act), 0) + 1, ${act.state}, ${act.account}::uuid, ${act.accountName}, ${act.reason},
      ${act.now}::timestamptz
    from funds_period p
    where p.county = ${act.county} and p.area_code = ${act.area} and p.month = ${`${act.month}-01`}::date`.execute(
    tx,
  );
}
