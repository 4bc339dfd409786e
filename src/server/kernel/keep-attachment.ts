// Takes a file in for whatever it belongs to: found out by its bytes, stripped of what a camera wrote
// beside a picture, sealed, and kept once. A capability that is handed files calls this with a place it
// has already looked at; nothing else writes them.
import { createHash } from 'node:crypto';
import { type AttachmentKind, attachmentLimitMegabytes } from '#domain/kernel/attachment.ts';
import {
  fileTooLarge,
  fileTypeUnknown,
  pictureBroken,
} from '#domain/kernel/attachment-refusals.ts';
import { fileTypeOf, isPicture } from '#domain/kernel/file-type.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { strippedPicture } from '#domain/kernel/strip-picture.ts';
import type { Context, UploadedFile } from '#server/http/context.ts';
import { missingFile } from '#server/http/input-refusals.ts';
import {
  type AttachmentPlace,
  type AttachmentRecord,
  findAttachment,
  insertAttachment,
} from './attachment.store.ts';

export interface Handed {
  readonly kind: AttachmentKind;
  readonly showsPerson: boolean;
}

export async function keepAttachment(
  context: Context,
  place: AttachmentPlace,
  { kind, showsPerson }: Handed,
): Promise<AttachmentRecord> {
  const { tx, actor, now, newId, platform, file } = context;
  if (file === undefined) return refuse(missingFile);
  const name = file.fileName.slice(-160);
  const sent = await wholeOf(file, name);
  const type = fileTypeOf(sent) ?? refuse(fileTypeUnknown, { name });
  const bytes = isPicture(type)
    ? (strippedPicture(type, sent) ?? refuse(pictureBroken, { name }))
    : sent;
  const digest = createHash('sha256').update(bytes).digest('hex');
  const id = newId(place.county);
  await insertAttachment(
    tx,
    {
      ...place,
      id,
      kind,
      showsPerson,
      fileName: name,
      fileType: type,
      bytes: bytes.length,
      hash: platform.secrets.hash('attachment', digest),
      account: actor.account,
      accountName: actor.displayName,
      at: now,
    },
    () => platform.secrets.sealBytes('attachment', bytes),
  );
  const kept = await findAttachment(tx, { county: place.county, id });
  if (kept === undefined) throw new Error(`attachment ${id} was lost`);
  return kept;
}

async function wholeOf({ stream }: UploadedFile, name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > attachmentLimitMegabytes * 1024 * 1024) {
      stream.destroy();
      refuse(fileTooLarge, { name, limit: attachmentLimitMegabytes });
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
