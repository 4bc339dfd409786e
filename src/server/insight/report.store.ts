// All SQL of saved reports of figures.
import type { Tx } from '#server/database/connect.ts';

export interface StoredReport {
  readonly id: string;
  readonly area_code: string;
  readonly account: string;
  readonly account_name: string;
  readonly title: string;
  readonly content: string;
  readonly saved_at: string;
  readonly published_at: string | null;
}

export async function insertReport(tx: Tx, report: StoredReport): Promise<void> {
  await tx.insertInto('insight_report').values(report).execute();
}

export async function findReport(tx: Tx, id: string): Promise<StoredReport | undefined> {
  return tx.selectFrom('insight_report').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listReportRows(tx: Tx): Promise<readonly StoredReport[]> {
  return tx
    .selectFrom('insight_report')
    .selectAll()
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

export async function markPublished(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('insight_report').set({ published_at: at }).where('id', '=', id).execute();
}
