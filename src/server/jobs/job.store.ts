// All SQL of long work. A run is taken under a lease that its holder renews; a lease that ran out is
// anybody's, so work goes on after a kill. FOR UPDATE SKIP LOCKED keeps takers out of each other's way.
import { sql } from 'kysely';
import type { Scope } from '#domain/access/scope.ts';
import type { Tx } from '#server/database/connect.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobFailure {
  readonly code: string;
  readonly message: string;
}

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly areaCode: string;
  readonly account: string | null;
  readonly scope: Scope;
  readonly input: unknown;
  readonly state: JobState;
  readonly done: number;
  readonly total: number | null;
  readonly step: string;
  readonly checkpoint: unknown;
  readonly result: unknown;
  readonly failure: JobFailure | null;
  readonly cancelRequested: boolean;
  readonly attempts: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

const columns = [
  'id',
  'kind',
  'area_code',
  'account',
  'scope',
  'input',
  'state',
  'done',
  'total',
  'step',
  'checkpoint',
  'result',
  'failure',
  'cancel_requested',
  'attempts',
  'created_at',
  'started_at',
  'finished_at',
] as const;

export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly areaCode: string;
  readonly account: string | null;
  readonly scope: Scope;
  readonly input: unknown;
  readonly now: string;
}

export async function insertJob(tx: Tx, job: NewJob): Promise<void> {
  await tx
    .insertInto('jobs_run')
    .values({
      id: job.id,
      kind: job.kind,
      area_code: job.areaCode,
      account: job.account,
      scope: JSON.stringify(job.scope),
      input: JSON.stringify(job.input),
      created_at: job.now,
    })
    .execute();
}

export async function findJob(tx: Tx, id: string): Promise<JobRow | undefined> {
  const row = await tx
    .selectFrom('jobs_run')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : fromJobRow(row);
}

export async function listJobRows(tx: Tx, limit: number): Promise<readonly JobRow[]> {
  const rows = await tx
    .selectFrom('jobs_run')
    .select(columns)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromJobRow);
}

/** Takes the oldest run that waits or whose holder is gone. */
export async function takeJob(
  tx: Tx,
  {
    holder,
    leaseSeconds,
    kinds,
  }: { holder: string; leaseSeconds: number; kinds: readonly string[] },
): Promise<JobRow | undefined> {
  const { rows } = await sql<Record<string, unknown>>`
    update jobs_run set state = 'running', holder = ${holder}, attempts = attempts + 1,
      held_until = now() + make_interval(secs => ${leaseSeconds}),
      started_at = coalesce(started_at, now())
    where id = (
      select id from jobs_run
      where kind = any (${kinds})
        and (state = 'queued' or (state = 'running' and held_until < now()))
      order by created_at
      for update skip locked
      limit 1)
    returning ${sql.join(columns.map((column) => sql.ref(column)))}`.execute(tx);
  const row = rows[0];
  return row === undefined ? undefined : fromJobRow(row);
}

/** Lets go of everything held, where this process is known to be the only one. */
export async function releaseAllJobs(tx: Tx): Promise<void> {
  await tx
    .updateTable('jobs_run')
    .set({ held_until: sql`now() - interval '1 second'` })
    .where('state', '=', 'running')
    .execute();
}

export async function renewLease(tx: Tx, id: string, holder: string, leaseSeconds: number) {
  await tx
    .updateTable('jobs_run')
    .set({ held_until: sql`now() + make_interval(secs => ${leaseSeconds})` })
    .where('id', '=', id)
    .where('holder', '=', holder)
    .where('state', '=', 'running')
    .execute();
}

export interface JobProgress {
  readonly done: number;
  readonly total?: number | null;
  readonly step?: string;
  readonly checkpoint?: unknown;
}

/** Writes progress and tells whether somebody asked to stop. */
export async function saveJobProgress(tx: Tx, id: string, progress: JobProgress): Promise<boolean> {
  const row = await tx
    .updateTable('jobs_run')
    .set({
      done: progress.done,
      ...(progress.total === undefined ? {} : { total: progress.total }),
      ...(progress.step === undefined ? {} : { step: progress.step }),
      ...(progress.checkpoint === undefined
        ? {}
        : { checkpoint: JSON.stringify(progress.checkpoint) }),
    })
    .where('id', '=', id)
    .returning('cancel_requested')
    .executeTakeFirst();
  return row?.cancel_requested ?? false;
}

export async function finishJob(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'failed' | 'cancelled'; result?: unknown; failure?: JobFailure },
): Promise<void> {
  await tx
    .updateTable('jobs_run')
    .set({
      state: end.state,
      result: end.result === undefined ? null : JSON.stringify(end.result),
      failure: end.failure === undefined ? null : JSON.stringify(end.failure),
      holder: null,
      held_until: null,
      finished_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute();
}

/** A run that waits is cancelled at once and given back; one under way stops at its next chunk. */
export async function requestCancel(tx: Tx, id: string): Promise<JobRow | undefined> {
  const row = await tx
    .updateTable('jobs_run')
    .set({
      cancel_requested: true,
      state: sql`case when state = 'queued' then 'cancelled' else state end`,
      finished_at: sql`case when state = 'queued' then now() else finished_at end`,
    })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .returning(columns)
    .executeTakeFirst();
  return row?.state === 'cancelled' ? fromJobRow(row) : undefined;
}

function fromJobRow(row: Record<string, unknown>): JobRow {
  return {
    id: row.id as string,
    kind: row.kind as string,
    areaCode: row.area_code as string,
    account: row.account as string | null,
    scope: row.scope as Scope,
    input: row.input,
    state: row.state as JobState,
    done: row.done as number,
    total: row.total as number | null,
    step: row.step as string,
    checkpoint: row.checkpoint,
    result: row.result,
    failure: row.failure as JobFailure | null,
    cancelRequested: row.cancel_requested as boolean,
    attempts: row.attempts as number,
    createdAt: row.created_at as string,
    startedAt: row.started_at as string | null,
    finishedAt: row.finished_at as string | null,
  };
}
