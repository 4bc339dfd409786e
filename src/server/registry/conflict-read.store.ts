// Conflicts as rows with the names a list shows.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';
import type { StoredSide } from './conflict-write.store.ts';

export interface ConflictRow {
  readonly county: number;
  readonly id: string;
  readonly kind: 'value' | 'identity' | 'identity-elsewhere';
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly field: string;
  readonly sides: readonly StoredSide[];
  readonly owner_role: string;
  readonly due_on: string | null;
  readonly opened_at: string;
  readonly resolved_at: string | null;
  readonly resolution: unknown;
}

const joined = sql`
  select c.county, c.id, c.kind, c.household_id, h.household_no, h.head_name, c.area_code,
    c.person_id, p.name as person_name, c.field, c.sides, c.owner_role, c.due_on, c.opened_at,
    c.resolved_at, c.resolution
  from registry_conflict c
  join registry_household h on h.county = c.county and h.id = c.household_id
  left join registry_person p on p.county = c.county and p.id = c.person_id`;

export async function listConflictRows(
  tx: Tx,
  question: {
    readonly spans: readonly AreaSpan[];
    readonly owner?: string;
    readonly kind?: string;
    readonly household?: string;
    readonly after?: readonly [string, string];
    readonly limit: number;
  },
): Promise<readonly ConflictRow[]> {
  const { spans, owner, kind, household, after, limit } = question;
  const conditions: RawBuilder<unknown>[] = [
    sql`c.resolved_at is null`,
    inSpans(spans, sql`c.area_code`),
  ];
  if (owner !== undefined) conditions.push(sql`c.owner_role = ${owner}`);
  if (kind !== undefined) conditions.push(sql`c.kind = ${kind}`);
  if (household !== undefined) conditions.push(sql`c.household_id = ${household}::uuid`);
  if (after !== undefined) {
    conditions.push(sql`(c.opened_at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  const { rows } = await sql<ConflictRow>`
    ${joined} where ${sql.join(conditions, sql` and `)}
    order by c.opened_at, c.id limit ${limit}`.execute(tx);
  return rows;
}

export async function findConflictRow(
  tx: Tx,
  { county, id }: { county: number; id: string },
): Promise<ConflictRow | undefined> {
  const { rows } = await sql<ConflictRow>`
    ${joined} where c.county = ${county} and c.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** Names of other households and persons a conflict points at; those out of scope are not found. */
export async function listConflictNames(
  tx: Tx,
  county: number,
  { households, persons }: { households: readonly string[]; persons: readonly string[] },
): Promise<{
  readonly households: ReadonlyMap<string, { householdNo: string; headName: string | null }>;
  readonly persons: ReadonlyMap<string, string>;
}> {
  const found = await sql<{ id: string; household_no: string; head_name: string | null }>`
    select id, household_no, head_name from registry_household
    where county = ${county} and id = any(${[...households]}::uuid[])`.execute(tx);
  const named = await sql<{ id: string; name: string }>`
    select id, name from registry_person
    where county = ${county} and id = any(${[...persons]}::uuid[])`.execute(tx);
  return {
    households: new Map(
      found.rows.map((row) => [row.id, { householdNo: row.household_no, headName: row.head_name }]),
    ),
    persons: new Map(named.rows.map((row) => [row.id, row.name])),
  };
}
