// Pages and counts of the household list under row security. Every order has an index behind it, every
// predicate is leakproof (=, <, >= on text, integer, uuid), so that the database may use the index
// before it checks the scope. Database notes, section 6.
import { type RawBuilder, sql } from 'kysely';
import { type AreaSpan, countyDigits } from '#domain/kernel/area-code.ts';
import type { HouseholdSearch } from '#domain/registry/household-search.ts';
import { stages } from '#domain/registry/stage.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';
import type { RowFilter } from './household-filter.ts';

export interface ListedRow {
  readonly id: string;
  readonly household_no: string;
  readonly area_code: string;
  readonly head_name: string | null;
  readonly head_key: string | null;
  readonly head_pinyin: string | null;
  readonly members: number;
  readonly stage: string;
  readonly attribute: string | null;
  readonly primary_cause: string | null;
  readonly primary_measure: string | null;
  readonly help_class: string | null;
  readonly income_per_head_fen: number | null;
  readonly income_year: number | null;
  readonly house_grade: string | null;
  readonly surveyed_on: string | null;
  readonly listed_on: string | null;
  readonly version: number;
}

/** Where a page ended: the values the order compares. */
export interface ListPlace {
  readonly area: string;
  readonly no: string;
  /** Income or pinyin; null once the list has come to those without one. */
  readonly key: number | string | null;
  readonly id: string;
}

export type ListSort = 'householdNo' | 'income' | '-income' | 'name';

export interface ListRequest {
  readonly filter: RowFilter;
  readonly sort: ListSort;
  readonly after: ListPlace | undefined;
  readonly limit: number;
}

const columns = sql`h.id, h.household_no, h.area_code, h.head_name, h.head_key, h.head_pinyin, h.members, h.stage,
  h.attribute, h.primary_cause, h.primary_measure, h.help_class, h.income_per_head_fen, h.income_year,
  h.house_grade, h.surveyed_on, h.listed_on, h.version`;

export async function listHouseholdRows(
  tx: Tx,
  { filter, sort, after, limit }: ListRequest,
): Promise<readonly ListedRow[]> {
  await readSerially(tx);
  const narrow = sort !== 'householdNo' && (await isSmallPart(tx, filter.spans));
  const page = (part: RawBuilder<unknown>, order: RawBuilder<unknown>, most: number) =>
    narrow
      ? sql<ListedRow>`
          with found as materialized (
            select ${columns} from registry_household h where ${conditionsOf(filter)}
          )
          select * from found h where ${part} order by ${order} limit ${most}`.execute(tx)
      : sql<ListedRow>`${walked(part, order, most)} order by ${order} limit ${most}`.execute(tx);
  // Of one cause the index is in the order of incomes within each stage: the first of every stage are
  // merged, so a page passes households of that cause alone and not everybody poorer.
  const walks =
    filter.cause != null && isByIncome(sort) ? [...new Set(filter.stages ?? stages)] : [];
  const walked = (part: RawBuilder<unknown>, order: RawBuilder<unknown>, most: number) => {
    const of = (one: RowFilter) => sql`
      select ${columns} from registry_household h where ${conditionsOf(one)} and ${part}`;
    if (walks.length < 2) return of(filter);
    const each = walks.map(
      (stage) => sql`(${of({ ...filter, stages: [stage] })} order by ${order} limit ${most})`,
    );
    return sql`select * from (${sql.join(each, sql` union all `)}) as h`;
  };
  if (sort === 'householdNo') {
    const beyond =
      after === undefined
        ? sql`true`
        : sql`(h.area_code, h.household_no, h.id) > (${after.area}, ${after.no}, ${after.id}::uuid)`;
    return (await page(beyond, sql`h.area_code, h.household_no, h.id`, limit)).rows;
  }
  const { column, down } = orderOf(sort, filter);
  const way = down ? sql`desc` : sql`asc`;
  const rows: ListedRow[] = [];
  if (after === undefined || after.key !== null) {
    const beyond =
      after === undefined
        ? sql`${column} is not null`
        : sql`(${column}, h.id) ${down ? sql`<` : sql`>`} (${after.key}, ${after.id}::uuid)`;
    rows.push(...(await page(beyond, sql`${column} ${way}, h.id ${way}`, limit)).rows);
  }
  if (rows.length < limit) {
    // Those of whom it is unknown stand last, whichever way the list is sorted.
    const rest = after?.key === null ? sql`h.id > ${after.id}::uuid` : sql`true`;
    const missing = sql`${column} is null and ${rest}`;
    rows.push(...(await page(missing, sql`h.id`, limit - rows.length)).rows);
  }
  return rows;
}

export function placeOf(row: ListedRow, { sort, filter }: Omit<ListRequest, 'after'>): ListPlace {
  const name = filter.search.kind === 'name' ? row.head_key : row.head_pinyin;
  const key = sort === 'name' ? name : row.income_per_head_fen;
  return { area: row.area_code, no: row.household_no, key, id: row.id };
}

/**
 * Whether the areas are counties or less of a register that is much larger. Then their rows are found
 * by area and sorted; walking the order of the whole register would pass fifty strangers for each find.
 */
async function isSmallPart(tx: Tx, spans: readonly AreaSpan[]): Promise<boolean> {
  if (spans.some(({ low }) => low.length < countyDigits)) return false;
  const { rows } = await sql<{ size: number }>`
    select reltuples::bigint as size from pg_class where oid = 'registry_household'::regclass`.execute(
    tx,
  );
  return (rows[0]?.size ?? 0) > largeRegister;
}

/** Households of several counties. */
const largeRegister = 150_000;

/**
 * A page is fifty rows off an index. Workers only make a long walk look cheap to the planner, and cost
 * more to start than a page takes (p95 64 ms instead of 322 ms over 1.01 million households, measured
 * in turn on a busy machine of two cores).
 */
