// SQL of what a project consists of: acts, budget lines, milestones, outputs, households.
import { sql } from 'kysely';
import type { ProjectActKind } from '#domain/funds/projects/project.ts';
import type { Tx } from '#server/database/connect.ts';
import type { ProjectRecord } from './project.store.ts';

type Key = Pick<ProjectRecord, 'county' | 'id' | 'area_code'>;

export interface ActRecord {
  readonly position: number;
  readonly kind: ProjectActKind;
  readonly done_on: string;
  readonly passes: boolean;
  readonly milestone_id: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly account: string;
  readonly account_name: string;
  readonly office: string;
  readonly recorded_at: string;
}

export async function appendAct(
  tx: Tx,
  { county, id, area_code }: Key,
  act: Omit<ActRecord, 'position'>,
): Promise<void> {
  await sql`
    insert into funds_project_act (county, project_id, position, area_code, kind, done_on, passes,
      milestone_id, facts, account, account_name, office, recorded_at)
    select ${county}, ${id}::uuid, coalesce(max(a.position), 0) + 1, ${area_code}, ${act.kind},
      ${act.done_on}::date, ${act.passes}, ${act.milestone_id}::uuid, ${JSON.stringify(act.facts)}::jsonb,
      ${act.account}::uuid, ${act.account_name}, ${act.office}, ${act.recorded_at}::timestamptz
    from funds_project_act a where a.county = ${county} and a.project_id = ${id}::uuid`.execute(tx);
}

export async function listActs(tx: Tx, { county, id }: Key): Promise<readonly ActRecord[]> {
  const { rows } = await sql<ActRecord>`
    select position, kind, done_on::text as done_on, passes, milestone_id, facts, account, account_name,
      office, recorded_at
    from funds_project_act where county = ${county} and project_id = ${id}::uuid order by position`.execute(
    tx,
  );
  return rows;
}

export interface LineRecord {
  readonly source: string;
  readonly purpose: string;
  readonly amount: string;
}

export interface MilestoneRecord {
  readonly id: string;
  readonly title: string;
  readonly due_on: string | null;
  readonly share: string;
  readonly reached_on: string | null;
  /** Posted and not taken back, and what still waits for its approval. */
  readonly paid: string;
  readonly waiting: string;
}

export interface OutputRecord {
  readonly position: number;
  readonly product: string;
  readonly unit: string;
  readonly planned: number;
  readonly added: number | null;
  readonly total: number | null;
}

export async function listProjectLines(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
): Promise<readonly LineRecord[]> {
  const { rows } = await sql<LineRecord>`
    select source, purpose, amount_fen::text as amount from funds_project_line
    where county = ${county} and project_id = ${id}::uuid order by position`.execute(tx);
  return rows;
}

export async function listMilestones(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
): Promise<readonly MilestoneRecord[]> {
  const { rows } = await sql<MilestoneRecord>`
    select m.id, m.title, m.due_on::text as due_on, m.share_fen::text as share,
      m.reached_on::text as reached_on, coalesce(o.paid, 0)::text as paid,
      coalesce(o.waiting, 0)::text as waiting
    from funds_project_milestone m
    left join lateral (
      select sum(f.amount_fen) filter (where f.state = 'posted' and not exists (
          select from funds_entry r where r.county = f.county and r.reverses = f.entry_id)) as paid,
        sum(f.amount_fen) filter (where f.state = 'waiting') as waiting
      from funds_order f where f.county = m.county and f.milestone_id = m.id) o on true
    where m.county = ${county} and m.project_id = ${id}::uuid order by m.position`.execute(tx);
  return rows;
}

export async function listOutputs(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
): Promise<readonly OutputRecord[]> {
  const { rows } = await sql<OutputRecord>`
    select position, product, unit, planned, added, total from funds_project_output
    where county = ${county} and project_id = ${id}::uuid order by position`.execute(tx);
  return rows;
}

interface NewParts {
  readonly lines: readonly {
    readonly source: string;
    readonly purpose: string;
    readonly amount: number;
  }[];
  readonly milestones: readonly {
    readonly id: string;
    readonly title: string;
    readonly dueOn: string | null;
    readonly share: number;
  }[];
  readonly outputs: readonly {
    readonly product: string;
    readonly unit: string;
    readonly planned: number;
  }[];
}

