// The comparison itself: rows of a list in a temporary table, the register's key table, one join. What is
// found becomes hits of leads, one open lead for a household. Everything in the run's transaction, so that
// rows which matched nobody are gone when it ends. Nothing here writes a household.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { type CopyItem, copyInto } from '#server/database/copy-rows.ts';

const rowColumns = ['row_no', 'hash', 'object', 'since'] as const;

/** Rows of the list: number of the row, hash of the person, what they are said to have, since when. */
export async function stageRows(
  tx: Tx,
  rows: Iterable<CopyItem> | AsyncIterable<CopyItem>,
): Promise<number> {
  await sql`
    create temporary table match_row (row_no integer, hash bytea, object text, since date)
    on commit drop`.execute(tx);
  const count = await copyInto(tx, 'match_row', rowColumns, rows);
  await sql`analyze match_row`.execute(tx);
  return count;
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
function idFrom(county: RawBuilder<unknown>, about: RawBuilder<unknown>): RawBuilder<string> {
  return sql`overlay(overlay(overlay(md5(${about})
    placing lpad(to_hex(${county}), 6, '0') from 1 for 6)
    placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid`;
}

/** One join of the rows with the keys; the persons found are few and read by their keys. */
export async function findMatches(
  tx: Tx,
  { span, keys }: { readonly span: AreaSpan; readonly keys: 'register' | 'staged' },
): Promise<void> {
  const table = sql.table(keys === 'register' ? 'registry_person_key' : 'match_key');
  // The rows of a list of some millions fit into memory: joined in one piece and not in sixteen through files.
  await sql`set local work_mem = '128MB'`.execute(tx);
  await sql`
    create temporary table match_hit on commit drop as
    with found as materialized (
      select r.row_no, r.object, r.since, k.county, k.person_id, k.household_id
      from match_row r join ${table} k on k.identity_hash = r.hash)
    select f.*, p.area_code from found f
    join registry_person p on p.county = f.county and p.id = f.person_id
    where p.area_code >= ${span.low} and p.area_code < ${span.high} and ${present}`.execute(tx);
  await sql`analyze match_hit`.execute(tx);
}

/** A pair that a person found to be one: as if the list had had the number. */
export async function stageOneMatch(
  tx: Tx,
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
  await sql`
    create temporary table match_hit on commit drop as
    select ${hit.row}::integer as row_no, ${hit.object}::text as object, ${hit.since}::date as since,
      ${hit.county}::integer as county, ${hit.person}::uuid as person_id,
      ${hit.household}::uuid as household_id, ${hit.area}::text as area_code`.execute(tx);
}

/** Room for another list in the same transaction. */
export async function clearStages(tx: Tx): Promise<void> {
  await sql`drop table if exists match_row, match_hit, match_lead`.execute(tx);
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

export interface Written {
  readonly hits: number;
  readonly persons: number;
  readonly households: number;
  readonly newLeads: number;
}

/** Leads that are open take what is new of their household; where there is none, one is opened. */
export async function writeHits(tx: Tx, of: HitsOf): Promise<Written> {
  const lead = idFrom(sql`m.county`, sql`'lead ' || ${of.list}::text || m.household_id::text`);
  await sql`
    create temporary table match_lead on commit drop as
    select distinct on (m.county, m.household_id) m.county, m.household_id, m.area_code,
      coalesce(l.id, ${lead}) as lead_id, l.id is null as is_new
    from match_hit m
    left join targeting_lead l
      on l.county = m.county and l.household_id = m.household_id and l.state = 'open'
    order by m.county, m.household_id`.execute(tx);
  await sql`analyze match_lead`.execute(tx);
  const counted = await countMatched(tx);
  await sql`
    insert into targeting_lead
      (county, id, household_id, area_code, state, opened_on, since, due_on, position)
    select county, lead_id, household_id, area_code, 'open', ${of.today}::date, ${of.today}::date,
      ${of.dueOn}::date, 1
    from match_lead where is_new
    on conflict do nothing`.execute(tx);
  await sql`
    insert into targeting_lead_act (county, lead_id, position, household_id, area_code, kind,
      account_name, true_on, recorded_at, reason)
    select county, lead_id, 1, household_id, area_code, 'open', ${of.accountName}, ${of.today}::date,
      ${of.now}::timestamptz, ${of.title}
    from match_lead where is_new
    on conflict do nothing`.execute(tx);
  const hit = idFrom(
    sql`m.county`,
    sql`'hit ' || ${of.list}::text || m.person_id::text || m.row_no::text`,
  );
  const inserted = await sql`
    insert into targeting_hit (county, id, lead_id, list_id, household_id, person_id, area_code, kind,
      list_title, row_no, object, object_since, way)
    select m.county, ${hit}, l.lead_id, ${of.list}::uuid, m.household_id, m.person_id, m.area_code,
      ${of.kind}, ${of.title}, m.row_no, m.object, m.since, ${of.way}
    from match_hit m join match_lead l on l.county = m.county and l.household_id = m.household_id
    on conflict do nothing`.execute(tx);
  if (counted.households > counted.new_leads) await tellOpenLeads(tx, of);
  return {
    hits: Number(inserted.numAffectedRows ?? 0),
    persons: counted.persons,
    households: counted.households,
    newLeads: counted.new_leads,
  };
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
