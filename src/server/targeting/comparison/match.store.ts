// The comparison itself: rows of a list in a table of the run's own, the register's key table, one join. What is
// found becomes hits of leads, one open lead for a household. Everything in the run's transaction, so that
// rows which matched nobody are gone when it ends. Nothing here writes a household.
import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { type CopyItem, copyInto } from '#server/database/copy-rows.ts';

const rowColumns = ['row_no', 'hash', 'object', 'since'] as const;

/** Rows of a list while they are compared, by the name of the table that this transaction alone ever sees. */
export type StagedRows = string & { readonly stagedRows: true };

/** An empty one. Not a temporary table: those are out of reach of the processes that share a join. */
export async function beginRows(tx: Tx): Promise<StagedRows> {
  const table = `stage.match_row_${randomBytes(8).toString('hex')}` as StagedRows;
  await sql`
    create unlogged table ${sql.table(table)} (row_no integer, hash bytea, object text, since date)`.execute(
    tx,
  );
  return table;
}

/** Number of the row, hash of the person, what they are said to have, since when. */
export async function stageRows(
  tx: Tx,
  rows: Iterable<CopyItem> | AsyncIterable<CopyItem>,
): Promise<StagedRows> {
  const table = await beginRows(tx);
  await copyInto(tx, table, rowColumns, rows);
  await sql`analyze ${sql.table(table)}`.execute(tx);
  return table;
}

export interface SealedPerson {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly identity_sealed: Buffer;
}

const present = sql`p.left_on is null`;

/** Persons with a number, some thousands at a time: theirs are hashed by the key of the list. */
export async function* sealedPersons(
  tx: Tx,
  { low, high }: AreaSpan,
): AsyncGenerator<readonly SealedPerson[]> {
  const size = 20_000;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<SealedPerson>`
      select p.county, p.id, p.household_id, p.identity_sealed from registry_person p
      where p.area_code >= ${low} and p.area_code < ${high} and p.identity_sealed is not null
        and ${present} and p.id > ${after}::uuid
      order by p.id limit ${size}`.execute(tx);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = last.id;
  }
}

/** Hashes of the register's side, for this run alone. */
export async function beginKeys(tx: Tx): Promise<void> {
  await sql`
    create temporary table match_key
      (identity_hash bytea, county integer, person_id uuid, household_id uuid)
    on commit drop`.execute(tx);
}

export async function stageKeys(tx: Tx, rows: Iterable<CopyItem>): Promise<void> {
  const columns = ['identity_hash', 'county', 'person_id', 'household_id'];
  await copyInto(tx, 'match_key', columns, rows);
}

/** An id that carries its county and follows from what it is about. */
function idFrom(about: RawBuilder<unknown>): RawBuilder<string> {
  return sql`overlay(overlay(overlay(md5(${about})
    placing lpad(to_hex(k.county), 6, '0') from 1 for 6)
    placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid`;
}

const hitId = (list: string) =>
  idFrom(sql`'hit ' || ${list}::text || k.person_id::text || r.row_no::text`);
/** One for all rows of a household. */
const leadId = (list: string) => idFrom(sql`'lead ' || ${list}::text || k.household_id::text`);
/** Pairs are decided one by one: what comes after a lead was decided opens another. */
const leadIdOfRow = (list: string) =>
  idFrom(sql`'lead ' || ${list}::text || k.household_id::text || ' ' || r.row_no::text`);

