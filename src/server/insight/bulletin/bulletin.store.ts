// All SQL of bulletins.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

export interface BulletinKey {
  readonly county: number;
  readonly id: string;
}

const heads = [
  'county',
  'id',
  'area_code',
  'month',
  'edition',
  'data_day',
  'account_name',
  'made_at',
  'first_by',
  'first_name',
  'first_at',
  'second_name',
  'second_at',
] as const;

export interface BulletinRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly month: string;
  readonly edition: number;
  readonly data_day: string;
  readonly account_name: string;
  readonly made_at: string;
  readonly first_by: string | null;
  readonly first_name: string | null;
  readonly first_at: string | null;
  readonly second_name: string | null;
  readonly second_at: string | null;
}

export async function listBulletinRows(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly BulletinRow[]> {
  return tx
    .selectFrom('insight_bulletin')
    .select(heads)
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .orderBy('month', 'desc')
    .orderBy('area_code')
    .orderBy('edition', 'desc')
    .limit(60)
    .execute();
}

export async function findBulletin(
  tx: Tx,
  { county, id }: BulletinKey,
): Promise<(BulletinRow & { content: unknown; hash: string; token: string }) | undefined> {
  return tx
    .selectFrom('insight_bulletin')
    .select([...heads, 'content', 'hash', 'token'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findBulletinFile(
  tx: Tx,
  { county, id }: BulletinKey,
): Promise<Buffer | null | undefined> {
  const row = await tx
    .selectFrom('insight_bulletin')
    .select('file')
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : row.file;
}

/** By the code printed on it, whoever asks. */
export async function findBulletinByToken(tx: Tx, token: string): Promise<BulletinRow | undefined> {
  return tx
    .selectFrom('insight_bulletin')
    .select(heads)
    .where('token', '=', token)
    .executeTakeFirst();
}

/** Whoever makes an edition of a month at the same time waits, so that the two get different numbers. */
export async function holdMonth(
  tx: Tx,
  { area, month }: { readonly area: string; readonly month: PlainDate },
): Promise<void> {
  const name = `bulletin ${area} ${month}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** The newest edition of a month, signed or not. */
export async function newestEdition(
  tx: Tx,
  asked: { readonly area: string; readonly month: PlainDate; readonly signed: boolean },
): Promise<number> {
  let query = tx
    .selectFrom('insight_bulletin')
    .select(({ fn }) => fn.max('edition').as('edition'))
    .where('area_code', '=', asked.area)
    .where('month', '=', asked.month);
  if (asked.signed) query = query.where('second_at', 'is not', null);
  const row = await query.executeTakeFirst();
  return row?.edition ?? 0;
}

export async function insertBulletin(
  tx: Tx,
  bulletin: BulletinKey & {
    readonly area_code: string;
    readonly month: PlainDate;
    readonly edition: number;
    readonly token: string;
    readonly content: unknown;
    readonly hash: string;
    readonly data_day: PlainDate;
    readonly account: string;
    readonly account_name: string;
    readonly made_at: string;
  },
): Promise<void> {
  await tx
    .insertInto('insight_bulletin')
    .values({ ...bulletin, content: JSON.stringify(bulletin.content) })
    .execute();
}

interface Signing {
  readonly account: string;
  readonly name: string;
  readonly at: string;
}

/** False where somebody else was faster. */
export async function signFirst(
  tx: Tx,
  { county, id }: BulletinKey,
  { account, name, at }: Signing,
): Promise<boolean> {
  const row = await tx
    .updateTable('insight_bulletin')
    .set({ first_by: account, first_name: name, first_at: at })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('first_by', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function signSecond(
  tx: Tx,
  { county, id }: BulletinKey,
  { account, name, at, file, digest }: Signing & { readonly file: Buffer; readonly digest: Buffer },
): Promise<boolean> {
  const row = await tx
    .updateTable('insight_bulletin')
    .set({ second_by: account, second_name: name, second_at: at, file, digest })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('second_by', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
