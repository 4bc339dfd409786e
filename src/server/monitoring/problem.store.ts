// All SQL of problems: where each stands, what was done about it, counts and the changes of a day.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';

export interface ProblemRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly household_id: string | null;
  readonly number: number;
  readonly list: string;
  readonly title: string;
  readonly words: string;
  readonly source: string;
  readonly source_id: string | null;
  readonly state: string;
  readonly phase: string;
  readonly position: number;
  readonly owner_account: string | null;
  readonly owner_name: string | null;
  readonly registered_on: string;
  readonly registered_by: string | null;
  readonly assigned_on: string | null;
  readonly due_on: string | null;
  readonly mended_on: string | null;
  readonly mended_by: string | null;
  readonly closed_on: string | null;
  readonly reopened: number;
  readonly urged: number;
}

export interface ProblemActRecord {
  readonly county: number;
  readonly problem_id: string;
  readonly position: number;
  readonly area_code: string;
  readonly household_id: string | null;
  readonly act: string;
  readonly state: string;
  readonly words: string;
  readonly owner_name: string | null;
  readonly due_on: string | null;
  readonly account: string | null;
  readonly account_name: string;
  readonly acted_on: string;
  readonly acted_at: string;
}

/** The next number of the county, which has no gaps: whoever registers at the same moment waits for it. */
export async function nextNumber(
  tx: Tx,
  county: number,
  kind: 'problem' | 'order' | 'circular',
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into monitoring_number (county, kind, last) values (${county}, ${kind}, 1)
    on conflict (county, kind) do update set last = monitoring_number.last + 1
    returning last as number`.execute(tx);
  return rows[0]?.number ?? 1;
}

export async function insertProblems(tx: Tx, rows: readonly ProblemRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('monitoring_problem')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

export async function insertProblemActs(tx: Tx, rows: readonly ProblemActRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('monitoring_problem_act')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

/** Held until the transaction ends, so that two acts on one problem come one after the other. */
export async function findProblem(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked',
): Promise<ProblemRecord | undefined> {
  const found = tx
    .selectFrom('monitoring_problem')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id);
  return (lock === 'locked' ? found.forUpdate() : found).executeTakeFirst();
}

export async function saveProblem(tx: Tx, row: ProblemRecord): Promise<void> {
  const { county, id, ...changed } = row;
  await tx
    .updateTable('monitoring_problem')
    .set(changed)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function listProblemActs(
  tx: Tx,
  { county, id }: Pick<ProblemRecord, 'county' | 'id'>,
): Promise<readonly ProblemActRecord[]> {
  return tx
    .selectFrom('monitoring_problem_act')
    .selectAll()
    .where('county', '=', county)
    .where('problem_id', '=', id)
    .orderBy('position')
    .execute();
}

export interface ProblemFilter {
  readonly span: AreaSpan;
  readonly show: 'open' | 'closed' | 'all';
  readonly phase: string | undefined;
  /** Only those this account has to mend. */
  readonly owner: string | undefined;
  readonly isLate: boolean;
  readonly household: string | undefined;
  readonly today: string;
}

/** A problem with its place in the list, as the key of a cursor. */
export type ListedProblem = ProblemRecord & { readonly order_key: string };

/**
 * What is still to be mended by its last day, so that what is late leads; then what is mended and waits to be
 * verified; closed ones last, the latest of them first.
 */
export async function listProblemRows(
  tx: Tx,
  filter: ProblemFilter & {
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly ListedProblem[]> {
  const { after, limit } = filter;
  const { rows } = await sql<ListedProblem>`
    select p.*, ${orderKey} as order_key from monitoring_problem p
    where ${isAsked(filter)}
      ${after === undefined ? sql`` : sql`and (${orderKey}, p.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by ${orderKey}, p.id
    limit ${limit}`.execute(tx);
  return rows;
}

/** Text, so that a cursor gives back what it was given. */
const orderKey = sql`((case
  when p.phase = 'closed' then '3 ' || coalesce((date '9999-12-31' - p.closed_on)::text, '')
  when p.phase in ('open', 'assigned') then '1 ' || coalesce(p.due_on::text, '9')
  else '2 ' || coalesce(p.due_on::text, '9') end) collate "C")`;

function isAsked(filter: ProblemFilter): RawBuilder<unknown> {
  const { span, show, phase, owner, isLate, household, today } = filter;
  return sql`p.area_code >= ${span.low} and p.area_code < ${span.high}
    ${show === 'open' ? sql`and p.phase <> 'closed'` : sql``}
    ${show === 'closed' ? sql`and p.phase = 'closed'` : sql``}
    ${phase === undefined ? sql`` : sql`and p.phase = ${phase}`}
    ${owner === undefined ? sql`` : sql`and p.owner_account = ${owner}::uuid`}
    ${isLate ? sql`and ${lateOn(today)}` : sql``}
    ${household === undefined ? sql`` : sql`and p.household_id = ${household}::uuid`}`;
}

function lateOn(today: string): RawBuilder<unknown> {
  return sql`p.phase in ('open', 'assigned') and p.due_on < ${today}::date`;
}

export interface ProblemCount {
  readonly state: string;
  readonly place: string;
  readonly count: number;
  readonly late: number;
  readonly is_closed: boolean;
}

export async function countProblemRows(
  tx: Tx,
  {
    span,
    owner,
    digits,
    today,
  }: {
    readonly span: AreaSpan;
    readonly owner: string | undefined;
    readonly digits: number;
    readonly today: string;
  },
): Promise<readonly ProblemCount[]> {
  const { rows } = await sql<ProblemCount>`
    select p.state, left(p.area_code, ${digits}::integer) as place, p.phase = 'closed' as is_closed,
      count(*)::integer as count,
      count(*) filter (where ${lateOn(today)})::integer as late
    from monitoring_problem p
    where p.area_code >= ${span.low} and p.area_code < ${span.high}
      ${owner === undefined ? sql`` : sql`and p.owner_account = ${owner}::uuid`}
    group by 1, 2, 3`.execute(tx);
  return rows;
}

export async function countMine(tx: Tx, span: AreaSpan, owner: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from monitoring_problem p
    where p.area_code >= ${span.low} and p.area_code < ${span.high}
      and p.owner_account = ${owner}::uuid and p.phase in ('open', 'assigned')`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** What was opened less what was closed, day by day. */
export async function listDayChanges(
  tx: Tx,
  {
    span,
    lastStates,
    owner,
  }: {
    readonly span: AreaSpan;
    readonly lastStates: readonly string[];
    readonly owner: string | undefined;
  },
): Promise<readonly { readonly on: string; readonly change: number }[]> {
  const { rows } = await sql<{ on: string; change: number }>`
    select a.acted_on::text as on,
      sum(case when a.act in ('register', 'reopen') then 1 else -1 end)::integer as change
    from monitoring_problem_act a
    ${owner === undefined ? sql`` : sql`join monitoring_problem p on p.county = a.county and p.id = a.problem_id and p.owner_account = ${owner}::uuid`}
    where a.area_code >= ${span.low} and a.area_code < ${span.high}
      and (a.act in ('register', 'reopen')
        or a.act = 'advance' and a.state = any(${[...lastStates]}::text[]))
    group by 1`.execute(tx);
  return rows;
}
