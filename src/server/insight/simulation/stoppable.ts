// Work that must not outlive the one who waits for it: the statement has a time limit, and when the
// request's connection closes, the database is told to stop. What it had read is thrown away.
import { everything } from '#domain/access/scope.ts';
import { trialTooLong } from '#domain/insight/refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { inScope } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { cancelProcess, limitTime, processOf } from './simulation.store.ts';

/** PostgreSQL's code for a statement that was stopped, by its limit or by somebody. */
const stopped = '57014';

export async function stoppable<Result>(
  { tx, platform, gone }: Pick<Context, 'tx' | 'platform' | 'gone'>,
  work: () => Promise<Result>,
): Promise<Result> {
  await limitTime(tx);
  const process = await processOf(tx);
  let stopping: Promise<unknown> = Promise.resolve();
  const stop = () => {
    stopping = inScope(platform.db, everything, (other) => cancelProcess(other, process)).catch(
      () => undefined,
    );
  };
  gone.addEventListener('abort', stop, { once: true });
  try {
    if (gone.aborted) return refuse(trialTooLong);
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === stopped) {
      return refuse(trialTooLong);
    }
    throw error;
  } finally {
    gone.removeEventListener('abort', stop);
    // The session goes back to the pool only after the word to stop has gone out.
    await stopping;
  }
}
