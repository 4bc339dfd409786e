// Many cases and acts in one statement each: what a batch decided, and what the demonstration invents.
import { sql } from 'kysely';
import type { CaseAct } from '#domain/casework/case-act.ts';
import type { Tx } from '#server/database/connect.ts';
import { actRow, type CaseKey, type CasePlace, type CaseRecord } from './case.store.ts';
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

/** Counts cases as they stand now in this transaction. */
async function appendCounts(tx: Tx, keys: readonly CaseKey[], sign: 1 | -1): Promise<void> {
  const counties = [...new Set(keys.map(({ county }) => county))];
  const cases = sql`(
    select * from casework_case
    where county = any(${counties}::integer[]) and id = any(${keys.map(({ id }) => id)}::uuid[]))`;
  await sql`
    insert into casework_count_delta (${countColumns}) ${countedCases(cases, sign)}`.execute(tx);
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
