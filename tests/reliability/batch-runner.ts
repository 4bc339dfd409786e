// A process of its own that works on long work until nothing waits: what is killed in the tests of batches and
// of payment lists.
// Reads from its first argument where the database is.
import { plainDate } from '#domain/kernel/plain-date.ts';
import { temporarySecrets } from '#server/access/secrets.ts';
import { batchJob } from '#server/casework/batch-job.ts';
import { connect } from '#server/database/connect.ts';
import { postListJob } from '#server/funds/list-jobs.ts';
import { makeJobs } from '#server/jobs/jobs.ts';
import { idMaker } from '#server/kernel/id-maker.ts';
import type { Platform } from '#server/platform.ts';
import { openPackLibrary } from '#server/policy/pack-library.ts';

const { db } = connect(JSON.parse(process.argv[2] ?? '{}'), 4);
const now = () => new Date().toISOString();
const jobs = makeJobs({ db, alone: true });
const platform = {
  db,
  clock: { now, recordedAt: now, today: () => plainDate('2016-09-30') },
  secrets: temporarySecrets(),
  jobs,
  packs: await openPackLibrary(db),
  newId: idMaker(Date.now),
} as unknown as Platform;
jobs.register(batchJob(platform));
jobs.register(postListJob(platform));
while (await jobs.runOne());
process.exit(0);
