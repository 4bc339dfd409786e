// Applies the limits on wrong passwords and codes. Failures are counted in a transaction of their own,
// because the refused request is undone; names and addresses are kept as keyed hashes only.
import { tooManyAttempts } from '#domain/access/access-refusals.ts';
import {
  type FailureLimit,
  failuresKeptSeconds,
  failuresPerAccount,
  failuresPerAddress,
} from '#domain/access/sign-in-limits.ts';
import { secondsRefused } from '#domain/access/throttle.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import type { PublicContext } from '#server/http/context.ts';
import { insertAttempts, listAttempts, queueForBucket } from './attempt.store.ts';
import type { Secrets } from './secrets.ts';

export interface Bucket {
  readonly key: string;
  readonly limits: readonly FailureLimit[];
}

export function nameBucket(secrets: Secrets, username: string): Bucket {
  return { key: `name:${hashed(secrets, username)}`, limits: failuresPerAccount };
}

export function addressBucket(secrets: Secrets, address: string): Bucket {
  return { key: `address:${hashed(secrets, address)}`, limits: failuresPerAddress };
}

export function codeBucket(account: string): Bucket {
  return { key: `code:${account}`, limits: failuresPerAccount };
}

/**
 * Refuses while a bucket is full. Requests queue for the first one: many guesses sent at once would
 * otherwise all be made before the first failure is counted.
 */
export async function refuseWhileFull(
  { tx, now }: PublicContext,
  buckets: readonly [Bucket, ...Bucket[]],
): Promise<void> {
  const isTurn = await queueForBucket(tx, buckets[0].key);
  const seconds = isTurn ? await secondsLeft(tx, buckets, now) : 60;
  if (seconds > 0) refuse(tooManyAttempts, { minutes: Math.ceil(seconds / 60) });
}

/** Counts one failure; gives the seconds for which the buckets are closed by it, 0 when they are not. */
export async function countFailure(
  tx: Tx,
  buckets: readonly Bucket[],
  now: string,
): Promise<number> {
  await insertAttempts(
    tx,
    buckets.map((bucket) => bucket.key),
    now,
  );
  return secondsLeft(tx, buckets, now);
}

async function secondsLeft(tx: Tx, buckets: readonly Bucket[], now: string): Promise<number> {
  const failures = await listAttempts(
    tx,
    buckets.map((bucket) => bucket.key),
    secondsAfter(now, -failuresKeptSeconds),
  );
  const waits = buckets.map((bucket) =>
    secondsRefused(failures.get(bucket.key) ?? [], now, bucket.limits),
  );
  return Math.max(0, ...waits);
}

export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

function hashed(secrets: Secrets, text: string): string {
  return secrets.hash('access_attempt', text).toString('hex');
}
