// Long work: what is done, what is left, and how to stop it.
import { z } from 'zod';
import { pageOf } from './page.ts';
import { route } from './route.ts';

export const JobRun = z.object({
  id: z.string(),
  kind: z.string(),
  areaCode: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** Name of the step under way, a key of the message catalogue. */
  step: z.string(),
  result: z.unknown().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type JobRun = z.infer<typeof JobRun>;

export const listJobs = route({
  method: 'GET',
  path: '/api/jobs/runs',
  summary: 'Long work of one’s area, newest first',
  permission: 'access.self',
  area: 'own',
  audit: null,
  output: pageOf(JobRun),
});

export const getJob = route({
  method: 'GET',
  path: '/api/jobs/runs/:id',
  summary: 'One run with its progress',
  permission: 'access.self',
  area: 'row',
  audit: null,
  params: z.object({ id: z.uuid() }),
  output: JobRun,
});

export const cancelJob = route({
  method: 'POST',
  path: '/api/jobs/runs/:id/cancellation',
  summary: 'Ask a run to stop at its next chunk; what is committed stays',
  permission: 'access.self',
  area: 'row',
  audit: 'jobs.cancel',
  params: z.object({ id: z.uuid() }),
  output: JobRun,
});
