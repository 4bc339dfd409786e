// An attachment for whoever may see it: its line in a list, and its bytes. Every opening of a file is told
// to the audit trail, because most of them show a person.
import { areaCode } from '#domain/kernel/area-code.ts';
import {
  attachmentInUse,
  attachmentOfAnother,
  noSuchAttachment,
} from '#domain/kernel/attachment-refusals.ts';
import { type FileType, mediaTypeOf } from '#domain/kernel/file-type.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import {
  type AttachmentRecord,
  deleteAttachment,
  findAttachment,
  readSealedFile,
} from './attachment.store.ts';

export async function openAttachment(context: Context, id: string): Promise<Download> {
  const { tx, platform } = context;
  const found = await seenAttachment(context, id);
  const sealed = await readSealedFile(tx, found);
  if (sealed === undefined) throw new Error(`the file of attachment ${id} is gone`);
  const bytes = platform.secrets.openBytes('attachment', sealed);
  context.note({
    area: areaCode(found.area_code),
    subject: `attachment:${found.id}`,
    facts: { of: found.subject, showsPerson: found.shows_person },
  });
  return {
    fileName: found.file_name,
    contentType: mediaTypeOf[found.file_type as FileType],
    body: (async function* () {
      yield bytes;
    })(),
  };
}

/** Only by whoever sent it, and only while it proves nothing. */
export async function takeDownAttachment(context: Context, id: string): Promise<void> {
  const found = await seenAttachment(context, id);
  const { file_name: name, account_name: by } = found;
  if (found.account !== context.actor.account) refuse(attachmentOfAnother, { name, by });
  if (found.is_evidence) refuse(attachmentInUse, { name });
  await deleteAttachment(context.tx, found);
  context.note({
    area: areaCode(found.area_code),
    subject: `attachment:${found.id}`,
    facts: { of: found.subject },
  });
}

async function seenAttachment({ tx }: Context, id: string): Promise<AttachmentRecord> {
  return (await findAttachment(tx, { county: countyOfId(id), id })) ?? refuse(noSuchAttachment);
}
