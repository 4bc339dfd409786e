// All SQL of what follows a comparison: orders to recalibrate, and the sessions villagers watched.
import type { Tx } from '#server/database/connect.ts';

export interface OrderRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly area_code: string;
  readonly team: string;
  readonly items: readonly string[];
  readonly reason: string;
  readonly issued_at: string;
  readonly issued_on: string;
  readonly issued_by_name: string;
  readonly due_on: string;
  readonly answered_at: string | null;
  readonly answered_on: string | null;
  readonly answered_by_name: string | null;
  readonly answer: string | null;
}

export async function insertOrder(
  tx: Tx,
  row: Omit<OrderRow, 'answered_at' | 'answered_on' | 'answered_by_name' | 'answer'>,
): Promise<void> {
  await tx
    .insertInto('supervision_order')
    .values({ ...row, items: [...row.items] })
    .execute();
}

export async function listOrders(tx: Tx, campaign: string): Promise<readonly OrderRow[]> {
  return tx
    .selectFrom('supervision_order')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .orderBy('issued_at')
    .orderBy('id')
    .execute();
}

export async function answerOrderRow(
  tx: Tx,
  id: string,
  answered: {
    readonly answered_at: string;
    readonly answered_on: string;
    readonly answered_by_name: string;
    readonly answer: string;
  },
): Promise<void> {
  await tx.updateTable('supervision_order').set(answered).where('id', '=', id).execute();
}

export interface SessionRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly area_code: string;
  readonly held_on: string;
  readonly team: string;
  readonly households: number;
  readonly observers: readonly string[];
  readonly remark: string;
  readonly account: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

export async function insertSession(tx: Tx, row: SessionRow): Promise<void> {
  await tx
    .insertInto('supervision_session')
    .values({ ...row, observers: [...row.observers] })
    .execute();
}

export async function listSessions(tx: Tx, campaign: string): Promise<readonly SessionRow[]> {
  return tx
    .selectFrom('supervision_session')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .orderBy('held_on')
    .orderBy('id')
    .execute();
}
