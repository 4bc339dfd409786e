// All SQL of accounts. Row security shows those of one's area and one's own.
import { sql } from 'kysely';
import { isRole, type Role } from '#domain/access/permission.ts';
import { type AreaCode, areaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';

export interface AccountRow {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly passwordHash: string | null;
  readonly role: Role;
  readonly displayName: string;
  readonly title: string;
  readonly area: AreaCode;
  readonly areas: readonly AreaCode[];
  readonly households: readonly string[] | null;
  readonly language: Language;
  readonly mustChangePassword: boolean;
  readonly totpSealed: Buffer | null;
  readonly totpEnabled: boolean;
  readonly lockedUntil: string | null;
  readonly disabledAt: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

function accounts(tx: Tx) {
  return tx.selectFrom('access_account').select([
    'id',
    'version',
    'username',
    'password_hash',
    'role',
    'display_name',
    'title',
    'area_code',
    'area_codes',
    'households',
    'language',
    'must_change_password',
    'totp_sealed',
    'totp_enabled',
    'locked_until',
    'disabled_at',
    'created_at',
    sql<string | null>`greatest(signed_in_at, (
      select max(last_seen_at) from access_session where account = access_account.id))`.as(
      'last_seen_at',
    ),
  ]);
}

type StoredAccount = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>;

export async function findAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  const row = await accounts(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : fromAccountRow(row);
}

export async function findAccountByUsername(
  tx: Tx,
  username: string,
): Promise<AccountRow | undefined> {
  const row = await accounts(tx).where('username', '=', username).executeTakeFirst();
  return row === undefined ? undefined : fromAccountRow(row);
}

export async function hasAnyAccount(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('access_account').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function isUsernameTaken(tx: Tx, username: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select access_username_taken(${username}) as taken`.execute(tx);
  return rows[0]?.taken === true;
}

export interface AccountQuestion {
  readonly area: AreaCode;
  readonly role?: Role | undefined;
  readonly usernameStart?: string | undefined;
  readonly state?: 'open' | 'disabled' | 'locked' | undefined;
  readonly now: string;
  readonly after?: { readonly area: string; readonly username: string } | undefined;
  readonly limit: number;
}

/** By area and username, after a place. */
export async function listAccountRows(
  tx: Tx,
  question: AccountQuestion,
): Promise<readonly AccountRow[]> {
  const { low, high } = spanOf(question.area);
  const { after, role, usernameStart, state, now } = question;
  let query = accounts(tx).where('area_code', '>=', low).where('area_code', '<', high);
  if (role !== undefined) query = query.where('role', '=', role);
  if (usernameStart !== undefined && usernameStart !== '') {
    query = query
      .where('username', '>=', usernameStart)
      .where('username', '<', `${usernameStart}\u{10ffff}`);
  }
  if (state === 'disabled') query = query.where('disabled_at', 'is not', null);
  if (state === 'locked') query = query.where('locked_until', '>', now);
  if (state === 'open') {
    query = query
      .where('disabled_at', 'is', null)
      .where((where) =>
        where.or([where('locked_until', 'is', null), where('locked_until', '<=', now)]),
      );
  }
  if (after !== undefined) {
    query = query.where(sql<boolean>`(area_code, username) > (${after.area}, ${after.username})`);
  }
  const rows = await query.orderBy('area_code').orderBy('username').limit(question.limit).execute();
  return rows.map(fromAccountRow);
}

export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly displayName: string;
  readonly title: string;
  readonly area: AreaCode;
  readonly areas: readonly AreaCode[];
  readonly households: readonly string[] | null;
  readonly language: Language;
  readonly mustChangePassword: boolean;
  readonly now: string;
}

export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx
    .insertInto('access_account')
    .values({
      id: account.id,
      username: account.username,
      password_hash: account.passwordHash,
      role: account.role,
      display_name: account.displayName,
      title: account.title,
      area_code: account.area,
      area_codes: [...account.areas],
      households: account.households === null ? null : [...account.households],
      language: account.language,
      must_change_password: account.mustChangePassword,
      created_at: account.now,
    })
    .execute();
}

export type AccountChange = Partial<
  Pick<
    AccountRow,
    | 'displayName'
    | 'title'
    | 'role'
    | 'area'
    | 'areas'
    | 'households'
    | 'language'
    | 'passwordHash'
    | 'mustChangePassword'
    | 'totpSealed'
    | 'totpEnabled'
    | 'lockedUntil'
    | 'disabledAt'
  >
>;

/** Writes a change and gives the new version; undefined when `based` is no longer the current one. */
export async function changeAccount(
  tx: Tx,
  id: string,
  change: AccountChange,
  based?: number,
): Promise<number | undefined> {
  const row = await tx
    .updateTable('access_account')
    .set({
      display_name: change.displayName,
      title: change.title,
      role: change.role,
      area_code: change.area,
      area_codes: change.areas === undefined ? undefined : [...change.areas],
      households: change.households == null ? change.households : [...change.households],
      language: change.language,
      password_hash: change.passwordHash,
      must_change_password: change.mustChangePassword,
      totp_sealed: change.totpSealed,
      totp_enabled: change.totpEnabled,
      locked_until: change.lockedUntil,
      disabled_at: change.disabledAt,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .$if(based !== undefined, (query) => query.where('version', '=', based ?? 0))
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

/** Not a change of the account: versions stay. */
export async function markSignedIn(tx: Tx, id: string, now: string): Promise<void> {
  await tx
    .updateTable('access_account')
    .set({ signed_in_at: now, locked_until: null })
    .where('id', '=', id)
    .execute();
}

export async function markLocked(tx: Tx, id: string, until: string): Promise<void> {
  await tx
    .updateTable('access_account')
    .set({ locked_until: until })
    .where('id', '=', id)
    .execute();
}

/** Takes a one-time code's step; false when it or a later one was taken before. */
export async function takeCodeStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const row = await tx
    .updateTable('access_account')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where((where) =>
      where.or([where('totp_last_step', 'is', null), where('totp_last_step', '<', step)]),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these households may be seen from here. */
export async function listVisibleHouseholds(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('registry_household')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map((row) => row.id));
}

function fromAccountRow(row: StoredAccount): AccountRow {
  if (!isRole(row.role)) throw new Error(`account ${row.id} has an unknown role ${row.role}`);
  return {
    id: row.id,
    version: row.version,
    username: row.username,
    passwordHash: row.password_hash,
    role: row.role,
    displayName: row.display_name,
    title: row.title,
    area: areaCode(row.area_code),
    areas: row.area_codes.map(areaCode),
    households: row.households,
    language: row.language as Language,
    mustChangePassword: row.must_change_password,
    totpSealed: row.totp_sealed,
    totpEnabled: row.totp_enabled,
    lockedUntil: row.locked_until,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}
