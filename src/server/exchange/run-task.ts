// A run in the reading process: its own sessions of the database the server uses, the run's progress
// written with each chunk and told to the server beside it.
import { compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { inScope } from '#server/database/connect.ts';
import { saveJobProgress } from '#server/jobs/job.store.ts';
import { JobCancelled } from '#server/jobs/jobs.ts';
import type { ReadingAnswer, RunTask } from './reading-task.ts';
import { runImport } from './run-import.ts';

export async function runTask(
  task: RunTask,
  tell: (answer: ReadingAnswer) => Promise<void>,
): Promise<unknown> {
  const composed = await compose({
    config: readConfig(process.env),
    role: 'visitor',
    say: () => undefined,
  });
  const { platform } = composed;
  const heed = (cancelled: boolean): void => {
    if (cancelled) throw new JobCancelled(`run ${task.job} was cancelled`);
  };
  try {
    return await runImport(platform, {
      ...task,
      async chunk(work) {
        const { result, progress, cancelled } = await inScope(
          platform.db,
          task.scope,
          async (tx) => {
            const done = await work(tx);
            return { ...done, cancelled: await saveJobProgress(tx, task.job, done.progress) };
          },
        );
        await tell({ kind: 'progress', progress });
        heed(cancelled);
        return result;
      },
      async report(progress) {
        const cancelled = await inScope(platform.db, task.scope, (tx) =>
          saveJobProgress(tx, task.job, progress),
        );
        await tell({ kind: 'progress', progress });
        heed(cancelled);
      },
    });
  } finally {
    await composed.close();
  }
}
