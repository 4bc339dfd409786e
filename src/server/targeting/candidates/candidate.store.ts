// Lists of candidates for exit, their entries, and what became of the households on them.
import { CompiledQuery, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { SqlFragment } from '#domain/policy/expression-sql.ts';
import type { Tx } from '#server/database/connect.ts';

export interface CandidateListRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly year: number;
  readonly pack: string;
  readonly pack_edition: string;
  readonly decision: string;
  readonly target: number | null;
  readonly state: string;
  readonly drawn_on: string;
  readonly drawn_by: string;
  readonly drawn_by_name: string;
  readonly submitted_by_name: string | null;
  readonly submitted_on: string | null;
  readonly decided_by_name: string | null;
  readonly decided_on: string | null;
  readonly reason: string;
}

type ListKey = Pick<CandidateListRecord, 'county' | 'id'>;

export async function insertList(tx: Tx, row: CandidateListRecord): Promise<void> {
  await tx.insertInto('targeting_candidate_list').values(row).execute();
}

export async function findList(
  tx: Tx,
  { county, id }: ListKey,
  lock: 'shown' | 'locked',
): Promise<CandidateListRecord | undefined> {
  const query = tx
    .selectFrom('targeting_candidate_list')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function listLists(
  tx: Tx,
  { low, high }: AreaSpan,
  year: number,
): Promise<readonly CandidateListRecord[]> {
  return tx
    .selectFrom('targeting_candidate_list')
    .selectAll()
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .where('year', '=', year)
    .execute();
}

export async function setList(
  tx: Tx,
  { county, id }: ListKey,
  change: Partial<
    Pick<
      CandidateListRecord,
      'state' | 'submitted_by_name' | 'submitted_on' | 'decided_by_name' | 'decided_on' | 'reason'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('targeting_candidate_list')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface Entering {
  readonly account: string;
  readonly accountName: string;
  readonly on: string;
  readonly at: string;
}

/** Everybody of the village who is listed and for whom the rule holds, in one statement. */
export async function drawInto(
  tx: Tx,
  list: Pick<CandidateListRecord, 'county' | 'id' | 'area_code'>,
  {
    rule,
    span,
    by,
  }: { readonly rule: SqlFragment; readonly span: AreaSpan; readonly by: Entering },
): Promise<number> {
  const text = `
    insert into targeting_candidate
      (county, list_id, place, household_id, area_code, kind, reason, account, account_name, entered_on, entered_at)
    select county, $1::uuid, row_number() over (order by household_no, id), id, area_code, 'drawn', '',
      $4::uuid, $5, $6::date, $7::timestamptz
    from (
      select county, id, area_code, household_no, ${rule.sql} as holds from registry_household
      where area_code >= $2 and area_code < $3 and stage = any('{LISTED,EXIT_APPLIED,EXIT_VERIFIED,EXIT_STANDARD}') offset 0
    ) as judged
    where holds`;
  const values = [list.id, span.low, span.high, by.account, by.accountName, by.on, by.at];
  const result = await tx.executeQuery(CompiledQuery.raw(text, [...values, ...rule.parameters]));
  return Number(result.numAffectedRows ?? 0n);
}

/** First parameter the rule may use in `drawInto` and `listOthers`. */
export const firstRuleParameter = 8;

export interface CandidateHousehold {
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly members: number | null;
  readonly income_year: number | null;
  readonly income_per_head_fen: number | null;
}

/** Registered households of a village that are not on a list, those the rule holds for first. */
export async function listOthers(
  tx: Tx,
  list: ListKey,
  {
    rule,
    span,
    limit,
  }: { readonly rule: SqlFragment; readonly span: AreaSpan; readonly limit: number },
): Promise<readonly (CandidateHousehold & { readonly holds: boolean | null })[]> {
  const text = `
    select id as household_id, household_no, head_name, members, income_year, income_per_head_fen, holds
    from (
      select county, id, household_no, head_name, members, income_year, income_per_head_fen,
        ${rule.sql} as holds
      from registry_household
      where area_code >= $2 and area_code < $3 and stage = any('{LISTED,EXIT_APPLIED,EXIT_VERIFIED,EXIT_STANDARD}') offset 0
    ) as judged
    where $5::text is not null and $6::text is not null and $7::text is not null
      and coalesce((
        select kind = 'removed' from targeting_candidate c
        where c.county = judged.county and c.list_id = $1::uuid and c.household_id = judged.id
        order by place desc limit 1), true)
    order by holds desc nulls last, household_no limit $4::integer`;
  const values = [list.id, span.low, span.high, limit, '', '', ''];
  const { rows } = await tx.executeQuery<CandidateHousehold & { readonly holds: boolean | null }>(
    CompiledQuery.raw(text, [...values, ...rule.parameters]),
  );
  return rows;
}

export interface EntryRecord extends CandidateHousehold {
  readonly kind: string;
  readonly reason: string;
  readonly account_name: string;
  readonly entered_on: string;
  readonly stage: string | null;
  readonly case_id: string | null;
  readonly case_step: string | null;
  readonly pack: string | null;
  readonly pack_edition: string | null;
  readonly process: string | null;
  readonly begun_on: string | null;
}

/** The last entry about each household, with the exit that was begun since the list was drawn. */
export async function listEntries(
  tx: Tx,
  { county, id, drawn_on }: Pick<CandidateListRecord, 'county' | 'id' | 'drawn_on'>,
  process: string,
): Promise<readonly EntryRecord[]> {
  const { rows } = await sql<EntryRecord>`
    with standing as (
      select distinct on (household_id) * from targeting_candidate
      where county = ${county} and list_id = ${id}::uuid
      order by household_id, place desc)
    select s.household_id, h.household_no, h.head_name, h.members, h.income_year,
      h.income_per_head_fen, h.stage, s.kind, s.reason, s.account_name, s.entered_on,
      c.id as case_id, c.step as case_step, c.pack, c.pack_edition, c.process, c.begun_on
    from standing s
    join registry_household h on h.county = s.county and h.id = s.household_id
    left join lateral (
      select * from casework_case c
      where c.county = s.county and c.household_id = s.household_id and c.process = ${process}
        and c.begun_on >= ${drawn_on}::date
      order by c.begun_on desc, c.id desc limit 1) c on true
    order by h.household_no, s.household_id`.execute(tx);
  return rows;
}

export async function findEntry(
  tx: Tx,
  { county, id }: ListKey,
  household: string,
): Promise<{ readonly kind: string } | undefined> {
  return tx
    .selectFrom('targeting_candidate')
    .select('kind')
    .where('county', '=', county)
    .where('list_id', '=', id)
    .where('household_id', '=', household)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Whoever put a household on a list or took one off it. */
export async function listMakers(tx: Tx, { county, id }: ListKey): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('targeting_candidate')
    .select('account')
    .distinct()
    .where('county', '=', county)
    .where('list_id', '=', id)
    .execute();
  return new Set(rows.map(({ account }) => account));
}

export async function appendEntry(
  tx: Tx,
  { county, id }: ListKey,
  entry: {
    readonly household: string;
    readonly area: string;
    readonly kind: 'added' | 'removed';
    readonly reason: string;
    readonly by: Entering;
  },
): Promise<void> {
  const { household, area, kind, reason, by } = entry;
  await sql`
    insert into targeting_candidate
      (county, list_id, place, household_id, area_code, kind, reason, account, account_name, entered_on, entered_at)
    select ${county}, ${id}::uuid, coalesce(max(place), 0) + 1, ${household}::uuid, ${area}, ${kind},
      ${reason}, ${by.account}::uuid, ${by.accountName}, ${by.on}::date, ${by.at}::timestamptz
    from targeting_candidate where county = ${county} and list_id = ${id}::uuid`.execute(tx);
}

export interface ListCount {
  readonly list_id: string;
  readonly households: number;
  readonly persons: number;
  readonly exited: number;
  readonly under_way: number;
  readonly stayed: number;
}

/** What became of everybody on these lists, in one statement. */
export async function countLists(
  tx: Tx,
  {
    span,
    year,
    process,
  }: { readonly span: AreaSpan; readonly year: number; readonly process: string },
): Promise<readonly ListCount[]> {
  const { rows } = await sql<ListCount>`
    with standing as (
      select distinct on (e.county, e.list_id, e.household_id) e.county, e.list_id, e.household_id,
        e.kind, l.drawn_on
      from targeting_candidate e
      join targeting_candidate_list l on l.county = e.county and l.id = e.list_id
      where l.area_code >= ${span.low} and l.area_code < ${span.high} and l.year = ${year}
      order by e.county, e.list_id, e.household_id, e.place desc),
    became as (
      select s.list_id, h.members, h.stage,
        coalesce(bool_or(c.step is not null), false) as is_open, count(c.id) > 0 as has_case
      from standing s
      join registry_household h on h.county = s.county and h.id = s.household_id
      left join casework_case c on c.county = s.county and c.household_id = s.household_id
        and c.process = ${process} and c.begun_on >= s.drawn_on
      where s.kind <> 'removed'
      group by s.list_id, s.household_id, h.members, h.stage)
    select list_id, count(*)::integer as households, coalesce(sum(members), 0)::integer as persons,
      count(*) filter (where stage = 'EXIT_ANNOUNCED')::integer as exited,
      count(*) filter (where stage <> 'EXIT_ANNOUNCED' and is_open)::integer as under_way,
      count(*) filter (where stage <> 'EXIT_ANNOUNCED' and not is_open and has_case)::integer as stayed
    from became group by list_id`.execute(tx);
  return rows;
}
