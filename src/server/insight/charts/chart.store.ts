// All SQL of versions of charts and of printed boards.
import type { Tx } from '#server/database/connect.ts';
import type { InsightBoardTable, InsightChartVersionTable } from '#server/database/tables.ts';

export type StoredVersion = Omit<InsightChartVersionTable, 'content'> & {
  readonly content: unknown;
};

export async function insertVersion(tx: Tx, row: StoredVersion): Promise<void> {
  const { content, ...rest } = row;
  await tx
    .insertInto('insight_chart_version')
    .values({ ...rest, content: JSON.stringify(content) })
    .execute();
}

export async function findVersion(
  tx: Tx,
  key: { readonly county: number; readonly id: string },
): Promise<StoredVersion | undefined> {
  return tx
    .selectFrom('insight_chart_version')
    .selectAll()
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

export type VersionHead = Omit<StoredVersion, 'content'>;

/** Versions of a chart in an area, the newest first, without what they hold. */
export async function listVersions(
  tx: Tx,
  asked: { readonly area: string; readonly pack: string; readonly chart: string },
): Promise<readonly VersionHead[]> {
  return tx
    .selectFrom('insight_chart_version')
    .select([
      'county',
      'id',
      'area_code',
      'pack',
      'edition',
      'chart',
      'hash',
      'note',
      'as_of',
      'data_day',
      'proposed_by',
      'proposer',
      'proposed_at',
      'approved_by',
      'approver',
      'approved_at',
    ])
    .where('area_code', '=', asked.area)
    .where('pack', '=', asked.pack)
    .where('chart', '=', asked.chart)
    .orderBy('proposed_at', 'desc')
    .limit(20)
    .execute();
}

export interface ApprovedChart {
  readonly pack: string;
  readonly chart: string;
  readonly approved_at: string | null;
}

/** When each chart of an area was approved last. */
export async function listApproved(tx: Tx, area: string): Promise<readonly ApprovedChart[]> {
  return tx
    .selectFrom('insight_chart_version')
    .select(({ fn }) => ['pack', 'chart', fn.max('approved_at').as('approved_at')])
    .where('area_code', '=', area)
    .where('approved_at', 'is not', null)
    .groupBy(['pack', 'chart'])
    .execute();
}

export async function markApproved(
  tx: Tx,
  key: { readonly county: number; readonly id: string },
  by: { readonly account: string; readonly name: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('insight_chart_version')
    .set({ approved_by: by.account, approver: by.name, approved_at: by.at })
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .execute();
}

export async function insertBoard(tx: Tx, row: InsightBoardTable): Promise<void> {
  await tx.insertInto('insight_board').values(row).execute();
}

export async function findBoard(tx: Tx, token: string): Promise<InsightBoardTable | undefined> {
  return tx.selectFrom('insight_board').selectAll().where('token', '=', token).executeTakeFirst();
}

/** The newest approved version of what a board shows. */
export async function findNewestApproved(
  tx: Tx,
  asked: { readonly area: string; readonly pack: string; readonly chart: string },
): Promise<{ readonly id: string } | undefined> {
  return tx
    .selectFrom('insight_chart_version')
    .select('id')
    .where('area_code', '=', asked.area)
    .where('pack', '=', asked.pack)
    .where('chart', '=', asked.chart)
    .where('approved_at', 'is not', null)
    .orderBy('approved_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
