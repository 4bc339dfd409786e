// All SQL of departments' lists: what a list is and how far it has come. Its rows are nowhere here.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { ListCounts, ListState, Outcomes } from '#contract/targeting-comparison.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ListColumn } from '#domain/targeting/comparison/list-field.ts';
import type { ListProblemCode } from '#domain/targeting/comparison/list-problem.ts';
import type { Tx } from '#server/database/connect.ts';

export interface KeptProblem {
  readonly code: ListProblemCode;
  readonly count: number;
  readonly rows: readonly number[];
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

export interface StoredList {
  readonly id: string;
  readonly areaCode: string;
  readonly kind: string;
  readonly title: string;
  readonly account: string;
  readonly accountName: string;
  readonly state: ListState;
  readonly keySealed: Buffer | null;
  readonly keyGivenAt: string | null;
  readonly fileName: string | null;
  readonly fileKept: boolean;
  readonly format: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly headingRow: number | null;
  readonly columns: readonly ListColumn[];
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly counts: ListCounts | null;
  readonly problems: readonly KeptProblem[];
  readonly failure: ({ readonly code: string } & Bilingual) | null;
  readonly job: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export async function insertList(
  tx: Tx,
  made: Pick<
    StoredList,
    'id' | 'areaCode' | 'kind' | 'title' | 'account' | 'accountName' | 'createdAt'
  >,
): Promise<void> {
  await tx
    .insertInto('targeting_list')
    .values({
      id: made.id,
      area_code: made.areaCode,
      kind: made.kind,
      title: made.title,
      account: made.account,
      account_name: made.accountName,
      state: 'empty',
      created_at: made.createdAt,
    })
    .execute();
}

export async function findList(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<StoredList | undefined> {
  const query = tx.selectFrom('targeting_list').where('id', '=', id).selectAll();
  const row = await (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : fromRow(row);
}

/** Households one of whose members a row of the list was found to be. */
export async function listHitHouseholds(tx: Tx, list: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct household_id as id from targeting_hit where list_id = ${list}::uuid`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function listLists(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    /** Only this account's. */
    readonly account: string | undefined;
    readonly before: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly StoredList[]> {
  const { span, account, before, limit } = asked;
  let query = tx
    .selectFrom('targeting_list')
    .selectAll()
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high);
  if (account !== undefined) query = query.where('account', '=', account);
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(created_at, id) < (${before[0]}::timestamptz, ${before[1]}::uuid)`,
    );
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Columns of the newest list of this kind that had a file: its headings are recognised. */
export async function findEarlierColumns(
  tx: Tx,
  { area, kind, account }: { area: string; kind: string; account: string | undefined },
): Promise<readonly ListColumn[]> {
  let query = tx
    .selectFrom('targeting_list')
    .select('columns')
    .where('area_code', '=', area)
    .where('kind', '=', kind)
    .where('heading_row', 'is not', null);
  if (account !== undefined) query = query.where('account', '=', account);
  const row = await query.orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  return (row?.columns ?? []) as readonly ListColumn[];
}

type ListChange = Partial<Omit<StoredList, 'id' | 'areaCode' | 'kind' | 'account' | 'createdAt'>>;

const columnOf = {
  title: 'title',
  accountName: 'account_name',
  state: 'state',
  keySealed: 'key_sealed',
  keyGivenAt: 'key_given_at',
  fileName: 'file_name',
  fileKept: 'file_kept',
  format: 'format',
  sheet: 'sheet',
  sheets: 'sheets',
  headingRow: 'heading_row',
  columns: 'columns',
  sample: 'sample',
  counts: 'counts',
  problems: 'problems',
  failure: 'failure',
  job: 'job',
  finishedAt: 'finished_at',
} as const satisfies Record<keyof ListChange, string>;

const asJson: ReadonlySet<string> = new Set([
  'sheets',
  'columns',
  'sample',
  'counts',
  'problems',
  'failure',
]);

export async function saveList(tx: Tx, id: string, change: ListChange): Promise<void> {
  const set = Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      columnOf[name as keyof ListChange],
      asJson.has(name) && value !== null ? JSON.stringify(value) : value,
    ]),
  );
  await tx.updateTable('targeting_list').set(set).where('id', '=', id).execute();
}

export async function deleteList(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('targeting_list').where('id', '=', id).execute();
}

/** What came of the hits of each list: numbers alone. */
export async function outcomesOfLists(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, z.infer<typeof Outcomes>>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ list_id: string } & z.infer<typeof Outcomes>>`
    select list_id, ${outcomeCounts} from targeting_hit
    where list_id = any (${[...ids]}::uuid[]) group by list_id`.execute(tx);
  return new Map(rows.map(({ list_id, ...counted }) => [list_id, counted]));
}

/** Per kind, and per list of a kind. */
export async function outcomesOfSources(
  tx: Tx,
  span: AreaSpan,
): Promise<readonly ({ kind: string; list: string | null } & z.infer<typeof Outcomes>)[]> {
  const { rows } = await sql<{ kind: string; list: string | null } & z.infer<typeof Outcomes>>`
    select kind, list_title as list, ${outcomeCounts} from targeting_hit
    where county >= kernel_county_from(${span.low}) and county < kernel_county_below(${span.high})
      and area_code >= ${span.low} and area_code < ${span.high}
    group by grouping sets ((kind), (kind, list_title))
    order by kind, list_title nulls first`.execute(tx);
  return rows;
}

const outcomeCounts = sql`
  count(*)::integer as hits,
  count(*) filter (where answer is null and verdict is null)::integer as open,
  count(*) filter (where answer is not null and verdict is null)::integer as answered,
  count(*) filter (where verdict = 'overturned')::integer as overturned,
  count(*) filter (where verdict = 'upheld')::integer as upheld`;

function fromRow(row: Record<string, unknown>): StoredList {
  return Object.fromEntries([
    ['id', row.id],
    ['areaCode', row.area_code],
    ['kind', row.kind],
    ['account', row.account],
    ['createdAt', row.created_at],
    ...Object.entries(columnOf).map(([name, column]) => [name, row[column]]),
  ]) as unknown as StoredList;
}
