// SQL of the money of projects: what their own accounts hold and gave out, from kept days and what is not
// folded yet; and whose households payments for them name.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface ProjectSum {
  readonly project: string;
  readonly kind: 'allocated' | 'spent';
  readonly source: string;
  readonly purpose: string;
  readonly amount: string;
}

const days = sql`(
  select county, account_id, amount_fen from funds_day
  union all
  select county, account_id, amount_fen from funds_delta)`;

/** What lies in the accounts of projects and what was paid out of them. */
export async function sumProjects(
  tx: Tx,
  county: number,
  projects: readonly string[],
): Promise<readonly ProjectSum[]> {
  if (projects.length === 0) return [];
  const { rows } = await sql<ProjectSum>`
    select a.project_id as project, a.kind, a.source, a.purpose, sum(d.amount_fen)::text as amount
    from funds_account a join lateral (
      select amount_fen from ${days} as d where d.county = a.county and d.account_id = a.id) d on true
    where a.county = ${county} and a.project_id = any(${[...projects]}::uuid[])
      and a.kind in ('allocated', 'spent')
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

/** The same for all projects of an area together. */
export async function sumProjectsIn(
  tx: Tx,
  span: AreaSpan,
  author: string | undefined,
): Promise<{ readonly held: string; readonly paid: string }> {
  const { rows } = await sql<{ held: string; paid: string }>`
    select coalesce(sum(d.amount_fen) filter (where a.kind = 'allocated'), 0)::text as held,
      coalesce(sum(d.amount_fen) filter (where a.kind = 'spent'), 0)::text as paid
    from funds_project p join funds_account a on a.county = p.county and a.project_id = p.id
    join lateral (
      select amount_fen from ${days} as d where d.county = a.county and d.account_id = a.id) d on true
    where p.area_code >= ${span.low} and p.area_code < ${span.high} and a.kind in ('allocated', 'spent')
      ${author === undefined ? sql`` : sql`and p.author = ${author}::uuid`}`.execute(tx);
  return rows[0] ?? { held: '0', paid: '0' };
}

export interface ProjectPurse {
  readonly id: string;
  readonly source: string;
  readonly purpose: string;
  readonly area_code: string;
  readonly holder: string;
  readonly balance: string;
}

export async function listPurses(
  tx: Tx,
  county: number,
  project: string,
): Promise<readonly ProjectPurse[]> {
  const { rows } = await sql<ProjectPurse>`
    select a.id, a.source, a.purpose, a.area_code, a.holder, sum(d.amount_fen)::text as balance
    from funds_account a join lateral (
      select amount_fen from ${days} as d where d.county = a.county and d.account_id = a.id) d on true
    where a.county = ${county} and a.project_id = ${project}::uuid and a.kind = 'allocated'
    group by a.id, a.source, a.purpose, a.area_code, a.holder having sum(d.amount_fen) > 0
    order by a.source, a.purpose, a.area_code`.execute(tx);
  return rows;
}

/** Of these households, those no project of that id is for; by number. */
export async function strangersOf(
  tx: Tx,
  county: number,
  project: string,
  households: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ no: string }>`
    select coalesce(h.household_no, g.id::text) as no
    from unnest(${[...households]}::uuid[]) as g (id)
    left join registry_household h on h.county = ${county} and h.id = g.id
    where not exists (select from funds_project_household k
      where k.county = ${county} and k.project_id = ${project}::uuid and k.household_id = g.id)
    order by 1`.execute(tx);
  return rows.map(({ no }) => no);
}
