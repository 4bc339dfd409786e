// That the paper hung: on its first day and on its last.
import type { enterEvidence } from '#contract/publicity.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { deny } from '#domain/casework/denial.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { evidenceTooEarly, noSuchNotice, sensitiveText } from '#domain/publicity/refusals.ts';
import { screenText } from '#domain/publicity/screen-text.ts';
import { sensitiveTitles } from '#domain/publicity/sensitive-kind.ts';
import type { Context } from '#server/http/context.ts';
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
  const [found] = screenText(note, { names: [] });
  if (found !== undefined) {
    refuse(
      deny(sensitiveText, {
        field: { zh: '凭据说明', en: 'Note of the evidence' },
        at: found.at,
        kind: sensitiveTitles[found.kind],
        found: found.shown,
      }),
    );
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
    attachment: null,
    entered_by_name: actor.displayName,
    entered_at: now,
  });
  context.note({
    area: areaCode(area_code),
    subject: `notice:${notice.id}`,
    facts: { kind, on },
  });
  return { id };
}
