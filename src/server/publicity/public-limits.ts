// How often one address may knock at the public doors, and how many objections one notice and reports one
// slip take in an hour. Addresses are counted as keyed hashes and forgotten within a day; no picture puzzle from outside.
import type { FailureLimit } from '#domain/access/sign-in-limits.ts';
import { secondsRefused } from '#domain/access/throttle.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { tooManyTries } from '#domain/publicity/refusals.ts';
import { insertAttempts, listAttempts, queueForBucket } from '#server/access/attempt.store.ts';
import { secondsAfter } from '#server/access/attempt-limits.ts';
import type { PublicContext } from '#server/http/context.ts';

const minute = 60;
const hour = 60 * minute;

export const publicLimits = {
  /** Codes and receipts that were wrong, by address. */
  guess: [{ failures: 20, withinSeconds: 10 * minute, waitSeconds: 10 * minute }],
  /** Objections, by address: a village shares one. */
  object: [{ failures: 10, withinSeconds: hour, waitSeconds: 30 * minute }],
  /** Objections to one notice, wherever they come from. */
  notice: [{ failures: 60, withinSeconds: hour, waitSeconds: 30 * minute }],
  /** Reports by one slip, pictures among them. */
  slip: [{ failures: 12, withinSeconds: hour, waitSeconds: 30 * minute }],
} as const satisfies Readonly<Record<string, readonly FailureLimit[]>>;

export type PublicLimit = keyof typeof publicLimits;

export interface PublicBucket {
  readonly limit: PublicLimit;
  readonly key: string;
}

export function addressOf({ platform, address }: PublicContext, limit: PublicLimit): PublicBucket {
  const hash = platform.secrets.hash('publicity_address', address).toString('hex');
  return { limit, key: `publicity-${limit}:${hash}` };
}

export function noticeBucket(id: string): PublicBucket {
  return { limit: 'notice', key: `publicity-notice:${id}` };
}

export function slipBucket(supervisor: string): PublicBucket {
  return { limit: 'slip', key: `publicity-slip:${supervisor}` };
}

/** In turn, requests of one address queue: many sent at once are counted like many sent one by one. */
export async function refuseTooMany(
  { tx, now }: PublicContext,
  buckets: readonly PublicBucket[],
  order: 'inTurn' | 'asked' = 'inTurn',
): Promise<void> {
  for (const bucket of order === 'inTurn' ? buckets : []) {
    const isTurn = await queueForBucket(tx, bucket.key);
    if (!isTurn) refuse(tooManyTries, { minutes: 1 });
  }
  const tries = await listAttempts(
    tx,
    buckets.map(({ key }) => key),
    secondsAfter(now, -hour),
  );
  const waits = buckets.map(({ key, limit }) =>
    secondsRefused(tries.get(key) ?? [], now, publicLimits[limit]),
  );
  const seconds = Math.max(0, ...waits);
  if (seconds > 0) refuse(tooManyTries, { minutes: Math.ceil(seconds / minute) });
}

export async function countTry(
  { tx, now }: PublicContext,
  buckets: readonly PublicBucket[],
): Promise<void> {
  await insertAttempts(
    tx,
    buckets.map(({ key }) => key),
    now,
  );
}
