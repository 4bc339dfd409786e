// All SQL of failed sign-ins. A bucket is the keyed hash of a name as typed, or of an address.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

/** Instants of the failures in each bucket since a moment. */
export async function listAttempts(
  tx: Tx,
  buckets: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom('access_attempt')
    .select(['bucket', 'at'])
    .where('bucket', 'in', [...buckets])
    .where('at', '>=', since)
    .execute();
  return new Map(
    buckets.map((bucket) => [
      bucket,
      rows.filter((row) => row.bucket === bucket).map((row) => row.at),
    ]),
  );
}

export async function insertAttempts(
  tx: Tx,
  buckets: readonly string[],
  at: string,
): Promise<void> {
  await tx
    .insertInto('access_attempt')
    .values(buckets.map((bucket) => ({ bucket, at })))
    .execute();
}

export async function deleteAttempts(tx: Tx, bucket: string): Promise<void> {
  await tx.deleteFrom('access_attempt').where('bucket', '=', bucket).execute();
}

/**
 * Tries of one name come one after another. False when others took longer than anybody waits; the
 * transaction is then good for nothing but to be undone.
 */
export async function queueForBucket(tx: Tx, bucket: string): Promise<boolean> {
  try {
    await sql`select set_config('lock_timeout', '5s', true)`.execute(tx);
    await sql`select pg_advisory_xact_lock(hashtextextended(${bucket}, 7))`.execute(tx);
    await sql`select set_config('lock_timeout', '0', true)`.execute(tx);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03') return false;
    throw error;
  }
}

/** Takes a bucket that nobody else may have at the same moment. */
export async function holdBucket(tx: Tx, bucket: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${bucket}, 7)) as held`.execute(tx);
  return rows[0]?.held === true;
}

export async function sweepAttempts(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('access_attempt').where('at', '<', before).execute();
}
