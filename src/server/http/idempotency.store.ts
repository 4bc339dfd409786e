// First answers to writes that carried an Idempotency-Key. Bodies are sealed: an answer may hold what
// only its reader may see, such as a new account's password.
import { sql } from 'kysely';
import type { Secrets } from '#server/access/secrets.ts';
import type { Tx } from '#server/database/connect.ts';

const field = 'kernel_idempotency.body';

export interface RequestKey {
  readonly account: string;
  readonly key: string;
  readonly route: string;
  readonly digest: Buffer;
}

export interface RememberedAnswer {
  readonly digest: Buffer;
  readonly status: number;
  readonly body: unknown;
}

/** Holds the key for this transaction, so that a repeat waits for the first answer. */
export async function rememberedAnswer(
  tx: Tx,
  secrets: Secrets,
  { account, key }: RequestKey,
): Promise<RememberedAnswer | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${account} ${key}`}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('kernel_idempotency')
    .select(['request_digest', 'status', 'body'])
    .where('account', '=', account)
    .where('key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const body =
    typeof row.body === 'string'
      ? JSON.parse(secrets.open(field, Buffer.from(row.body, 'base64')))
      : undefined;
  return { digest: row.request_digest, status: row.status, body };
}

export async function rememberAnswer(
  tx: Tx,
  secrets: Secrets,
  answer: RequestKey & { readonly status: number; readonly body: unknown; readonly now: string },
): Promise<void> {
  await tx
    .insertInto('kernel_idempotency')
    .values({
      account: answer.account,
      key: answer.key,
      route: answer.route,
      request_digest: answer.digest,
      status: answer.status,
      body:
        answer.body === undefined
          ? null
          : JSON.stringify(secrets.seal(field, JSON.stringify(answer.body)).toString('base64')),
      answered_at: answer.now,
    })
    .execute();
}

/** Forgets answers given before a moment: a repeat comes within the day or not at all. */
export async function sweepAnswers(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('kernel_idempotency').where('answered_at', '<', before).execute();
}