/** Sets the parts anew: a project in the library is still a draft. */
export async function replaceParts(
  tx: Tx,
  { county, id, area_code }: Key,
  { lines, milestones, outputs }: NewParts,
): Promise<void> {
  for (const table of ['line', 'milestone', 'output'] as const) {
    await sql`
      delete from ${sql.table(`funds_project_${table}`)}
      where county = ${county} and project_id = ${id}::uuid`.execute(tx);
  }
  const numbered = <Row extends object>(rows: readonly Row[]) =>
    JSON.stringify(rows.map((row, index) => ({ ...row, position: index + 1 })));
  await sql`
    insert into funds_project_line (county, project_id, position, area_code, source, purpose, amount_fen)
    select ${county}, ${id}::uuid, l.position, ${area_code}, l.source, l.purpose, l.amount
    from jsonb_to_recordset(${numbered(lines)}::jsonb)
      as l (position integer, source text, purpose text, amount bigint)`.execute(tx);
  await sql`
    insert into funds_project_milestone (county, id, project_id, position, area_code, title, due_on, share_fen)
    select ${county}, m.id, ${id}::uuid, m.position, ${area_code}, m.title, m."dueOn", m.share
    from jsonb_to_recordset(${numbered(milestones)}::jsonb)
      as m (position integer, id uuid, title text, "dueOn" date, share bigint)`.execute(tx);
  await sql`
    insert into funds_project_output (county, project_id, position, area_code, product, unit, planned)
    select ${county}, ${id}::uuid, o.position, ${area_code}, o.product, o.unit, o.planned
    from jsonb_to_recordset(${numbered(outputs)}::jsonb)
      as o (position integer, product text, unit text, planned double precision)`.execute(tx);
}

export async function reachMilestone(
  tx: Tx,
  county: number,
  milestone: string,
  on: string | null,
): Promise<void> {
  await sql`
    update funds_project_milestone set reached_on = ${on}::date
    where county = ${county} and id = ${milestone}::uuid`.execute(tx);
}

export async function reportOutputs(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
  outputs: readonly { readonly position: number; readonly added: number; readonly total: number }[],
): Promise<void> {
  await sql`
    update funds_project_output o set added = g.added, total = g.total
    from jsonb_to_recordset(${JSON.stringify(outputs)}::jsonb)
      as g (position integer, added double precision, total double precision)
    where o.county = ${county} and o.project_id = ${id}::uuid and o.position = g.position`.execute(
    tx,
  );
}

export interface Placed {
  readonly households: number;
  readonly persons: number;
}

export async function countHouseholds(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
): Promise<Placed> {
  const { rows } = await sql<Placed>`
    select count(*)::int as households, coalesce(sum(h.members), 0)::int as persons
    from registry_household h
    where h.county = ${county} and h.id in (
      select g.household_id from funds_project_household g
      where g.county = ${county} and g.project_id = ${id}::uuid)`.execute(tx);
  return rows[0] ?? { households: 0, persons: 0 };
}

export interface PlacedHousehold {
  readonly id: string;
  readonly no: string;
  readonly name: string | null;
  readonly persons: number | null;
  readonly area_code: string;
  readonly received: string;
}

export async function listPlaced(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly PlacedHousehold[]> {
  const { rows } = await sql<PlacedHousehold>`
    select h.id, h.household_no as no, h.head_name as name, h.members as persons, h.area_code,
      coalesce((select sum(l.amount_fen) from funds_line l
        join funds_account a on a.county = l.county and a.id = l.account_id
        where l.county = h.county and l.household = h.id and a.project_id = ${id}::uuid), 0)::text as received
    from registry_household h
    where h.county = ${county} and h.id in (
        select g.household_id from funds_project_household g
        where g.county = ${county} and g.project_id = ${id}::uuid)
      ${after === undefined ? sql`` : sql`and h.household_no > ${after}`}
    order by h.household_no limit ${limit}`.execute(tx);
  return rows;
}

/** Heads of all households of a project. */
export async function listPlacedNames(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct h.head_name as name
    from funds_project_household g
    join registry_household h on h.county = g.county and h.id = g.household_id
    where g.county = ${county} and g.project_id = ${id}::uuid and h.head_name is not null`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

/** Adds households by number; gives the numbers nobody here has. */
export async function placeByNumber(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
  { numbers, low, high }: { numbers: readonly string[]; low: string; high: string },
  newId: () => string,
): Promise<{ readonly added: number; readonly unknown: readonly string[] }> {
  const ids = numbers.map(() => newId());
  const given = sql`unnest(${[...numbers]}::text[], ${ids}::uuid[]) as g (no, id)`;
  const isMeant = sql`h.county = ${county} and h.household_no = g.no and h.area_code >= ${low}
    and h.area_code < ${high}`;
  const strange = await sql<{ no: string }>`
    select g.no from ${given} where not exists (
      select from registry_household h where ${isMeant}) order by 1`.execute(tx);
  if (strange.rows.length > 0) return { added: 0, unknown: strange.rows.map(({ no }) => no) };
  const { numAffectedRows } = await sql`
    insert into funds_project_household (county, id, project_id, household_id, area_code)
    select distinct on (h.id) ${county}, g.id, ${id}::uuid, h.id, h.area_code
    from ${given} join registry_household h on ${isMeant}
    where not exists (select from funds_project_household k
      where k.county = ${county} and k.project_id = ${id}::uuid and k.household_id = h.id)`.execute(
    tx,
  );
  return { added: Number(numAffectedRows ?? 0), unknown: [] };
}

export async function removePlaced(
  tx: Tx,
  { county, id }: Pick<Key, 'county' | 'id'>,
  households: readonly string[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from funds_project_household
    where county = ${county} and project_id = ${id}::uuid
      and household_id = any(${[...households]}::uuid[])`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
