import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { aDatabase } from '#tests/world/database.ts';
import { findJob, requestCancel } from './job.store.ts';
import { type JobKind, makeJobs, type Work } from './jobs.ts';

const { db } = await aDatabase();
const asSystem = <Result>(work: Parameters<typeof inScope<Result>>[2]) =>
  inScope(db, everything, work);

function jobsWith(kind: JobKind) {
  const jobs = makeJobs({ db, alone: true, pollMilliseconds: 20 });
  jobs.register(kind);
  return jobs;
}

async function added(jobs: ReturnType<typeof makeJobs>, kind: string, input: unknown) {
  return asSystem((tx) =>
    jobs.enqueue(tx, {
      kind,
      areaCode: '451226',
      account: null,
      scope: everything,
      input,
      now: '2016-09-30T00:00:00.000Z',
    }),
  );
}

const stateOf = (id: string) => asSystem((tx) => findJob(tx, id));

/** Counts from the checkpoint to ten, a chunk each; stops the process's part where told. */
const counting = (seen: number[], at: (step: number, work: Work) => Promise<void>): JobKind => ({
  kind: 'count',
  async run(work) {
    const first = ((work.checkpoint as number | null) ?? 0) + 1;
    for (let step = first; step <= 10; step += 1) {
      await at(step, work);
      await work.chunk(async () => ({
        result: seen.push(step),
        progress: { done: step, total: 10, step: 'counting', checkpoint: step },
      }));
    }
    return { counted: 10 };
  },
});

test('a run shows its progress and leaves its result', async () => {
  const seen: number[] = [];
  const jobs = jobsWith(counting(seen, async () => undefined));
  const id = await added(jobs, 'count', {});

  await jobs.runOne();

  expect(await stateOf(id)).toMatchObject({
    state: 'done',
    done: 10,
    total: 10,
    result: { counted: 10 },
  });
});

test('a run whose process was killed goes on after its last committed chunk', async () => {
  const seen: number[] = [];
  const killed = jobsWith(
    counting(seen, (step) => (step === 5 ? new Promise(() => undefined) : Promise.resolve())),
  );
  const id = await added(killed, 'count', {});
  void killed.runOne();
  await expect.poll(async () => (await stateOf(id))?.done).toBe(4);

  const next = jobsWith(counting(seen, async () => undefined));
  await next.start();

  await expect.poll(async () => (await stateOf(id))?.state).toBe('done');
  await next.stop();
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('cancel stops a run at its next chunk and keeps what is committed', async () => {
  const seen: number[] = [];
  const jobs = jobsWith(
    counting(seen, async (step, work) => {
      if (step === 3) await asSystem((tx) => requestCancel(tx, work.id));
    }),
  );
  const id = await added(jobs, 'count', {});

  await jobs.runOne();

  expect(await stateOf(id)).toMatchObject({ state: 'cancelled', done: 3 });
  expect(seen).toEqual([1, 2, 3]);
});

test('a run that waits is cancelled before it begins, and what was entered for it is taken back', async () => {
  const seen: number[] = [];
  const takenBack: unknown[] = [];
  const jobs = jobsWith({
    ...counting(seen, async () => undefined),
    abandoned: async (_, { input }, state) => void takenBack.push([input, state]),
  });
  const id = await added(jobs, 'count', { list: 7 });
  await asSystem((tx) => jobs.cancel(tx, id));

  const taken = await jobs.runOne();

  expect(taken).toBe(false);
  expect(takenBack).toEqual([[{ list: 7 }, 'cancelled']]);
  expect((await stateOf(id))?.state).toBe('cancelled');
});

test('a chunk that fails is undone with its progress, and the failure carries an incident number', async () => {
  const jobs = jobsWith({
    kind: 'break',
    run: (work) =>
      work.chunk(async (tx) => {
        await sql`insert into kernel_setting (key, value) values ('half', 'true')`.execute(tx);
        throw new Error('the world broke');
      }),
  });
  const id = await added(jobs, 'break', {});

  await jobs.runOne();

  const job = await stateOf(id);
  const left = await asSystem((tx) =>
    sql`select 1 from kernel_setting where key = 'half'`.execute(tx),
  );
  expect(job?.failure?.message).toMatch(/number [0-9a-f]{8}/);
  expect(left.rows).toEqual([]);
});

test('two takers never take the same run', async () => {
  const seen: number[] = [];
  const kind = counting(seen, async () => undefined);
  const [left, right] = [jobsWith(kind), jobsWith(kind)];
  await added(left, 'count', {});

  const taken = await Promise.all([left.runOne(), right.runOne()]);

  expect(taken.filter(Boolean)).toHaveLength(1);
});
