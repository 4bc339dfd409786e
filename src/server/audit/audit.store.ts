// All SQL of the audit trail. Entries and seals are insert-only; only the queue of unsealed entries is
// emptied.
import type { Tx } from '#server/database/connect.ts';
import type { Act } from './record-act.ts';

export async function insertAuditEntry(
  tx: Tx,
  entry: Act & { readonly chain: number; readonly digest: Buffer },
): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      id: entry.id,
      chain: entry.chain,
      at: entry.at,
      account: entry.account,
      act: entry.act,
      area_code: entry.area,
      subject: entry.subject,
      facts: JSON.stringify(entry.facts),
      digest: entry.digest,
    })
    .execute();
  await tx.insertInto('audit_pending').values({ entry: entry.id, chain: entry.chain }).execute();
}
