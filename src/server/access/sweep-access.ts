// Takes away sessions that are over and failures that count no more.
import { failuresKeptSeconds, sessionLimits } from '#domain/access/sign-in-limits.ts';
import type { Tx } from '#server/database/connect.ts';
import { sweepAttempts } from './attempt.store.ts';
import { secondsAfter } from './attempt-limits.ts';
import { sweepSessions } from './session.store.ts';

/** Runs under the scope of everything, a few times an hour. */
export async function sweepAccess(tx: Tx, now: string): Promise<void> {
  await sweepSessions(tx, now, sessionLimits.idleSeconds);
  await sweepAttempts(tx, secondsAfter(now, -failuresKeptSeconds));
}
