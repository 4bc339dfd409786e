// All SQL of sessions. A token is never stored, only its hash.
import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/connect.ts';

export type SessionStage = 'password' | 'full';

export interface SessionRow {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly stage: SessionStage;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly device: string;
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly account: string;
  readonly stage: SessionStage;
  readonly now: string;
  readonly expiresAt: string;
  readonly device: string;
}

export interface ActorRow {
  readonly account: string;
  readonly username: string;
  readonly display_name: string;
  readonly title: string;
  readonly role: string;
  readonly area_code: string;
  readonly area_codes: readonly string[];
  readonly households: readonly string[] | null;
  readonly language: string;
  readonly must_change_password: boolean;
  readonly stage: string;
}

/** One round trip, outside any transaction: nothing of the asker is known yet. */
export async function findActorRow(
  db: Db,
  question: {
    readonly tokenHash: Buffer;
    readonly now: string;
    readonly idleSeconds: number;
    readonly touchSeconds: number;
  },
): Promise<ActorRow | undefined> {
  const { tokenHash, now, idleSeconds, touchSeconds } = question;
  const { rows } = await sql<ActorRow>`
    select * from access_actor(${tokenHash}, ${now}::timestamptz,
      make_interval(secs => ${idleSeconds}), make_interval(secs => ${touchSeconds}))`.execute(db);
  return rows[0];
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('access_session')
    .values({
      token_hash: session.tokenHash,
      account: session.account,
      stage: session.stage,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      device: session.device,
    })
    .execute();
}

export async function findSession(tx: Tx, tokenHash: Buffer): Promise<SessionRow | undefined> {
  const row = await tx
    .selectFrom('access_session')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row === undefined ? undefined : fromSessionRow(row);
}

/** Open sessions of an account, the latest used first. */
export async function listSessions(
  tx: Tx,
  question: { readonly account: string; readonly now: string; readonly idleSeconds: number },
): Promise<readonly SessionRow[]> {
  const { account, now, idleSeconds } = question;
  const rows = await tx
    .selectFrom('access_session')
    .selectAll()
    .where('account', '=', account)
    .where('expires_at', '>', now)
    .where(
      'last_seen_at',
      '>',
      sql<string>`${now}::timestamptz - make_interval(secs => ${idleSeconds})`,
    )
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map(fromSessionRow);
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('access_session').where('token_hash', '=', tokenHash).execute();
}

/** Ends every session of an account but one; tells how many that were. */
export async function deleteSessions(
  tx: Tx,
  account: string,
  { but }: { readonly but?: Buffer } = {},
): Promise<number> {
  const rows = await tx
    .deleteFrom('access_session')
    .where('account', '=', account)
    .$if(but !== undefined, (all) => all.where('token_hash', '!=', but ?? Buffer.alloc(0)))
    .returning('token_hash')
    .execute();
  return rows.length;
}

/** Ends those unused the longest, so that an account has no more than `most`. */
export async function deleteSessionsBeyond(tx: Tx, account: string, most: number): Promise<void> {
  await sql`
    delete from access_session where token_hash in (
      select token_hash from access_session where account = ${account}
      order by last_seen_at desc offset ${most})`.execute(tx);
}

/** Sessions that are over by either limit. */
export async function sweepSessions(tx: Tx, now: string, idleSeconds: number): Promise<void> {
  await sql`
    delete from access_session
    where expires_at <= ${now}::timestamptz
      or last_seen_at <= ${now}::timestamptz - make_interval(secs => ${idleSeconds})`.execute(tx);
}

interface StoredSession {
  readonly token_hash: Buffer;
  readonly stage: string;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly expires_at: string;
  readonly device: string;
}

function fromSessionRow(row: StoredSession): SessionRow {
  return {
    id: row.token_hash.subarray(0, 16).toString('hex'),
    tokenHash: row.token_hash,
    stage: row.stage as SessionStage,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    device: row.device,
  };
}
