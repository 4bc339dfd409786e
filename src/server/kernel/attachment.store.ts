// Rows of attachments and the files behind them.
import { sql } from 'kysely';
import type { AttachmentKind } from '#domain/kernel/attachment.ts';
import type { FileType } from '#domain/kernel/file-type.ts';
import type { Tx } from '#server/database/connect.ts';

/** Where an attachment belongs: what its rows are found and guarded by. */
export interface AttachmentPlace {
  readonly county: number;
  readonly area: string;
  readonly household: string | null;
  /** `case:<id>`, `visit:<id>`, or the household or area itself. */
  readonly subject: string;
}

export interface NewAttachment extends AttachmentPlace {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly showsPerson: boolean;
  readonly fileName: string;
  readonly fileType: FileType;
  readonly bytes: number;
  readonly hash: Buffer;
  readonly account: string;
  readonly accountName: string;
  readonly at: string;
}

export interface AttachmentRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string | null;
  readonly area_code: string;
  readonly subject: string;
  readonly kind: string;
  readonly shows_person: boolean;
  readonly file_name: string;
  readonly file_type: string;
  readonly bytes: number;
  readonly hash: Buffer;
  readonly account: string;
  readonly account_name: string;
  readonly attached_at: string;
  readonly is_evidence: boolean;
}

/** The row first: it is what lets its file be seen. */
export async function insertAttachment(
  tx: Tx,
  one: NewAttachment,
  seal: () => Buffer,
): Promise<void> {
  const { county, hash, at } = one;
  await tx
    .insertInto('kernel_attachment')
    .values({
      county,
      id: one.id,
      household_id: one.household,
      area_code: one.area,
      subject: one.subject,
      kind: one.kind,
      shows_person: one.showsPerson,
      file_name: one.fileName,
      file_type: one.fileType,
      bytes: one.bytes,
      hash,
      account: one.account,
      account_name: one.accountName,
      attached_at: at,
    })
    .execute();
  const known = await tx
    .selectFrom('kernel_file')
    .select('kept_at')
    .where('county', '=', county)
    .where('hash', '=', hash)
    // Held, so that it is not swept away before this transaction names it.
    .forKeyShare()
    .executeTakeFirst();
  if (known !== undefined) return;
  await tx
    .insertInto('kernel_file')
    .values({ county, hash, sealed: seal(), kept_at: at })
    .onConflict((conflict) => conflict.columns(['county', 'hash']).doNothing())
    .execute();
}

export async function findAttachment(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<AttachmentRecord | undefined> {
  return tx
    .selectFrom('kernel_attachment')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function readSealedFile(
  tx: Tx,
  { county, hash }: Pick<AttachmentRecord, 'county' | 'hash'>,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('kernel_file')
    .select('sealed')
    .where('county', '=', county)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.sealed;
}

const listedMost = 200;

/** Of one subject, or of a household with everything in it; the oldest first. */
export async function listAttachments(
  tx: Tx,
  { county, household, subject }: Partial<AttachmentPlace> & Pick<AttachmentPlace, 'county'>,
): Promise<readonly AttachmentRecord[]> {
  let query = tx.selectFrom('kernel_attachment').selectAll().where('county', '=', county);
  if (household !== undefined && household !== null) {
    query = query.where('household_id', '=', household);
  }
  if (subject !== undefined) query = query.where('subject', '=', subject);
  return query.orderBy('attached_at').orderBy('id').limit(listedMost).execute();
}

/** From now on they prove something and stay. */
export async function markAsEvidence(
  tx: Tx,
  county: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('kernel_attachment')
    .set({ is_evidence: true })
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute();
}

export async function deleteAttachment(
  tx: Tx,
  { county, id }: Pick<AttachmentRecord, 'county' | 'id'>,
): Promise<void> {
  await tx
    .deleteFrom('kernel_attachment')
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Files that nothing names any more. Seen only in the scope of everything. */
export async function sweepFiles(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from kernel_file f
    where not exists (
      select from kernel_attachment a where a.county = f.county and a.hash = f.hash)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
