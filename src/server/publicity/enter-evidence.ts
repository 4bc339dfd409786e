// That the paper hung: on its first day and on its last.
import type { enterEvidence } from '#contract/publicity.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { noSuchAttachment } from '#domain/kernel/attachment-refusals.ts';
import { deny } from '#domain/kernel/deny.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { evidenceTooEarly, noSuchNotice, sensitiveText } from '#domain/publicity/refusals.ts';
import { screenText } from '#domain/publicity/screen-text.ts';
import { sensitiveTitles } from '#domain/publicity/sensitive-kind.ts';
import type { Context } from '#server/http/context.ts';
import {
  type AttachmentRecord,
  findAttachment,
  markAsEvidence,
} from '#server/kernel/attachment.store.ts';
import { findNotice, insertEvidence } from './notice.store.ts';

export async function keepEvidence(
  context: Context,
  { params, body }: InputOf<typeof enterEvidence>,
): Promise<OutputOf<typeof enterEvidence>> {
  const { tx, actor, today, now } = context;
  const county = countyOfId(params.id);
  const notice = (await findNotice(tx, { county, id: params.id })) ?? refuse(noSuchNotice);
  const { first_day: first, last_day: last, area_code } = notice;
  const { on, kind, note } = body;
  if (on < first || on > today) refuse(evidenceTooEarly, { on, first, last });
  refuseFound(note, { zh: '凭据说明', en: 'Note of the evidence' });
  const picture = await pictureOf(context, params.id, body.attachment);
  if (picture !== undefined) {
    refuseFound(nameWithoutEnding(picture.file_name), {
      zh: '照片的文件名',
      en: 'Name of the file',
    });
  }

  const id = context.newId(county);
  await insertEvidence(tx, {
    county,
    id,
    notice_id: notice.id,
    area_code,
    kind,
    taken_on: on,
    note,
    attachment: picture?.id ?? null,
    entered_by_name: actor.displayName,
    entered_at: now,
  });
  if (picture !== undefined) await markAsEvidence(tx, county, [picture.id]);
  context.note({
    area: areaCode(area_code),
    subject: `notice:${notice.id}`,
    facts: { kind, on },
  });
  return { id };
}

async function pictureOf(
  { tx }: Context,
  notice: string,
  id: string | undefined,
): Promise<AttachmentRecord | undefined> {
  if (id === undefined) return undefined;
  const found = await findAttachment(tx, { county: countyOfId(id), id });
  return found?.subject === `notice:${notice}` ? found : refuse(noSuchAttachment);
}

/** A name that a person reads: 张三.jpg tells as much as a sentence. */
function nameWithoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]{2,5}$/i, '');
}

function refuseFound(text: string, field: Bilingual): void {
  const [found] = screenText(text, { names: [] });
  if (found === undefined) return;
  const { at, kind, shown } = found;
  refuse(deny(sensitiveText, { field, at, kind: sensitiveTitles[kind], found: shown }));
}
