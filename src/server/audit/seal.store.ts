// SQL of the chains: the queue of entries not yet sealed, the seals, their heads, and everything a
// verification reads. Seals are insert-only; only the queue is emptied.
import { sql } from 'kysely';
import type { Head, Seal } from '#domain/audit/chain.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

/** True when this transaction is the one sealer; the others leave the queue alone. */
export async function becomeSealer(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(1650552423, 11) as held`.execute(tx);
  return rows[0]?.held === true;
}

export interface PendingRow {
  readonly entry: string;
  readonly chain: number;
  /** Hexadecimal. */
  readonly digest: string;
}

/**
 * What waits, oldest first within the batch. The queue itself is read as it lies: sorting all of it
 * for every batch would make a long queue take the square of its length.
 */
export async function listPending(tx: Tx, limit: number): Promise<readonly PendingRow[]> {
  const { rows } = await sql<{ entry: string; chain: number; digest: string }>`
    with batch as (
      select entry.id, entry.chain, entry.at, entry.digest
      from audit_pending pending join audit_entry entry on entry.id = pending.entry
      limit ${limit})
    select id as entry, chain, encode(digest, 'hex') as digest from batch order by at, id`.execute(
    tx,
  );
  return rows;
}

export async function listHeads(
  tx: Tx,
  chains: readonly number[] | undefined,
): Promise<readonly (Head & { readonly sealedAt: string })[]> {
  // One step along the key per chain, however long the chains are.
  const { rows } = await sql<{ chain: number; number: number; hash: string; sealed_at: string }>`
    with recursive chains as (
      select min(chain) as chain from audit_seal
      union all
      select (select min(chain) from audit_seal where chain > chains.chain) from chains
      where chains.chain is not null)
    select chains.chain, head.number, encode(head.hash, 'hex') as hash, head.sealed_at
    from chains cross join lateral (
      select number, hash, sealed_at from audit_seal
      where chain = chains.chain order by number desc limit 1) as head
    order by chains.chain`.execute(tx);
  return rows
    .filter((row) => chains === undefined || chains.includes(row.chain))
    .map(({ sealed_at, ...head }) => ({ ...head, sealedAt: sealed_at }));
}

/** Those of these heads that no longer stand in their chains. */
export async function listLostHeads(tx: Tx, heads: readonly Head[]): Promise<readonly Head[]> {
  if (heads.length === 0) return [];
  const { rows } = await sql<{ chain: number; number: number; hash: string }>`
    select head.chain, head.number, head.hash
    from unnest(
      ${heads.map((one) => one.chain)}::int[], ${heads.map((one) => one.number)}::bigint[],
      ${heads.map((one) => one.hash)}::text[]
    ) as head (chain, number, hash)
    where not exists (
      select from audit_seal seal
      where seal.chain = head.chain and seal.number = head.number
        and encode(seal.hash, 'hex') = head.hash)`.execute(tx);
  return rows;
}

export async function insertSeals(tx: Tx, seals: readonly Seal[], now: string): Promise<void> {
  await sql`
    insert into audit_seal (chain, number, entry, hash, sealed_at)
    select chain, number, entry, decode(hash, 'hex'), ${now}::timestamptz
    from unnest(
      ${seals.map((one) => one.chain)}::int[], ${seals.map((one) => one.number)}::bigint[],
      ${seals.map((one) => one.entry)}::uuid[], ${seals.map((one) => one.hash)}::text[]
    ) as made (chain, number, entry, hash)`.execute(tx);
  await sql`
    delete from audit_pending where entry = any (${seals.map((one) => one.entry)}::uuid[])`.execute(
    tx,
  );
}

export interface ProvenRow {
  readonly chain: number;
  readonly number: number;
  readonly hash: string;
  readonly entry: string;
  /** Null where the entry is gone. */
  readonly row: StoredEntry | null;
}

export interface StoredEntry {
  readonly id: string;
  readonly chain: number;
  readonly at: string;
  readonly account: string | null;
  readonly act: string;
  readonly area: AreaCode;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly digest: string;
}

/**
 * Seals with their entries by chain and number, after a place. Each entry is looked up by its id: a
 * plan that joined the tables anew for every batch would read them whole each time.
 */
export async function listProven(
  tx: Tx,
  question: {
    readonly after: { readonly chain: number; readonly number: number };
    readonly chains: readonly number[] | undefined;
    readonly limit: number;
  },
): Promise<readonly ProvenRow[]> {
  const { after, chains, limit } = question;
  const within = chains === undefined ? sql`true` : sql`seal.chain = any (${[...chains]}::int[])`;
  const { rows } = await sql<Record<string, unknown>>`
    with batch as (
      select chain, number, entry, hash from audit_seal seal
      where (seal.chain, seal.number) > (${after.chain}, ${after.number}) and ${within}
      order by seal.chain, seal.number limit ${limit})
    select batch.chain, batch.number, encode(batch.hash, 'hex') as hash, batch.entry,
      entry.id, entry.chain as entry_chain, entry.at, entry.account, entry.act, entry.area_code,
      entry.subject, entry.facts, encode(entry.digest, 'hex') as digest
    from batch left join lateral (
      select * from audit_entry where id = batch.entry limit 1) as entry on true
    order by batch.chain, batch.number`.execute(tx);
  return rows.map((row) => ({
    chain: row.chain as number,
    number: row.number as number,
    hash: row.hash as string,
    entry: row.entry as string,
    row: row.id === null ? null : fromEntryRow(row),
  }));
}

/** Entries that no seal names: those that wait, and those that nobody accounts for. */
export async function listUnsealed(
  tx: Tx,
  chains: readonly number[] | undefined,
): Promise<readonly { readonly row: StoredEntry; readonly isPending: boolean }[]> {
  const within = chains === undefined ? sql`true` : sql`entry.chain = any (${[...chains]}::int[])`;
  const { rows } = await sql<Record<string, unknown>>`
    select entry.id, entry.chain as entry_chain, entry.at, entry.account, entry.act,
      entry.area_code, entry.subject, entry.facts, encode(entry.digest, 'hex') as digest,
      pending.entry is not null as is_pending
    from audit_entry entry left join audit_pending pending on pending.entry = entry.id
    where not exists (select from audit_seal seal where seal.entry = entry.id) and ${within}
    order by entry.at, entry.id`.execute(tx);
  return rows.map((row) => ({ row: fromEntryRow(row), isPending: row.is_pending === true }));
}

/** Places in the queue whose entry is gone. */
export async function listPendingWithoutEntry(
  tx: Tx,
  chains: readonly number[] | undefined,
): Promise<readonly { readonly entry: string; readonly chain: number }[]> {
  const within =
    chains === undefined ? sql`true` : sql`pending.chain = any (${[...chains]}::int[])`;
  const { rows } = await sql<{ entry: string; chain: number }>`
    select pending.entry, pending.chain from audit_pending pending
    where not exists (select from audit_entry entry where entry.id = pending.entry) and ${within}
    order by pending.entry`.execute(tx);
  return rows;
}

export async function countEntries(tx: Tx, chains: readonly number[] | undefined): Promise<number> {
  const within = chains === undefined ? sql`true` : sql`chain = any (${[...chains]}::int[])`;
  const { rows } = await sql<{ entries: number }>`
    select count(*) as entries from audit_entry where ${within}`.execute(tx);
  return rows[0]?.entries ?? 0;
}

function fromEntryRow(row: Readonly<Record<string, unknown>>): StoredEntry {
  return {
    id: row.id as string,
    chain: row.entry_chain as number,
    at: row.at as string,
    account: row.account as string | null,
    act: row.act as string,
    area: areaCode(row.area_code as string),
    subject: row.subject as string,
    facts: row.facts as Readonly<Record<string, unknown>>,
    digest: row.digest as string,
  };
}
