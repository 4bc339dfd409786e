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

/** Tries of one name come one after another: those beside the first are told to wait. */
export async function holdBucket(tx: Tx, bucket: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${bucket}, 7)) as held`.execute(tx);
  return rows[0]?.held === true;
}

export async function sweepAttempts(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('access_attempt').where('at', '<', before).execute();
}
