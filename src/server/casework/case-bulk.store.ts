// Many cases and acts in one statement each: what a batch decided, and what the demonstration invents.
import { sql } from 'kysely';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';
import {
  actOfRow,
  actRow,
  type CaseKey,
  type CasePlace,
  type CaseRecord,
  type Projection,
} from './case.store.ts';
import { countColumns, countedCases } from './case-counts.store.ts';

/** New cases with all their acts. */
export async function insertCases(
  tx: Tx,
  cases: readonly { readonly row: CaseRecord; readonly acts: readonly CaseAct[] }[],
): Promise<void> {
  await insertRows(
    tx,
    'casework_case',
    cases.map(({ row }) => row),
  );
  await appendCounts(
    tx,
    cases.map(({ row }) => row),
    1,
  );
  await insertActs(
    tx,
    cases.flatMap(({ row, acts }) => acts.map((act) => ({ place: row, act }))),
  );
}

export async function insertActs(
  tx: Tx,
  acts: readonly { readonly place: CasePlace; readonly act: CaseAct }[],
): Promise<void> {
  await insertRows(
    tx,
    'casework_act',
    acts.map(({ place, act }) => actRow(place, act)),
  );
}

/** What the acts of many cases made of their places in the queue. */
export async function updateCases(
  tx: Tx,
  cases: readonly { readonly key: CaseKey; readonly projection: Projection }[],
): Promise<void> {
  const [first] = cases;
  if (first === undefined) return;
  const keys = cases.map(({ key }) => key);
  const rows = cases.map(({ key: { county, id }, projection }) => ({ county, id, ...projection }));
  const sets = Object.keys(first.projection).map(
    (name) => sql`${sql.ref(name)} = ${sql.ref(`n.${name}`)}`,
  );
  await appendCounts(tx, keys, -1);
  await sql`
    update casework_case c set ${sql.join(sets)}
    from jsonb_populate_recordset(null::casework_case, ${JSON.stringify(rows)}::jsonb) n
    where c.county = n.county and c.id = n.id`.execute(tx);
  await appendCounts(tx, keys, 1);
}

/** Counts cases as they stand now in this transaction. */
async function appendCounts(tx: Tx, keys: readonly CaseKey[], sign: 1 | -1): Promise<void> {
  const counties = [...new Set(keys.map(({ county }) => county))];
  const cases = sql`(
    select * from casework_case
    where county = any(${counties}::integer[]) and id = any(${keys.map(({ id }) => id)}::uuid[]))`;
  await sql`
    insert into casework_count_delta (${countColumns}) ${countedCases(cases, sign)}`.execute(tx);
}

/** In the order of ids, so that two such writers follow one another. */
export async function lockCases(tx: Tx, ids: readonly string[]): Promise<readonly CaseRecord[]> {
  return tx
    .selectFrom('casework_case')
    .selectAll()
    .where('county', 'in', countiesOf(ids))
    .where('id', 'in', ids.length === 0 ? [nobody] : [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function listActsOfMany(
  tx: Tx,
  cases: readonly CaseKey[],
): Promise<ReadonlyMap<string, readonly CaseAct[]>> {
  const ids = cases.map(({ id }) => id);
  const acts = new Map<string, CaseAct[]>();
  if (ids.length === 0) return acts;
  const rows = await tx
    .selectFrom('casework_act')
    .selectAll()
    .where('county', 'in', countiesOf(ids))
    .where('case_id', 'in', ids)
    .orderBy('position')
    .execute();
  for (const row of rows) {
    const own = acts.get(row.case_id);
    if (own === undefined) acts.set(row.case_id, [actOfRow(row)]);
    else own.push(actOfRow(row));
  }
  return acts;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Nothing is asked for where nobody is named. */
function countiesOf(ids: readonly string[]): number[] {
  const counties = [...new Set(ids.map(countyOfId))];
  return counties.length === 0 ? [-1] : counties;
}

/** One parameter whatever the number of rows: a thousand rows of twenty values each are too many. */
async function insertRows(
  tx: Tx,
  table: 'casework_case' | 'casework_act',
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}
