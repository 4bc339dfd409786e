// SQL of changing one household: locked, read whole, and its rows brought to what its events say.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import { markHouseholds } from '#server/kernel/changed-village.store.ts';
import type { HouseholdKey } from './event.store.ts';
import type { Columns } from './form-row.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Locked, it is held until the transaction ends, so that two writers follow one another. */
export async function findHouseholdRow(
  tx: Tx,
  { county, id }: HouseholdKey,
  lock: 'locked' | 'shown',
): Promise<Row | undefined> {
  const query = tx
    .selectFrom('registry_household')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function listPersonRows(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<readonly Row[]> {
  return tx
    .selectFrom('registry_person')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findHouseholdOfPerson(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('registry_person')
    .select('household_id')
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.household_id;
}

export async function updateHousehold(
  tx: Tx,
  { county, id }: HouseholdKey,
  columns: Columns,
): Promise<void> {
  await sql`
    update registry_household set ${assignments(columns)}
    where county = ${county} and id = ${id}::uuid`.execute(tx);
  await markHouseholds(tx, county, [id]);
}

export async function updatePerson(
  tx: Tx,
  { county, id }: HouseholdKey,
  columns: Columns,
): Promise<void> {
  await sql`
    update registry_person set ${assignments(columns)}, version = version + 1
    where county = ${county} and id = ${id}::uuid`.execute(tx);
}

export async function insertPerson(tx: Tx, columns: Columns): Promise<void> {
  const names = Object.keys(columns).map((name) => sql.ref(name));
  await sql`
    insert into registry_person (${sql.join(names)})
    values (${sql.join(Object.values(columns))})`.execute(tx);
}

/** The key under which a present member is found; none for who left or has no number. */
export async function replacePersonKey(
  tx: Tx,
  { county, id }: HouseholdKey,
  { person, hash }: { person: string; hash: Buffer | null },
): Promise<void> {
  await tx
    .deleteFrom('registry_person_key')
    .where('county', '=', county)
    .where('person_id', '=', person)
    .execute();
  if (hash === null) return;
  await tx
    .insertInto('registry_person_key')
    .values({ identity_hash: hash, county, person_id: person, household_id: id })
    .execute();
}

export interface SameIdentity {
  readonly person: string;
  readonly household: string;
}

export async function listSameIdentity(
  tx: Tx,
  { county, hash, except }: { county: number; hash: Buffer; except: string },
): Promise<{ readonly here: readonly SameIdentity[]; readonly elsewhere: boolean }> {
  const rows = await tx
    .selectFrom('registry_person_key')
    .select(['person_id', 'household_id'])
    .where('identity_hash', '=', hash)
    .where('county', '=', county)
    .where('person_id', '<>', except)
    .execute();
  const answer = await sql<{ elsewhere: boolean }>`
    select registry_identity_elsewhere(${hash}, ${county}) as elsewhere`.execute(tx);
  return {
    here: rows.map((row) => ({ person: row.person_id, household: row.household_id })),
    elsewhere: answer.rows[0]?.elsewhere ?? false,
  };
}

/** The other county is asked the same, and learns no more than this one does. */
export async function tellElsewhere(
  tx: Tx,
  county: number,
  { hash, dueOn, now }: { hash: Buffer; dueOn: string; now: string },
): Promise<void> {
  await sql`
    select registry_tell_elsewhere(${hash}, ${county}, ${dueOn}::date, ${now}::timestamptz)`.execute(
    tx,
  );
}

export async function isNumberTaken(tx: Tx, county: number, number: string): Promise<boolean> {
  const row = await tx
    .selectFrom('registry_household')
    .select('id')
    .where('county', '=', county)
    .where('household_no', '=', number)
    .executeTakeFirst();
  return row !== undefined || (await lastMergedNo(tx, county, [number, `${number} `])) !== '';
}

/** The next free number of a village, under a lock, so that two registrations do not share one. */
export async function nextHouseholdNo(tx: Tx, county: number, village: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`household-no ${village}`}, 0))`.execute(
    tx,
  );
  const row = await tx
    .selectFrom('registry_household')
    .select('household_no')
    .where('county', '=', county)
    .where('household_no', '>=', village)
    .where('household_no', '<', `${village}:`)
    .orderBy('household_no', 'desc')
    .limit(1)
    .executeTakeFirst();
  const merged = await lastMergedNo(tx, county, [village, `${village}:`]);
  const shown = row?.household_no ?? '';
  const tail = (shown > merged ? shown : merged).slice(village.length);
  const next = /^\d+$/.test(tail) ? Number(tail) + 1 : 1;
  return `${village}${String(next).padStart(Math.max(4, tail.length), '0')}`;
}

/** The numbers of households that were merged away stay theirs, should they come back. */
async function lastMergedNo(
  tx: Tx,
  county: number,
  [low, high]: readonly [string, string],
): Promise<string> {
  const { rows } = await sql<{ household_no: string | null }>`
    select max(household_no) as household_no
    from registry_numbers_merged(${county}, ${low}, ${high})`.execute(tx);
  return rows[0]?.household_no ?? '';
}

function assignments(columns: Columns) {
  return sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));
}
