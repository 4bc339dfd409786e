// Runs long work inside the process: progress is a row, cancel is a column, and a run that was killed
// goes on from its checkpoint. Decision 0003 says why this is not a queue library.
import { randomUUID } from 'node:crypto';
import { everything, type Scope } from '#domain/access/scope.ts';
import { messageOf, Refusal } from '#domain/kernel/refusal.ts';
import { type Db, inScope, type Tx } from '#server/database/connect.ts';
import {
  finishJob,
  insertJob,
  type JobProgress,
  type JobRow,
  type NewJob,
  releaseAllJobs,
  renewLease,
  requestCancel,
  saveJobProgress,
  takeJob,
} from './job.store.ts';

/** What one run may do. Everything it writes goes through `chunk`, so that progress and work agree. */
export interface Work {
  readonly id: string;
  readonly input: unknown;
  readonly scope: Scope;
  readonly account: string | null;
  readonly areaCode: string;
  /** What the last committed chunk left; null on the first attempt. */
  readonly checkpoint: unknown;
  /**
   * One transaction of the run, in its scope: what it did and how far that brings the run are
   * committed together. Throws `JobCancelled` when somebody asked to stop.
   */
  chunk<Result>(
    work: (tx: Tx) => Promise<{ readonly result: Result; readonly progress: JobProgress }>,
  ): Promise<Result>;
  /** Progress alone, without work. */
  report(progress: JobProgress): Promise<void>;
}

export interface JobKind {
  readonly kind: string;
  run(work: Work): Promise<unknown>;
  /** Called in a transaction of its own when a run ends without success. */
  abandoned?(
    tx: Tx,
    work: Pick<Work, 'id' | 'input'>,
    state: 'failed' | 'cancelled',
  ): Promise<void>;
}

export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

export interface Jobs {
  register(kind: JobKind): void;
  /** Adds a run in the caller's transaction; it starts once that commits. */
  enqueue(tx: Tx, job: Omit<NewJob, 'id'> & { readonly id?: string }): Promise<string>;
  /** Asks a run to stop. One that still waits never begins, and what was entered for it is taken back at once. */
  cancel(tx: Tx, id: string): Promise<void>;
  start(): Promise<void>;
  /** Stops taking work and waits for the chunk under way; its run goes on at the next start. */
  stop(): Promise<void>;
  /** Takes one waiting run and carries it out; false when none waits. For tests and commands. */
  runOne(): Promise<boolean>;
}

const leaseSeconds = 20;

export interface JobsOptions {
  readonly db: Db;
  /** True when no other process can be working on this database. */
  readonly alone: boolean;
  readonly atOnce?: number;
  readonly pollMilliseconds?: number;
}

export function makeJobs({ db, alone, atOnce = 2, pollMilliseconds = 1000 }: JobsOptions): Jobs {
  const kinds = new Map<string, JobKind>();
  const holder = randomUUID();
  const underWay = new Set<Promise<unknown>>();
  let filling: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  const take = () =>
    inScope(db, everything, (tx) =>
      takeJob(tx, { holder, leaseSeconds, kinds: [...kinds.keys()] }),
    );

  async function fill(): Promise<void> {
    while (!stopping && underWay.size < atOnce) {
      const row = await take();
      if (row === undefined) return;
      const run: Promise<unknown> = carryOut(db, kinds, holder, row, () => stopping).finally(() => {
        underWay.delete(run);
        soon();
      });
      underWay.add(run);
    }
  }

  function soon(milliseconds = 20): void {
    if (stopping || timer === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(tick, milliseconds);
  }

  function tick(): void {
    filling = fill()
      .catch((error: unknown) => process.stderr.write(`jobs: ${String(error)}\n`))
      .finally(() => soon(pollMilliseconds));
  }

  return {
    register(kind) {
      kinds.set(kind.kind, kind);
    },
    async enqueue(tx, job) {
      const id = job.id ?? randomUUID();
      await insertJob(tx, { ...job, id });
      soon(50);
      return id;
    },
    async cancel(tx, id) {
      const waiting = await requestCancel(tx, id);
      if (waiting === undefined) return;
      await kinds.get(waiting.kind)?.abandoned?.(tx, waiting, 'cancelled');
    },
    async start() {
      if (alone) await inScope(db, everything, releaseAllJobs);
      timer = setTimeout(tick, 0);
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      // A run may just be being taken; it would begin after everything else has stopped.
      await filling;
      await Promise.allSettled(underWay);
    },
    async runOne() {
      const row = await take();
      if (row === undefined) return false;
      await carryOut(db, kinds, holder, row, () => stopping);
      return true;
    },
  };
}

class Interrupted extends Error {}

async function carryOut(
  db: Db,
  kinds: ReadonlyMap<string, JobKind>,
  holder: string,
  row: JobRow,
  isStopping: () => boolean,
): Promise<void> {
  const kind = kinds.get(row.kind);
  if (kind === undefined) throw new Error(`no job kind ${row.kind}`);
  const asSystem = <Result>(work: (tx: Tx) => Promise<Result>) => inScope(db, everything, work);
  const heartbeat = setInterval(
    () => {
      asSystem((tx) => renewLease(tx, row.id, holder, leaseSeconds)).catch(() => undefined);
    },
    (leaseSeconds * 1000) / 4,
  );
  try {
    const result = await kind.run(workOf(db, row, isStopping));
    await asSystem((tx) => finishJob(tx, row.id, { state: 'done', result: result ?? null }));
  } catch (error) {
    if (error instanceof Interrupted) return;
    const state = error instanceof JobCancelled ? 'cancelled' : 'failed';
    await asSystem(async (tx) => {
      await kind.abandoned?.(tx, { id: row.id, input: row.input }, state);
      await finishJob(tx, row.id, {
        state,
        ...(state === 'failed' ? { failure: failureOf(error) } : {}),
      });
    });
  } finally {
    clearInterval(heartbeat);
  }
}

function workOf(db: Db, row: JobRow, isStopping: () => boolean): Work {
  const heed = (cancelled: boolean) => {
    if (cancelled) throw new JobCancelled(`run ${row.id} was cancelled`);
    if (isStopping()) throw new Interrupted();
  };
  return {
    id: row.id,
    input: row.input,
    scope: row.scope,
    account: row.account,
    areaCode: row.areaCode,
    checkpoint: row.checkpoint,
    async chunk(work) {
      const { result, cancelled } = await inScope(db, row.scope, async (tx) => {
        const { result, progress } = await work(tx);
        return { result, cancelled: await saveJobProgress(tx, row.id, progress) };
      });
      heed(cancelled);
      return result;
    },
    async report(progress) {
      heed(await inScope(db, everything, (tx) => saveJobProgress(tx, row.id, progress)));
    },
  };
}

function failureOf(error: unknown) {
  if (error instanceof Refusal) return { code: error.kind.code, message: messageOf(error, 'zh') };
  const incident = randomUUID().slice(0, 8);
  process.stderr.write(
    `incident ${incident}: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return {
    code: 'jobs/incident',
    message: `系统出错，编号 ${incident} / Something broke, number ${incident}`,
  };
}
