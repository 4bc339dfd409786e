// Writes one act into the audit trail, in the act's own transaction. The digest covers the row with a
// key that is outside the database; the sealer chains it within a second. Decision 0005.
import { createHmac } from 'node:crypto';
import { type AreaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { insertAuditEntry } from './audit.store.ts';

export interface Act {
  readonly id: string;
  readonly at: string;
  readonly account: string | null;
  readonly act: string;
  readonly area: AreaCode;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export async function recordAct(tx: Tx, auditKey: Buffer, act: Act): Promise<void> {
  await insertAuditEntry(tx, {
    ...act,
    chain: countyNumberOf(act.area) ?? 0,
    digest: digestOf(auditKey, act),
  });
}

/** Keyed digest over the canonical form of an act: field order is fixed, facts are sorted by name. */
export function digestOf(auditKey: Buffer, act: Act): Buffer {
  const canonical = JSON.stringify([
    act.id,
    act.at,
    act.account,
    act.act,
    act.area,
    act.subject,
    sorted(act.facts),
  ]);
  return createHmac('sha256', auditKey).update(canonical).digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)]);
}