async function readSerially(tx: Tx): Promise<void> {
  await sql`set local max_parallel_workers_per_gather = 0`.execute(tx);
}

/** Counts matches up to a number of rows; `capped` where there are more. */
export async function countHouseholdRows(
  tx: Tx,
  filter: RowFilter,
  most: number,
): Promise<{ readonly households: number; readonly persons: number; readonly capped: boolean }> {
  await readSerially(tx);
  const { rows } = await sql<{ households: number; persons: number; capped: boolean }>`
    select least(count(*), ${most})::bigint as households,
      coalesce(sum(members) filter (where place <= ${most}), 0)::bigint as persons,
      count(*) > ${most} as capped
    from (
      select members, row_number() over () as place
      from (
        select h.members from registry_household h where ${conditionsOf(filter)} limit ${most + 1}
      ) as found
    ) as numbered`.execute(tx);
  return rows[0] ?? { households: 0, persons: 0, capped: false };
}

export function conditionsOf(filter: RowFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [inSpans(filter.spans, sql`h.area_code`)];
  const code = (column: RawBuilder<unknown>, value: string | null | undefined) => {
    if (value === null) conditions.push(sql`${column} is null`);
    else if (value !== undefined) conditions.push(sql`${column} = ${value}`);
  };
  // The index of causes begins with the stage: all of them named, it serves a cause alone.
  const named = filter.stages ?? (filter.cause === undefined ? undefined : stages);
  const [only] = named ?? [];
  if (named?.length === 1) code(sql`h.stage`, only);
  else if (named !== undefined) conditions.push(sql`h.stage = any(${[...named]}::text[])`);
  code(sql`h.primary_cause`, filter.cause);
  code(sql`h.attribute`, filter.attribute);
  code(sql`h.primary_measure`, filter.measure);
  code(sql`h.house_grade`, filter.houseGrade);
  code(sql`h.help_class`, filter.helpClass);
  const { incomeFromFen, incomeBelowFen, membersFrom, membersTo } = filter;
  if (incomeFromFen !== undefined) conditions.push(sql`h.income_per_head_fen >= ${incomeFromFen}`);
  if (incomeBelowFen !== undefined) conditions.push(sql`h.income_per_head_fen < ${incomeBelowFen}`);
  if (filter.incomeUnknown) conditions.push(sql`h.income_per_head_fen is null`);
  if (membersFrom !== undefined) conditions.push(sql`h.members >= ${membersFrom}`);
  if (membersTo !== undefined) conditions.push(sql`h.members <= ${membersTo}`);
  if (filter.ethnicity !== undefined) {
    conditions.push(sql`exists (
      select from registry_person p
      where p.county = h.county and p.household_id = h.id and p.left_on is null
        and p.ethnicity = ${filter.ethnicity})`);
  }
  conditions.push(...searchConditions(filter));
  return sql`${sql.join(conditions, sql` and `)}`;
}

function searchConditions({ search, households }: RowFilter): readonly RawBuilder<unknown>[] {
  switch (search.kind) {
    case 'nothing':
      return [];
    case 'number':
      return [beginsWith(sql`h.household_no`, search.start)];
    case 'latin': {
      const [first = ''] = search.start;
      // Pinyin and initials begin alike: the letter bounds a walk along the order of names.
      return [
        beginsWith(sql`h.head_pinyin`, first),
        sql`(${beginsWith(sql`h.head_pinyin`, search.start)} or ${beginsWith(sql`h.head_initials`, search.start)})`,
      ];
    }
    case 'name': {
      const byHead = beginsWith(sql`h.head_key`, search.start);
      return [households.length === 0 ? byHead : sql`(${byHead} or ${isOneOf(households)})`];
    }
    case 'identity':
      return [isOneOf(households)];
  }
}

function isOneOf(households: readonly string[]): RawBuilder<unknown> {
  return sql`h.id = any(${[...households]}::uuid[])`;
}

/**
 * Households of members whom the search means, found before the list is read: the database cannot
 * serve "the head or any member" from two indexes at once. A name too common for that finds heads only.
 */
export async function findSearchedHouseholds(
  tx: Tx,
  search: HouseholdSearch,
  identityHash: Buffer | undefined,
): Promise<readonly string[]> {
  if (search.kind === 'identity') {
    const { rows } = await sql<{ id: string }>`
      select household_id as id from registry_person_key
      where identity_hash = ${identityHash ?? Buffer.alloc(0)} limit ${searchedMost}`.execute(tx);
    return rows.map((row) => row.id);
  }
  if (search.kind !== 'name' || [...search.start].length < 2) return [];
  const { rows } = await sql<{ id: string }>`
    select household_id as id from registry_person p
    where ${beginsWith(sql`p.name_key`, search.start)} and p.left_on is null
    limit ${searchedMost + 1}`.execute(tx);
  return rows.length > searchedMost ? [] : rows.map((row) => row.id);
}

const searchedMost = 300;

/** As a range: LIKE would lose the index under row security. */
function beginsWith(column: RawBuilder<unknown>, start: string): RawBuilder<unknown> {
  return sql`(${column} >= ${start} and ${column} < ${`${start}\u{10ffff}`})`;
}

function isByIncome(sort: ListSort): boolean {
  return sort === 'income' || sort === '-income';
}

/** Names that begin alike are in the order of their characters, whose index finds them. */
function orderOf(sort: 'income' | '-income' | 'name', { search }: RowFilter) {
  if (sort !== 'name') return { column: sql`h.income_per_head_fen`, down: sort === '-income' };
  return { column: search.kind === 'name' ? sql`h.head_key` : sql`h.head_pinyin`, down: false };
}
