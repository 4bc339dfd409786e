// All SQL of saved trials: kept once, read by those whose area they are of, deleted by who saved them.
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface TrialRecord {
  readonly id: string;
  readonly area_code: string;
  readonly account: string;
  readonly author_name: string;
  readonly name: string;
  readonly reasons: string;
  readonly on_date: string;
  readonly saved_at: string;
  readonly pack: string;
  readonly pack_version: string;
  readonly margin: number;
  readonly changes: unknown;
  readonly result: unknown;
}

const columns = [
  'id',
  'area_code',
  'account',
  'author_name',
  'name',
  'reasons',
  'on_date',
  'saved_at',
  'pack',
  'pack_version',
  'margin',
  'changes',
  'result',
] as const;

export async function insertTrial(tx: Tx, trial: TrialRecord): Promise<void> {
  await tx
    .insertInto('insight_trial')
    .values({
      ...trial,
      changes: JSON.stringify(trial.changes),
      result: JSON.stringify(trial.result),
    })
    .execute();
}

export async function findTrial(tx: Tx, id: string): Promise<TrialRecord | undefined> {
  return tx.selectFrom('insight_trial').select(columns).where('id', '=', id).executeTakeFirst();
}

/** Trials of an area and those inside it, newest first, from a place on. */
export async function listTrialRecords(
  tx: Tx,
  {
    span,
    after,
    limit,
  }: {
    readonly span: AreaSpan;
    readonly after?: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly TrialRecord[]> {
  return tx
    .selectFrom('insight_trial')
    .select(columns)
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('saved_at', '<', after?.[0] ?? ''),
          where.and([where('saved_at', '=', after?.[0] ?? ''), where('id', '<', after?.[1] ?? '')]),
        ]),
      ),
    )
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function deleteTrialRecord(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('insight_trial').where('id', '=', id).execute();
}
