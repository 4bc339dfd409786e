// Many households at once: COPY into staging tables, from there INSERT … SELECT under row security, and
// the counts of the staged rows in one statement. Everything in the caller's transaction. Refuses
// nothing itself: who calls has checked its rows, and the constraints of the schema stand behind.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import { type CopyItem, copyInto } from '#server/database/copy-rows.ts';
import { markVillagesOf } from '#server/kernel/changed-village.store.ts';
import { countLines } from './count-lines.store.ts';
import { followHouseholds } from './follow-households.store.ts';
import { type HouseholdRows, rowColumns } from './to-household-rows.ts';

const stages = {
  household: { stage: 'stage_household', table: 'registry_household' },
  persons: { stage: 'stage_person', table: 'registry_person' },
  keys: { stage: 'stage_person_key', table: 'registry_person_key' },
  events: { stage: 'stage_event', table: 'registry_event' },
  incomeEntries: { stage: 'stage_income_entry', table: 'registry_income_entry' },
  incomeYears: { stage: 'stage_income_year', table: 'registry_income_year' },
  externalIds: { stage: 'stage_external_id', table: 'registry_external_id' },
} as const satisfies Record<keyof HouseholdRows, { stage: string; table: string }>;

type Part = keyof typeof stages;

const parts = Object.keys(stages) as readonly Part[];

/** An identity number that another person of this county carries, or somebody in another county. */
export interface Duplicate {
  readonly person: string;
  readonly household: string;
  readonly others: readonly { readonly person: string; readonly household: string }[];
  readonly elsewhere: boolean;
}

/** Stores new households with everything they own. A few thousand in one call. */
export async function insertHouseholds(
  tx: Tx,
  batch: readonly HouseholdRows[],
): Promise<readonly Duplicate[]> {
  const staged = await stageBatch(tx, batch);
  for (const part of parts) await insertStaged(tx, part, staged);
  await appendCountLines(tx, 1, sql`stage_household`, sql`stage_person`);
  return listStagedDuplicates(tx);
}

/**
 * Replaces households that exist by what they are now. The caller has read and locked them in this
 * transaction; `events` and `incomeEntries` hold only what is new.
 */
export async function replaceHouseholds(
  tx: Tx,
  batch: readonly HouseholdRows[],
): Promise<readonly Duplicate[]> {
  const staged = await stageBatch(tx, batch);
  const households = sql`(select h.* from registry_household h join stage_household s using (county, id))`;
  const persons = sql`(select p.* from registry_person p join stage_household s on s.county = p.county and s.id = p.household_id)`;
  await appendCountLines(tx, -1, households, persons);
  await markVillagesOf(
    tx,
    sql`select h.area_code from ${households} as h union all select area_code from stage_household`,
  );
  await sql`
    delete from registry_person_key k using registry_person p, stage_household s
    where p.county = s.county and p.household_id = s.id
      and k.identity_hash = p.identity_hash and k.county = p.county and k.person_id = p.id`.execute(
    tx,
  );
  const moving = await listMoving(tx);
  await updateStaged(tx, 'household', staged);
  for (const { county, ids } of moving) await followHouseholds(tx, county, ids);
  await updateStaged(tx, 'persons', staged);
  await sql`
    delete from registry_income_year y using stage_household s
    where y.county = s.county and y.household_id = s.id`.execute(tx);
  await insertStaged(
    tx,
    'persons',
    staged,
    sql`
    where not exists (
      select from registry_person p where p.county = stage_person.county and p.id = stage_person.id)`,
  );
  for (const part of ['keys', 'events', 'incomeEntries', 'incomeYears'] as const) {
    await insertStaged(tx, part, staged);
  }
  await insertStaged(tx, 'externalIds', staged, sql`on conflict do nothing`);
  await appendCountLines(tx, 1, households, persons);
  return listStagedDuplicates(tx);
}

/** Parts that have any rows. */
type Staged = ReadonlySet<Part>;

