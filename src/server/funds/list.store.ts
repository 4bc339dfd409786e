// All SQL of payment lists as wholes: their state, counts and totals.
import { sql } from 'kysely';
import type { listStates } from '#contract/funds-lists.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';
import type { StoredApproval } from './order.store.ts';

export type ListState = (typeof listStates)[number];

export interface ListRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly title: string;
  readonly holder: string;
  readonly source: string;
  readonly purpose: string;
  readonly from_area: string;
  readonly from_project: string | null;
  readonly benefit: string | null;
  readonly period: string;
  readonly document: string;
  readonly pay_on: string;
  readonly state: ListState;
  readonly lines: number;
  readonly held: number;
  readonly total_fen: number;
  readonly author: string;
  readonly author_name: string;
  readonly created_at: string;
  readonly approvals_needed: number;
  readonly approval_level: string;
  readonly approvals: readonly StoredApproval[];
  readonly returned_reason: string | null;
  readonly job: string | null;
  readonly retry_of: string | null;
}

export type NewList = Omit<
  ListRow,
  | 'lines'
  | 'held'
  | 'total_fen'
  | 'approvals_needed'
  | 'approval_level'
  | 'approvals'
  | 'returned_reason'
  | 'job'
>;

export async function insertList(tx: Tx, list: NewList): Promise<void> {
  await tx.insertInto('funds_list').values(list).execute();
}

export async function findList(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ListRow | undefined> {
  const { rows } = await sql<ListRow>`
    select *, pay_on::text as pay_on, total_fen::float8 as total_fen from funds_list
    where county = ${countyOfIdIn(sql`${id}`)} and id = ${id}::uuid
    ${lock === 'locked' ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

export async function listLists(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly author: string | undefined;
    readonly before: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly ListRow[]> {
  const { span, author, before } = asked;
  const { rows } = await sql<ListRow>`
    select *, pay_on::text as pay_on, total_fen::float8 as total_fen from funds_list
    where area_code >= ${span.low} and area_code < ${span.high} and state <> 'discarded'
      ${author === undefined ? sql`` : sql`and author = ${author}::uuid`}
      ${
        before === undefined
          ? sql``
          : sql`and (created_at, id) < (${before[0]}::timestamptz, ${before[1]}::uuid)`
      }
    order by created_at desc, id desc limit ${asked.limit}`.execute(tx);
  return rows;
}

/** What the lists of an area come to together. */
export async function sumLists(
  tx: Tx,
  { span, author }: { readonly span: AreaSpan; readonly author: string | undefined },
): Promise<{ readonly lists: number; readonly amount: number }> {
  const { rows } = await sql<{ lists: number; amount: number }>`
    select count(*)::int as lists, coalesce(sum(total_fen), 0)::float8 as amount from funds_list
    where area_code >= ${span.low} and area_code < ${span.high} and state <> 'discarded'
      ${author === undefined ? sql`` : sql`and author = ${author}::uuid`}`.execute(tx);
  return rows[0] ?? { lists: 0, amount: 0 };
}

export type ListChange = Partial<
  Pick<
    ListRow,
    | 'state'
    | 'lines'
    | 'held'
    | 'total_fen'
    | 'approvals_needed'
    | 'approval_level'
    | 'returned_reason'
    | 'job'
  >
> & {
  readonly approvals?: readonly StoredApproval[];
  readonly checked_at?: string;
  readonly answered_at?: string;
};

export async function updateList(
  tx: Tx,
  { county, id }: Pick<ListRow, 'county' | 'id'>,
  { approvals, ...change }: ListChange,
): Promise<void> {
  await tx
    .updateTable('funds_list')
    .set({
      ...change,
      ...(approvals === undefined ? {} : { approvals: JSON.stringify(approvals) }),
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface ListCounts {
  readonly list: string;
  readonly posted: number;
  readonly paid: number;
  readonly failed: number;
  readonly confirmed: number;
  readonly disputed: number;
}

export async function countPayments(
  tx: Tx,
  lists: readonly string[],
): Promise<ReadonlyMap<string, ListCounts>> {
  const { rows } = await sql<ListCounts>`
    select list_id as list,
      (count(*) filter (where state = 'posted'))::int as posted,
      (count(*) filter (where state = 'paid'))::int as paid,
      (count(*) filter (where state = 'failed'))::int as failed,
      (count(*) filter (where word = 'confirmed'))::int as confirmed,
      (count(*) filter (where word = 'disputed'))::int as disputed
    from funds_payment
    where county = any(array(select distinct ${countyOfIdIn(sql`i`)}
        from unnest(${[...lists]}::uuid[]) as i))
      and list_id = any(${[...lists]}::uuid[])
    group by 1`.execute(tx);
  return new Map(rows.map((row) => [row.list, row]));
}

export async function countProblems(
  tx: Tx,
  lists: readonly string[],
): Promise<readonly { list: string; problem: string; count: number }[]> {
  const { rows } = await sql<{ list: string; problem: string; count: number }>`
    select list_id as list, problem, count(*)::int as count
    from funds_payment p cross join unnest(p.problems) as problem
    where p.county = any(array(select distinct ${countyOfIdIn(sql`i`)}
        from unnest(${[...lists]}::uuid[]) as i))
      and p.list_id = any(${[...lists]}::uuid[]) and p.state = 'held'
    group by 1, 2 order by 3 desc`.execute(tx);
  return rows;
}
