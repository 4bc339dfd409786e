// Takes away, a few times an hour, what nobody needs any more: sessions that are over, failed sign-ins
// that count no more, answers kept for repeated requests, files that
// nothing names. Once a day, what a new day changes.
import { everything } from '#domain/access/scope.ts';
import { sweepAccess } from '#server/access/sweep-access.ts';
import { inScope } from '#server/database/connect.ts';
import { sweepAnswers } from '#server/http/idempotency.store.ts';
import { sweepFiles } from '#server/kernel/attachment.store.ts';
import { deleteCopiesBefore } from '#server/publicity/notice.store.ts';
import { keepDay } from '#server/registry/keep-day.ts';
import type { Platform } from './platform.ts';

const everyMilliseconds = 10 * 60 * 1000;
const answersKeptMilliseconds = 24 * 60 * 60 * 1000;

/** One round. */
export async function sweep({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const dayBefore = new Date(Date.parse(now) - answersKeptMilliseconds).toISOString();
  await inScope(db, everything, async (tx) => {
    await sweepAccess(tx, now);
    await sweepAnswers(tx, dayBefore);
    await sweepFiles(tx);
    await deleteCopiesBefore(tx, clock.today());
  });
  await keepDay(db, clock.today());
}

export function startHousekeeping(platform: Pick<Platform, 'db' | 'clock'>): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    underWay = sweep(platform).catch((error: unknown) => {
      process.stderr.write(`housekeeping: ${error instanceof Error ? error.message : error}\n`);
    });
  }, everyMilliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
