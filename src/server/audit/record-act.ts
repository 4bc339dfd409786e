// Writes one act into the audit trail, in the act's own transaction. The digest covers the row with a
// key that is outside the database; the sealer chains it within a second. Decision 0005.
import { createHmac } from 'node:crypto';
import { type Act, chainOf, digestOf, type Mac } from '#domain/audit/act.ts';
import type { Tx } from '#server/database/connect.ts';
import { insertAuditEntry } from './audit.store.ts';

export async function recordAct(tx: Tx, auditKey: Buffer, act: Act): Promise<void> {
  const digest = digestOf(macWith(auditKey), act);
  await insertAuditEntry(tx, { ...act, chain: chainOf(act.area), digest });
}

export function macWith(auditKey: Buffer): Mac {
  return (text) => createHmac('sha256', auditKey).update(text).digest('hex');
}
