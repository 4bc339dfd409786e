// All SQL of projects themselves: rows, parts, acts, and the open questions of split and double funding.
import { type RawBuilder, sql } from 'kysely';
import type { ProjectLevel, ProjectMode, ProjectStep } from '#domain/funds/projects/project.ts';
import { numberIn, seriesOf } from '#domain/funds/projects/project-number.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface ProjectRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly level: ProjectLevel;
  readonly mode: ProjectMode;
  readonly year: number;
  readonly planned_fen: number;
  readonly holder: string;
  readonly arrangement: string;
  readonly money: string;
  readonly organiser: string;
  readonly implementer: string;
  readonly due_on: string | null;
  readonly acceptance: string;
  readonly mechanism: string;
  readonly link: string | null;
  readonly local_labour: boolean;
  readonly is_demonstration: boolean;
  readonly expected_households: number | null;
  readonly expected_persons: number | null;
  readonly expected_effect: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly step: ProjectStep;
  readonly step_on: string;
  readonly percent: number;
  readonly contractor: string | null;
  readonly contract_fen: number | null;
  readonly accepted_fen: number | null;
  readonly actual_effect: string;
  readonly workers: number;
  readonly wages_fen: number;
  readonly applied_on: string | null;
  readonly version: number;
  readonly author: string;
  readonly author_name: string;
  readonly changed_by_name: string;
  readonly created_at: string;
}

const columns = sql`p.*, p.planned_fen::float8 as planned_fen, p.contract_fen::float8 as contract_fen,
  p.accepted_fen::float8 as accepted_fen, p.wages_fen::float8 as wages_fen, p.due_on::text as due_on,
  p.step_on::text as step_on, p.applied_on::text as applied_on`;

export async function insertProject(
  tx: Tx,
  project: Omit<
    ProjectRecord,
    | 'percent'
    | 'contractor'
    | 'contract_fen'
    | 'accepted_fen'
    | 'actual_effect'
    | 'workers'
    | 'wages_fen'
    | 'applied_on'
    | 'version'
  >,
): Promise<void> {
  await tx.insertInto('funds_project').values(project).execute();
}

export type ProjectChange = Partial<
  Omit<ProjectRecord, 'county' | 'id' | 'area_code' | 'number' | 'author' | 'author_name'>
>;