async function stageBatch(tx: Tx, batch: readonly HouseholdRows[]): Promise<Staged> {
  await emptyStages(tx);
  const staged = new Set<Part>();
  for (const part of parts) {
    const rows = batch.flatMap((household): readonly CopyItem[] =>
      part === 'household' ? [household.household] : household[part],
    );
    if (rows.length === 0) continue;
    await copyInto(tx, stages[part].stage, rowColumns[part], rows);
    staged.add(part);
  }
  return staged;
}

/** Made once in a session, empty at every commit, emptied for every further batch before it. */
async function emptyStages(tx: Tx): Promise<void> {
  const { rows } = await sql<{ made: boolean }>`
    select to_regclass(${`pg_temp.${stages.household.stage}`}) is not null as made`.execute(tx);
  if (rows[0]?.made === true) {
    const { rows: used } = await sql<{ used: boolean }>`
      select exists (select from ${sql.table(stages.household.stage)}) as used`.execute(tx);
    if (used[0]?.used !== true) return;
    const names = parts.map((part) => sql.table(stages[part].stage));
    await sql`truncate ${sql.join(names)}`.execute(tx);
    return;
  }
  // One message: each statement by itself would wait for its own answer.
  const creating = parts.map((part) => {
    const { stage, table } = stages[part];
    return sql`create temporary table ${sql.table(stage)} (like ${sql.table(table)} including defaults) on commit delete rows`;
  });
  await sql`${sql.join(creating, sql`; `)}`.execute(tx);
}

async function insertStaged(tx: Tx, part: Part, staged: Staged, rest = sql``): Promise<void> {
  if (!staged.has(part)) return;
  const { stage, table } = stages[part];
  const names = sql.join(rowColumns[part].map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (${names}) select ${names} from ${sql.table(stage)} ${rest}`.execute(
    tx,
  );
}

async function listMoving(tx: Tx): Promise<readonly { county: number; ids: string[] }[]> {
  const { rows } = await sql<{ county: number; ids: string[] }>`
    select h.county, array_agg(h.id) as ids
    from registry_household h join stage_household s using (county, id)
    where h.area_code <> s.area_code group by h.county`.execute(tx);
  return rows;
}

/** Rows that exist take the staged values; what registration said once stays. */
async function updateStaged(tx: Tx, part: 'household' | 'persons', staged: Staged): Promise<void> {
  if (!staged.has(part)) return;
  const { stage, table } = stages[part];
  const fixed = new Set(['county', 'id', 'created_at']);
  const changing = rowColumns[part].filter((column) => !fixed.has(column));
  const sets = changing.map((column) => sql`${sql.ref(column)} = s.${sql.ref(column)}`);
  await sql`
    update ${sql.table(table)} t set ${sql.join(sets)} from ${sql.table(stage)} s
    where t.county = s.county and t.id = s.id`.execute(tx);
}

async function appendCountLines(
  tx: Tx,
  sign: 1 | -1,
  households: ReturnType<typeof sql>,
  persons: ReturnType<typeof sql>,
): Promise<void> {
  await sql`
    insert into registry_count_delta (area_code, metric, key, households, persons)
    ${countLines(households, persons, sign)}`.execute(tx);
}

async function listStagedDuplicates(tx: Tx): Promise<readonly Duplicate[]> {
  const { rows } = await sql<{
    person: string;
    household: string;
    others: { person: string; household: string }[];
    elsewhere: boolean;
  }>`
    with elsewhere as materialized (
      select hash from registry_identities_elsewhere(
        array(select identity_hash from stage_person_key), (select county from stage_person_key limit 1)
      ) as hash
    )
    select s.person_id as person, s.household_id as household, e.hash is not null as elsewhere,
      coalesce(jsonb_agg(jsonb_build_object('person', k.person_id, 'household', k.household_id))
        filter (where k.person_id is not null), '[]') as others
    from stage_person_key s
    left join elsewhere e on e.hash = s.identity_hash
    left join registry_person_key k
      on k.identity_hash = s.identity_hash and k.county = s.county and k.person_id <> s.person_id
    where e.hash is not null or k.person_id is not null
    group by s.person_id, s.household_id, e.hash`.execute(tx);
  return rows;
}
