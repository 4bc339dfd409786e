// All SQL of imports and their rows. Row security shows the imports of one's area; what the register
// holds is read and written by the registry's own stores.
import { sql } from 'kysely';
import type { ImportCounts, ImportState } from '#contract/exchange.ts';
import type { ColumnMapping } from '#domain/exchange/mapping.ts';
import type { RowProblem } from '#domain/exchange/row-problem.ts';
import type { SheetSummary } from '#domain/exchange/sheet-row.ts';
import type { Tx } from '#server/database/connect.ts';

export interface StoredImport {
  readonly id: string;
  readonly areaCode: string;
  readonly account: string;
  readonly accountName: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly digest: Buffer;
  readonly fileKept: boolean;
  readonly format: string;
  readonly encoding: string | null;
  readonly sheets: readonly SheetSummary[];
  readonly sheet: string;
  readonly headingRow: number;
  readonly columns: readonly ColumnMapping[];
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly profile: string | null;
  readonly incomeYear: number;
  /** Whether rows of one household are scattered in the file; null until a run has found out. */
  readonly gathering: boolean | null;
  readonly state: ImportState;
  readonly notices: readonly RowProblem[];
  readonly problemCounts: readonly ProblemCount[];
  readonly counts: ImportCounts | null;
  readonly failure: StoredFailure | null;
  readonly job: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface ProblemCount {
  readonly code: string;
  readonly count: number;
}

export interface StoredFailure {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export type NewImport = Omit<
  StoredImport,
  | 'fileKept'
  | 'gathering'
  | 'state'
  | 'notices'
  | 'problemCounts'
  | 'counts'
  | 'failure'
  | 'job'
  | 'finishedAt'
>;

/** What an upload or a corrected mapping says of a file. */
export type ImportDescription = Pick<
  StoredImport,
  'sheet' | 'headingRow' | 'columns' | 'sample' | 'profile' | 'incomeYear'
>;

export async function insertImport(tx: Tx, made: NewImport): Promise<void> {
  await tx
    .insertInto('exchange_import')
    .values({
      id: made.id,
      area_code: made.areaCode,
      account: made.account,
      account_name: made.accountName,
      file_name: made.fileName,
      file_bytes: made.bytes,
      file_digest: made.digest,
      format: made.format,
      encoding: made.encoding,
      sheets: JSON.stringify(made.sheets),
      sheet: made.sheet,
      heading_row: made.headingRow,
      columns: JSON.stringify(made.columns),
      sample: JSON.stringify(made.sample),
      profile: made.profile,
      income_year: made.incomeYear,
      created_at: made.createdAt,
    })
    .execute();
}

export async function findImport(tx: Tx, id: string): Promise<StoredImport | undefined> {
  const row = await tx
    .selectFrom('exchange_import')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst();
  return row === undefined ? undefined : fromImportRow(row);
}

/** Newest first; `before` is the last one of the page above. */
export async function listImportsOf(
  tx: Tx,
  { before, limit }: { before?: { createdAt: string; id: string }; limit: number },
): Promise<readonly StoredImport[]> {
  let query = tx.selectFrom('exchange_import').selectAll();
  if (before !== undefined) {
    query = query.where(
      sql<boolean>`(created_at, id) < (${before.createdAt}::timestamptz, ${before.id}::uuid)`,
    );
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromImportRow);
}

/** A new description undoes what an earlier dry run found. */
export async function saveDescription(
  tx: Tx,
  id: string,
  description: ImportDescription,
): Promise<void> {
  await tx
    .updateTable('exchange_import')
    .set({
      sheet: description.sheet,
      heading_row: description.headingRow,
      columns: JSON.stringify(description.columns),
      sample: JSON.stringify(description.sample),
      profile: description.profile,
      income_year: description.incomeYear,
      gathering: null,
      state: 'uploaded',
      notices: '[]',
      problem_counts: '[]',
      counts: null,
      failure: null,
      finished_at: null,
    })
    .where('id', '=', id)
    .execute();
  await deleteImportRows(tx, id);
}

export interface ImportProgress {
  readonly state?: ImportState;
  readonly job?: string;
  readonly counts?: ImportCounts;
  readonly notices?: readonly RowProblem[];
  readonly problemCounts?: readonly ProblemCount[];
  readonly failure?: StoredFailure | null;
  readonly finishedAt?: string | null;
  readonly fileKept?: boolean;
  readonly gathering?: boolean;
}

export async function saveImport(tx: Tx, id: string, progress: ImportProgress): Promise<void> {
  const { counts, notices, problemCounts, failure } = progress;
  await tx
    .updateTable('exchange_import')
    .set({
      ...(progress.state === undefined ? {} : { state: progress.state }),
      ...(progress.job === undefined ? {} : { job: progress.job }),
      ...(progress.fileKept === undefined ? {} : { file_kept: progress.fileKept }),
      ...(progress.gathering === undefined ? {} : { gathering: progress.gathering }),
      ...(progress.finishedAt === undefined ? {} : { finished_at: progress.finishedAt }),
      ...(counts === undefined ? {} : { counts: JSON.stringify(counts) }),
      ...(notices === undefined ? {} : { notices: JSON.stringify(notices) }),
      ...(problemCounts === undefined ? {} : { problem_counts: JSON.stringify(problemCounts) }),
      ...(failure === undefined
        ? {}
        : { failure: failure === null ? null : JSON.stringify(failure) }),
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await deleteImportRows(tx, id);
  await tx.deleteFrom('exchange_import').where('id', '=', id).execute();
}

export async function deleteImportRows(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('exchange_import_row').where('import_id', '=', id).execute();
}

/** Files that are kept although their import ended, or was left alone, before this instant. */
export async function listStaleFiles(tx: Tx, before: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('exchange_import')
    .where('file_kept', '=', true)
    .where('created_at', '<', before)
    .where('state', 'not in', ['checking', 'committing'])
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

function fromImportRow(row: Record<string, unknown>): StoredImport {
  return {
    id: row.id as string,
    areaCode: row.area_code as string,
    account: row.account as string,
    accountName: row.account_name as string,
    fileName: row.file_name as string,
    bytes: row.file_bytes as number,
    digest: row.file_digest as Buffer,
    fileKept: row.file_kept as boolean,
    format: row.format as string,
    encoding: row.encoding as string | null,
    sheets: row.sheets as StoredImport['sheets'],
    sheet: row.sheet as string,
    headingRow: row.heading_row as number,
    columns: row.columns as StoredImport['columns'],
    sample: row.sample as StoredImport['sample'],
    profile: row.profile as string | null,
    incomeYear: row.income_year as number,
    gathering: row.gathering as boolean | null,
    state: row.state as ImportState,
    notices: row.notices as readonly RowProblem[],
    problemCounts: row.problem_counts as readonly ProblemCount[],
    counts: row.counts as ImportCounts | null,
    failure: row.failure as StoredFailure | null,
    job: row.job as string | null,
    createdAt: row.created_at as string,
    finishedAt: row.finished_at as string | null,
  };
}
