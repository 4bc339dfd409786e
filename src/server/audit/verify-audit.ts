// Proves the chains against the rows as they stand, offline: it needs the database and the key, no
// server. Reads everything as of one moment, in batches, so that a running server goes on meanwhile.
import type { AuditReport } from '#contract/audit.ts';
import { everything } from '#domain/access/scope.ts';
import { chainOf, digestOf, type Mac } from '#domain/audit/act.ts';
import type { Head } from '#domain/audit/chain.ts';
import { type ChainCheck, type FoundSeal, makeChainCheck } from '#domain/audit/chain-check.ts';
import { type Finding, finding } from '#domain/audit/finding.ts';
import { type Db, inScope, type Tx } from '#server/database/connect.ts';
import {
  countEntries,
  listPendingWithoutEntry,
  listProven,
  listUnsealed,
  type ProvenRow,
  type StoredEntry,
} from './seal.store.ts';

export interface Verification {
  readonly mac: Mac;
  readonly now: string;
  /** Chains to prove; all when absent. */
  readonly chains?: readonly number[];
  /** Heads exported earlier. */
  readonly heads?: readonly Head[];
  /** Told the number of seals proven so far and the number of entries there are. */
  readonly onProgress?: (done: number, total: number) => Promise<void> | void;
}

const batch = 2000;
const findingsShown = 1000;

export function verifyAudit(db: Db, verification: Verification): Promise<AuditReport> {
  return inScope(db, everything, (tx) => verifyIn(tx, verification), 'snapshot');
}

async function verifyIn(tx: Tx, verification: Verification): Promise<AuditReport> {
  const { mac, now, chains, heads = [] } = verification;
  const compared = distinct(heads).filter(
    (head) => chains === undefined || chains.includes(head.chain),
  );
  const entries = await countEntries(tx, chains);
  const { checks, seals } = await proveSeals(tx, { ...verification, heads: compared }, entries);
  const unsealed = await listUnsealed(tx, chains);
  const lost = await listPendingWithoutEntry(tx, chains);
  const findings: readonly Finding[] = [
    ...[...checks.values()].flatMap((check) => check.end()),
    ...unsealed.flatMap(({ row, isPending }) => findingsOfUnsealed(mac, row, isPending)),
    ...lost.map((row) => finding('pendingRemoved', { ...row, number: null })),
  ];
  return {
    sound: findings.length === 0,
    checkedAt: now,
    entries,
    seals,
    chains: checks.size,
    unsealed: unsealed.filter(({ isPending }) => isPending).length,
    headsCompared: compared.length,
    findings: findings.slice(0, findingsShown),
    findingsTotal: findings.length,
  };
}

/** A head exported twice is found missing once. */
function distinct(heads: readonly Head[]): readonly Head[] {
  return [
    ...new Map(heads.map((head) => [`${head.chain} ${head.number} ${head.hash}`, head])).values(),
  ];
}

async function proveSeals(
  tx: Tx,
  { mac, chains, heads = [], onProgress }: Verification,
  total: number,
): Promise<{ checks: ReadonlyMap<number, ChainCheck>; seals: number }> {
  const checks = new Map<number, ChainCheck>();
  const checkOf = (chain: number): ChainCheck => {
    const known = checks.get(chain);
    if (known !== undefined) return known;
    const exported = heads.filter((head) => head.chain === chain);
    const check = makeChainCheck(mac, chain, exported);
    checks.set(chain, check);
    return check;
  };
  for (const head of heads) checkOf(head.chain);
  let after = { chain: -1, number: 0 };
  let seals = 0;
  for (;;) {
    const rows = await listProven(tx, { after, chains, limit: batch });
    for (const row of rows) checkOf(row.chain).take(foundSeal(mac, row));
    seals += rows.length;
    await onProgress?.(seals, total);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return { checks, seals };
    after = { chain: last.chain, number: last.number };
  }
}

function foundSeal(mac: Mac, { number, hash, entry, row }: ProvenRow): FoundSeal {
  if (row === null) return { number, hash, entry, found: undefined };
  const isGenuine = digestOf(mac, row) === row.digest && row.chain === chainOf(row.area);
  return { number, hash, entry, found: { digest: row.digest, isGenuine, home: chainOf(row.area) } };
}

function findingsOfUnsealed(mac: Mac, row: StoredEntry, isPending: boolean): readonly Finding[] {
  const place = { chain: row.chain, number: null, entry: row.id };
  const isForged = digestOf(mac, row) !== row.digest || row.chain !== chainOf(row.area);
  return [
    ...(isForged ? [finding('forged', place)] : []),
    ...(isPending ? [] : [finding('unaccounted', place)]),
  ];
}