export async function updateProject(
  tx: Tx,
  { county, id }: Pick<ProjectRecord, 'county' | 'id'>,
  change: ProjectChange,
): Promise<void> {
  await tx
    .updateTable('funds_project')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function findProject(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ProjectRecord | undefined> {
  const { rows } = await sql<ProjectRecord>`
    select ${columns} from funds_project p
    where p.county = ${countyOfIdIn(sql`${id}`)} and p.id = ${id}::uuid
    ${lock === 'locked' ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

/** The next number of a year and township, `2016-202-0001`: whoever enters one there sees all of them. */
export async function nextNumber(
  tx: Tx,
  { county, area, year }: { readonly county: number; readonly area: string; readonly year: number },
): Promise<string> {
  const series = seriesOf(area, year);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`project ${series}`}, ${county}))`.execute(
    tx,
  );
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(substr(number, 10)::integer), 0) + 1 as next from funds_project
    where county = ${county} and number like ${`${series}-%`}`.execute(tx);
  return numberIn(series, rows[0]?.next ?? 1);
}

export interface ProjectFilter {
  readonly span: AreaSpan;
  readonly author: string | undefined;
  readonly step?: ProjectStep | undefined;
  readonly kind?: string | undefined;
  readonly year?: number | undefined;
  /** Not accepted and past its day on this one. */
  readonly lateOn?: string | undefined;
  readonly signal?: 'split' | 'twice' | undefined;
  readonly rules: SignalRules;
}

export interface SignalRules {
  /** What a public tender begins at; null where no rule says. */
  readonly tenderFrom: number | null;
  readonly days: number;
}

export interface ListedProject extends ProjectRecord {
  readonly households: number;
  readonly is_split: boolean;
  readonly is_twice: boolean;
}

const isOpen = sql`p.step not in ('accepted', 'settled', 'handedOver', 'stopped')`;

/** Text, so that a cursor gives back what it was given. */
const orderKey = sql`((case when ${isOpen} then '1 ' || coalesce(p.due_on::text, '9')
  when p.step = 'stopped' then '3 ' || (date '9999-12-31' - p.step_on)::text
  else '2 ' || (date '9999-12-31' - p.step_on)::text end) collate "C")`;

/** Same place and kind within some days, each below the line of a tender, together at or above it. */
function splitOf({ tenderFrom, days }: SignalRules): RawBuilder<unknown> {
  if (tenderFrom === null) return sql`false`;
  return sql`(p.applied_on is not null and p.step <> 'stopped' and p.planned_fen < ${tenderFrom} and coalesce((
    select count(*) >= 2 and sum(q.planned_fen) >= ${tenderFrom} from funds_project q
    where q.county = p.county and q.area_code = p.area_code and q.kind = p.kind and q.step <> 'stopped'
      and q.planned_fen < ${tenderFrom} and q.applied_on is not null
      and abs(q.applied_on - p.applied_on) <= ${days}), false))`;
}

/** A household that is in another project of the same kind and year, or the same thing at the same place. */
const twice = sql`(p.step <> 'stopped' and exists (
  select from funds_project q
  where q.county = p.county and q.id <> p.id and q.kind = p.kind and q.year = p.year and q.step <> 'stopped'
    and ((q.area_code = p.area_code and q.title = p.title) or exists (
      select from funds_project_household h
      join funds_project_household g on g.county = h.county and g.household_id = h.household_id
      where h.county = p.county and h.project_id = p.id and g.project_id = q.id
        and p.level = 'household' and q.level = 'household'))))`;

function whereOf(filter: ProjectFilter): RawBuilder<unknown> {
  const { span, author, step, kind, year, lateOn, signal, rules } = filter;
  const parts = [
    sql`p.area_code >= ${span.low} and p.area_code < ${span.high}`,
    ...(author === undefined ? [] : [sql`p.author = ${author}::uuid`]),
    ...(step === undefined ? [] : [sql`p.step = ${step}`]),
    ...(kind === undefined ? [] : [sql`p.kind = ${kind}`]),
    ...(year === undefined ? [] : [sql`p.year = ${year}`]),
    ...(lateOn === undefined ? [] : [sql`p.due_on < ${lateOn}::date and ${isOpen}`]),
    ...(signal === 'split' ? [splitOf(rules)] : []),
    ...(signal === 'twice' ? [twice] : []),
  ];
  return sql.join(parts, sql` and `);
}

/**
 * What is not accepted yet by its last day, so that what is late leads; then what is done and what was
 * stopped, the latest first. What is dear to count is counted of the rows of the page alone.
 */
export async function listProjectRows(
  tx: Tx,
  filter: ProjectFilter & {
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly (ListedProject & { readonly order_key: string })[]> {
  const { after, limit } = filter;
  const { rows } = await sql<ListedProject & { order_key: string }>`
    select ${columns}, ${splitOf(filter.rules)} as is_split, ${twice} as is_twice, ${orderKey} as order_key, (
      select count(distinct h.household_id)::int from funds_project_household h
      where h.county = p.county and h.project_id = p.id) as households
    from funds_project p
    where ${whereOf(filter)}
      ${
        after === undefined
          ? sql``
          : sql`and (${orderKey}, p.id) > (${after[0]}, ${after[1]}::uuid)`
      }
    order by ${orderKey}, p.id limit ${limit}`.execute(tx);
  return rows;
}

export interface StepCount {
  readonly step: ProjectStep;
  readonly count: number;
  readonly planned: number;
  readonly late: number;
  readonly split: number;
  readonly twice: number;
}

export async function countSteps(
  tx: Tx,
  filter: ProjectFilter,
  today: string,
): Promise<readonly StepCount[]> {
  const { rows } = await sql<StepCount>`
    select p.step, count(*)::int as count, sum(p.planned_fen)::float8 as planned,
      (count(*) filter (where p.due_on < ${today}::date and ${isOpen}))::int as late,
      (count(*) filter (where ${splitOf(filter.rules)}))::int as split,
      (count(*) filter (where ${twice}))::int as twice
    from funds_project p where ${whereOf(filter)} group by p.step`.execute(tx);
  return rows;
}

/** Households and villages that projects are for, each once; placements count each project's own. */
export async function countPlaced(
  tx: Tx,
  filter: ProjectFilter,
): Promise<{ households: number; placements: number; villages: number }> {
  const { rows } = await sql<{ households: number; placements: number; villages: number }>`
    select count(distinct h.household_id)::int as households, count(*)::int as placements,
      count(distinct left(coalesce(h.area_code, p.area_code), 12))
        filter (where length(coalesce(h.area_code, p.area_code)) >= 12)::int as villages
    from funds_project p
    left join funds_project_household h on h.county = p.county and h.project_id = p.id
    where ${whereOf(filter)} and p.step <> 'stopped'`.execute(tx);
  const { households = 0, placements = 0, villages = 0 } = rows[0] ?? {};
  return { households, placements: households === 0 ? 0 : placements, villages };
}

export interface OtherProject {
  readonly id: string;
  readonly title: string;
  readonly planned: number;
  readonly on: string;
}

/** Those a project looks split with, itself not among them. */
export async function listSplitWith(
  tx: Tx,
  { county, id }: Pick<ProjectRecord, 'county' | 'id'>,
  { tenderFrom, days }: SignalRules,
): Promise<readonly OtherProject[]> {
  const { rows } = await sql<OtherProject>`
    select q.id, q.title, q.planned_fen::float8 as planned, q.applied_on::text as "on"
    from funds_project p join funds_project q on q.county = p.county and q.area_code = p.area_code
      and q.kind = p.kind and q.step <> 'stopped' and q.planned_fen < ${tenderFrom}
      and abs(q.applied_on - p.applied_on) <= ${days} and q.id <> p.id
    where p.county = ${county} and p.id = ${id}::uuid order by q.applied_on, q.id`.execute(tx);
  return rows;
}

export async function listTwiceWith(
  tx: Tx,
  { county, id }: Pick<ProjectRecord, 'county' | 'id'>,
): Promise<readonly (OtherProject & { readonly households: number })[]> {
  const { rows } = await sql<OtherProject & { households: number }>`
    select q.id, q.title, q.planned_fen::float8 as planned, q.created_at::date::text as "on", (
        select count(distinct h.household_id)::int from funds_project_household h
        join funds_project_household g on g.county = h.county and g.household_id = h.household_id
        where h.county = p.county and h.project_id = p.id and g.project_id = q.id) as households
    from funds_project p join funds_project q on q.county = p.county and q.id <> p.id
      and q.kind = p.kind and q.year = p.year and q.step <> 'stopped'
    where p.county = ${county} and p.id = ${id}::uuid
      and ((q.area_code = p.area_code and q.title = p.title) or (
        p.level = 'household' and q.level = 'household' and exists (
        select from funds_project_household h
        join funds_project_household g on g.county = h.county and g.household_id = h.household_id
        where h.county = p.county and h.project_id = p.id and g.project_id = q.id)))
    order by q.created_at, q.id`.execute(tx);
  return rows;
}