/** What a run finds is written by one run after the other, so that a household never has two open leads. */
async function waitForOthers(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('targeting comparison', 7))`.execute(tx);
}

const openLead = sql`left join targeting_lead l
  on l.county = k.county and l.household_id = k.household_id and l.state = 'open'`;

/** A list asks the same thing once, however often somebody finds it. */
const isNew = (list: string) => sql`not exists (
  select from targeting_hit x
  where x.list_id = ${list}::uuid and x.county = k.county and x.person_id = k.person_id and x.row_no = r.row_no)`;

/** One join of the rows with the keys; the persons found are few and read by their keys. The rows are gone then. */
export async function findMatches(
  tx: Tx,
  {
    rows,
    list,
    span,
    keys,
  }: {
    readonly rows: StagedRows;
    readonly list: string;
    readonly span: AreaSpan;
    readonly keys: 'register' | 'staged';
  },
): Promise<void> {
  const table = sql.table(keys === 'register' ? 'registry_person_key' : 'match_key');
  await waitForOthers(tx);
  // The rows of a list of some millions fit into memory: joined in one piece and not in sixteen through files.
  await sql`set local work_mem = '128MB'`.execute(tx);
  // Lengths say nothing of a hash; the condition tells the planner that few rows of a list are in the register.
  await sql`
    create temporary table match_hit on commit drop as
    select r.row_no, r.object, r.since, k.county, k.person_id, k.household_id, p.area_code,
      ${hitId(list)} as id, l.id is null as is_new, coalesce(l.id, ${leadId(list)}) as lead_id
    from ${sql.table(rows)} r
    join ${table} k on k.identity_hash = r.hash and length(k.identity_hash) + length(r.hash) = 64
    join registry_person p on p.county = k.county and p.id = k.person_id
    ${openLead}
    where k.county >= kernel_county_from(${span.low}) and k.county < kernel_county_below(${span.high})
      and p.area_code >= ${span.low} and p.area_code < ${span.high} and ${present}
      and ${isNew(list)}`.execute(tx);
  await sql`drop table ${sql.table(rows)}`.execute(tx);
  await sql`analyze match_hit`.execute(tx);
}

/** A pair that a person found to be one: as if the list had had the number. */
export async function stageOneMatch(
  tx: Tx,
  list: string,
  hit: {
    readonly row: number;
    readonly object: string;
    readonly since: string | null;
    readonly county: number;
    readonly person: string;
    readonly household: string;
    readonly area: string;
  },
): Promise<void> {
  await waitForOthers(tx);
  await sql`
    create temporary table match_hit on commit drop as
    select r.row_no, r.object, r.since, k.county, k.person_id, k.household_id, ${hit.area}::text as area_code,
      ${hitId(list)} as id, l.id is null as is_new, coalesce(l.id, ${leadIdOfRow(list)}) as lead_id
    from (select ${hit.row}::integer as row_no, ${hit.object}::text as object, ${hit.since}::date as since) r
    cross join (select ${hit.county}::integer as county, ${hit.person}::uuid as person_id,
      ${hit.household}::uuid as household_id) k
    ${openLead}
    where ${isNew(list)}`.execute(tx);
}

/** Room for another list in the same transaction. */
export async function clearStages(tx: Tx): Promise<void> {
  await sql`drop table if exists match_hit, match_lead`.execute(tx);
}

export interface HitsOf {
  readonly list: string;
  readonly kind: string;
  readonly title: string;
  readonly way: 'number' | 'hash' | 'name';
  readonly today: string;
  readonly now: string;
  readonly accountName: string;
  readonly dueOn: string | null;
}

/** What was found, each kept with the lead it belongs to; how many. */
export async function writeHits(tx: Tx, of: HitsOf): Promise<number> {
  const inserted = await sql`
    insert into targeting_hit (county, id, lead_id, list_id, household_id, person_id, area_code, kind,
      list_title, row_no, object, object_since, way)
    select county, id, lead_id, ${of.list}::uuid, household_id, person_id, area_code, ${of.kind},
      ${of.title}, row_no, object, since, ${of.way}
    from match_hit`.execute(tx);
  return Number(inserted.numAffectedRows ?? 0);
}

export interface OpenedLeads {
  readonly persons: number;
  readonly households: number;
  readonly newLeads: number;
}

/** Leads that are open take what is new of their household; where there is none, one is opened. */
export async function openLeads(tx: Tx, of: HitsOf): Promise<OpenedLeads> {
  await sql`
    create temporary table match_lead on commit drop as
    select distinct on (county, household_id) county, household_id, area_code, lead_id, is_new
    from match_hit order by county, household_id`.execute(tx);
  await sql`analyze match_lead`.execute(tx);
  const { persons, households, new_leads: newLeads } = await countMatched(tx);
  await sql`
    insert into targeting_lead
      (county, id, household_id, area_code, state, opened_on, since, due_on, position)
    select county, lead_id, household_id, area_code, 'open', ${of.today}::date, ${of.today}::date,
      ${of.dueOn}::date, 1
    from match_lead where is_new`.execute(tx);
  await sql`
    insert into targeting_lead_act (county, lead_id, position, household_id, area_code, kind,
      account_name, true_on, recorded_at, reason)
    select county, lead_id, 1, household_id, area_code, 'open', ${of.accountName}, ${of.today}::date,
      ${of.now}::timestamptz, ${of.title}
    from match_lead where is_new`.execute(tx);
  if (households > newLeads) await tellOpenLeads(tx, of);
  return { persons, households, newLeads };
}

interface Matched {
  readonly persons: number;
  readonly households: number;
  readonly new_leads: number;
}

async function countMatched(tx: Tx): Promise<Matched> {
  const { rows } = await sql<Matched>`
    select (select count(*) from (select distinct county, person_id from match_hit) d)::integer as persons,
      count(*)::integer as households, count(*) filter (where is_new)::integer as new_leads
    from match_lead`.execute(tx);
  return rows[0] ?? { persons: 0, households: 0, new_leads: 0 };
}

/** Whoever is reading an open lead sees that it has changed. */
async function tellOpenLeads(tx: Tx, of: HitsOf): Promise<void> {
  await sql`
    with changed as (
      update targeting_lead t set position = t.position + 1
      from match_lead l where not l.is_new and t.county = l.county and t.id = l.lead_id
      returning t.county, t.id, t.position, t.household_id, t.area_code)
    insert into targeting_lead_act (county, lead_id, position, household_id, area_code, kind,
      account_name, true_on, recorded_at, reason)
    select county, id, position, household_id, area_code, 'open', ${of.accountName},
      ${of.today}::date, ${of.now}::timestamptz, ${of.title}
    from changed`.execute(tx);
}

export interface NamedPerson {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly name: string;
  readonly birth_date: string | null;
}

/** Everybody of a county by name, for lists without numbers. */
export async function listNamedPersons(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly NamedPerson[]> {
  const { rows } = await sql<NamedPerson>`
    select p.county, p.id, p.household_id, p.area_code, p.name, p.birth_date from registry_person p
    where p.area_code >= ${low} and p.area_code < ${high} and ${present}
    order by p.id`.execute(tx);
  return rows;
}

export async function countPersons(tx: Tx, { low, high }: AreaSpan): Promise<number> {
  const { rows } = await sql<{ persons: number }>`
    select count(*)::integer as persons from registry_person p
    where p.area_code >= ${low} and p.area_code < ${high} and ${present}`.execute(tx);
  return rows[0]?.persons ?? 0;
}
