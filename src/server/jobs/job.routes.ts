// Doors of long work.
import { cancelJob, getJob, type JobRun, listJobs } from '#contract/jobs.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { findJob, type JobRow, listJobRows } from './job.store.ts';

export const noSuchRun = {
  code: 'jobs/no-such-run',
  status: 404,
  message: {
    zh: '没有这项任务，或不在您的管辖范围内。',
    en: 'There is no such run, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const jobRoutes: readonly Served[] = [
  serve(listJobs, async ({ tx, actor }) => {
    const rows = await listJobRows(tx, 100);
    const theirs = rows.filter((job) => actor.households === null || job.account === actor.account);
    return { items: theirs.map(asRun), next: null };
  }),
  serve(getJob, async (context, { params }) => asRun(await getOwn(context, params.id))),
  serve(cancelJob, async (context, { params }) => {
    const job = await getOwn(context, params.id);
    await context.platform.jobs.cancel(context.tx, job.id);
    context.note({ subject: `job:${job.id}`, facts: { kind: job.kind } });
    return asRun(await getOwn(context, params.id));
  }),
];

/** Row security shows the runs of one's area; who sees only named households sees only their own runs. */
async function getOwn({ tx, actor }: Context, id: string): Promise<JobRow> {
  const job = await findJob(tx, id);
  const isTheirs = actor.households === null || job?.account === actor.account;
  return job === undefined || !isTheirs ? refuse(noSuchRun) : job;
}

function asRun(job: JobRow): JobRun {
  return {
    id: job.id,
    kind: job.kind,
    areaCode: job.areaCode,
    state: job.state,
    done: job.done,
    total: job.total,
    step: job.step,
    result: job.result ?? null,
    failure: job.failure,
    createdAt: job.createdAt,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
  };
}
