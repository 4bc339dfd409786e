// An objection as everybody in the offices sees it: number, line, clock and answer. What it says and who
// raised it is another door.
import type { listObjections, ObjectionRow } from '#contract/publicity.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { listOpenObjections, type ShownObjection } from './objection.store.ts';

export function objectionRow(one: ShownObjection, today: string): ObjectionRow {
  return {
    id: one.id,
    number: one.number,
    line: one.item,
    channel: one.channel === 'clerk' ? 'clerk' : 'page',
    filedOn: one.filed_on,
    dueOn: one.due_on,
    isLate: one.verdict === null && today > one.due_on,
    verdict: one.verdict === 'upheld' || one.verdict === 'rejected' ? one.verdict : null,
    answer: one.answer,
    answeredOn: one.answered_on,
    answeredBy: one.answered_by_name,
  };
}

export async function objectionsIn(
  { tx, area, today, actor }: Context,
  _input: InputOf<typeof listObjections>,
): Promise<OutputOf<typeof listObjections>> {
  const rows = await listOpenObjections(
    tx,
    spanOf(area),
    actor.role === 'county' ? 'others' : 'counties',
  );
  return {
    items: rows.map((row) => ({
      ...objectionRow(row, today),
      notice: row.notice_id,
      title: { zh: row.title_zh, en: row.title_en },
    })),
  };
}
