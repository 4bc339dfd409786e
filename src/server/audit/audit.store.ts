// SQL of the audit trail as it is written and read. Entries are insert-only; row security shows those
// of one's area.
import { sql } from 'kysely';
import type { Act } from '#domain/audit/act.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

/** The entry and its place in the queue of the sealer, in one statement. */
export async function insertAuditEntry(
  tx: Tx,
  entry: Act & { readonly chain: number; readonly digest: string },
): Promise<void> {
  await sql`
    with entry as (
      insert into audit_entry (id, chain, at, account, act, area_code, subject, facts, digest)
      values (${entry.id}, ${entry.chain}, ${entry.at}, ${entry.account}, ${entry.act},
        ${entry.area}, ${entry.subject}, ${JSON.stringify(entry.facts)}::jsonb,
        decode(${entry.digest}, 'hex')))
    insert into audit_pending (entry, chain) values (${entry.id}, ${entry.chain})`.execute(tx);
}

export interface EntryRow {
  readonly id: string;
  readonly at: string;
  readonly account: string | null;
  readonly act: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Head of the household it is about, as it is named now. */
  readonly headName: string | null;
  /** Hexadecimal. */
  readonly digest: string;
  readonly seal: { readonly chain: number; readonly number: number; readonly hash: string } | null;
}

export interface EntryQuestion {
  readonly area: AreaCode;
  /** Day on which areas are named. */
  readonly today: string;
  /** A whole act, or a capability with its dot. */
  readonly act?: string | undefined;
  readonly account?: string | undefined;
  /** A whole subject, or a kind with its colon. */
  readonly subject?: string | undefined;
  /** Instants, the second not included. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  /** Whether the reader may look households up; row security shows only those of their area. */
  readonly namesHeads: boolean;
  readonly limit: number;
}

const aboutHousehold = '^household:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Newest first, after a place. */
export async function listEntryRows(tx: Tx, question: EntryQuestion): Promise<readonly EntryRow[]> {
  const { low, high } = spanOf(question.area);
  const { act, account, subject, from, before, after, today, namesHeads } = question;
  let query = tx
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_seal as seal', 'seal.entry', 'entry.id')
    .select([
      'entry.id',
      'entry.at',
      'entry.account',
      'entry.act',
      'entry.area_code',
      'entry.subject',
      'entry.facts',
      'entry.digest',
      'seal.chain as seal_chain',
      'seal.number as seal_number',
      'seal.hash as seal_hash',
      sql<string | null>`(
        select name from registry_area
        where code = entry.area_code and valid_from <= ${today}::date
          and (valid_to is null or valid_to > ${today}::date))`.as('area_name'),
      sql<
        string | null
      >`case when ${namesHeads}::boolean and entry.subject ~ ${aboutHousehold} then (
        select head_name from registry_household
        where county = entry.chain and id = split_part(entry.subject, ':', 2)::uuid) end`.as(
        'head_name',
      ),
    ])
    .where('entry.area_code', '>=', low)
    .where('entry.area_code', '<', high);
  if (act?.endsWith('.') === true) {
    query = query.where(
      sql<boolean>`entry.act collate "C" >= ${act} and entry.act collate "C" < ${`${act.slice(0, -1)}/`}`,
    );
  } else if (act !== undefined) {
    query = query.where(sql<boolean>`entry.act collate "C" = ${act}`);
  }
  if (account !== undefined) query = query.where('entry.account', '=', account);
  if (subject !== undefined) query = query.where(isAbout(subject));
  if (from !== undefined) query = query.where('entry.at', '>=', from);
  if (before !== undefined) query = query.where('entry.at', '<', before);
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(entry.at, entry.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
    );
  }
  const rows = await query
    .orderBy('entry.at', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(question.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    account: row.account,
    act: row.act,
    areaCode: row.area_code,
    areaName: row.area_name ?? row.area_code,
    subject: row.subject,
    facts: row.facts as Readonly<Record<string, unknown>>,
    headName: row.head_name,
    digest: row.digest.toString('hex'),
    seal:
      row.seal_chain === null || row.seal_number === null || row.seal_hash === null
        ? null
        : { chain: row.seal_chain, number: row.seal_number, hash: row.seal_hash.toString('hex') },
  }));
}

/**
 * A range and not a beginning: row security lets only what tells nothing of other rows look into an index. The index
 * by subject leaves empty ones out, and is asked in its own words.
 */
function isAbout(subject: string) {
  return subject.endsWith(':')
    ? sql<boolean>`(entry.subject <> '' and entry.subject collate "C" >= ${subject}
        and entry.subject collate "C" < ${`${subject.slice(0, -1)};`})`
    : sql<boolean>`(entry.subject <> '' and entry.subject collate "C" = ${subject})`;
}

export interface ActorName {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
}

/** Who acted, wherever their own home is: only for accounts found in entries that may be read. */
export async function nameAccounts(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ActorName>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; username: string; display_name: string; role: string }>`
    select * from access_names(${wanted}::uuid[])`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, username: row.username, displayName: row.display_name, role: row.role },
    ]),
  );
}
