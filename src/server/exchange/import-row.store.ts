// Rows of an import as they were read: what became of each, and every problem found in it.
import { sql } from 'kysely';
import type { RowOutcome } from '#contract/exchange.ts';
import type { RowProblem } from '#domain/exchange/row-problem.ts';
import type { Tx } from '#server/database/connect.ts';
import { type CopyRow, copyInto } from '#server/database/copy-rows.ts';
import type { StoredImport } from './import.store.ts';

export interface NewImportRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly householdNo: string;
  readonly name: string;
  readonly county: number | null;
  readonly household: string | null;
  readonly changes: readonly string[];
  readonly problems: readonly RowProblem[];
}

const rowColumns = [
  'import_id',
  'row_number',
  'area_code',
  'outcome',
  'household_no',
  'name',
  'county',
  'household_id',
  'changes',
  'problems',
] as const;

/** Adds rows that are not there yet: a run that goes on after a kill tells the same rows again. */
export async function insertImportRows(
  tx: Tx,
  { id, areaCode }: Pick<StoredImport, 'id' | 'areaCode'>,
  rows: readonly NewImportRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    create temporary table if not exists stage_import_row
    (like exchange_import_row including defaults) on commit drop`.execute(tx);
  await sql`truncate stage_import_row`.execute(tx);
  const lines = rows.map(
    (row): CopyRow => [
      id,
      row.row,
      areaCode,
      row.outcome,
      row.householdNo,
      row.name,
      row.county,
      row.household,
      row.changes,
      row.problems.length === 0 ? null : JSON.stringify(row.problems),
    ],
  );
  await copyInto(tx, 'stage_import_row', rowColumns, lines);
  const names = sql.join(rowColumns.map((column) => sql.ref(column)));
  await sql`
    insert into exchange_import_row (${names}) select ${names} from stage_import_row
    on conflict do nothing`.execute(tx);
}

export interface ImportRowQuery {
  readonly id: string;
  readonly outcome?: RowOutcome;
  readonly problem?: string;
  readonly after: number;
  readonly limit: number;
}

export async function listRowsOf(
  tx: Tx,
  { id, outcome, problem, after, limit }: ImportRowQuery,
): Promise<readonly NewImportRow[]> {
  let query = tx
    .selectFrom('exchange_import_row')
    .where('import_id', '=', id)
    .where('row_number', '>', after)
    .selectAll();
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (problem !== undefined) {
    query = query.where(
      sql<boolean>`problems @> jsonb_build_array(jsonb_build_object('code', ${problem}::text))`,
    );
  }
  const rows = await query.orderBy('row_number').limit(limit).execute();
  return rows.map((row) => ({
    row: row.row_number,
    outcome: row.outcome as RowOutcome,
    householdNo: row.household_no,
    name: row.name,
    county: row.county,
    household: row.household_id,
    changes: row.changes,
    problems: (row.problems ?? []) as readonly RowProblem[],
  }));
}

export type RefusedRow = Pick<NewImportRow, 'row' | 'householdNo' | 'problems'>;

/** All refused rows with their problems, in the order of the file. */
export async function listRefusedRows(tx: Tx, id: string): Promise<readonly RefusedRow[]> {
  const rows = await tx
    .selectFrom('exchange_import_row')
    .where('import_id', '=', id)
    .where('outcome', '=', 'refused')
    .orderBy('row_number')
    .select(['row_number', 'household_no', 'problems'])
    .execute();
  return rows.map((row) => ({
    row: row.row_number,
    householdNo: row.household_no,
    problems: (row.problems ?? []) as readonly RowProblem[],
  }));
}

/** Everything found wrong in rows, in the order of the file. */
export async function problemsOfImport(tx: Tx, id: string): Promise<readonly RowProblem[]> {
  const rows = await tx
    .selectFrom('exchange_import_row')
    .where('import_id', '=', id)
    .where('problems', 'is not', null)
    .orderBy('row_number')
    .select('problems')
    .execute();
  return rows.flatMap((row) => (row.problems ?? []) as readonly RowProblem[]);
}
