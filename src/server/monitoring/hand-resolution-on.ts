// What a meeting decided becomes a task with its owner and its day, or an order to places; once.
import type { handResolutionOn } from '#contract/monitoring-tasks.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchResolution, resolutionTaken } from '#domain/workforce/meeting-refusals.ts';
import type { Context } from '#server/http/context.ts';
import {
  findMeeting,
  lockResolution,
  type ResolutionRecord,
  takeResolutionRow,
} from '#server/workforce/meeting.store.ts';
import { issue } from './issue-order.ts';
import { insertOwners, insertTasks } from './task.store.ts';
import { taskRules } from './task-view.ts';

export async function handOn(
  context: Context,
  { params, body }: InputOf<typeof handResolutionOn>,
): Promise<OutputOf<typeof handResolutionOn>> {
  const { tx } = context;
  const row = (await lockResolution(tx, params.id)) ?? refuse(noSuchResolution);
  if (row.taken_id !== null || row.done_on !== null) refuse(resolutionTaken);
  const meeting = await findMeeting(tx, row.meeting_id);
  const basis = meeting === undefined ? '' : `${meeting.title} ${meeting.held_on}`;
  const made =
    body.as === 'task'
      ? await taskOf(context, row, basis)
      : await orderOf(context, row, { basis, areas: body.areas });
  await takeResolutionRow(tx, row, { as: body.as, id: made.id });
  const area = areaCode(row.area_code);
  context.note({ area, subject: `meeting:${row.meeting_id}`, facts: { as: body.as } });
  return made;
}

async function taskOf(
  context: Context,
  row: ResolutionRecord,
  basis: string,
): Promise<{ readonly id: string }> {
  const { tx, today, actor } = context;
  const { county, area_code } = row;
  const id = context.newId(county);
  await insertTasks(tx, [
    {
      county,
      id,
      area_code,
      kind: 'task',
      parent_id: null,
      document_id: null,
      document: basis,
      clause: '',
      title: row.words.slice(0, 200),
      method: '',
      unit: '',
      target: null,
      start_on: row.due_on < today ? row.due_on : today,
      due_on: row.due_on,
      stage: null,
      done_on: null,
      entered_by: actor.account,
    },
  ]);
  const level = taskRules(context, areaCode(area_code)).levels[0]?.id ?? 'owner';
  await insertOwners(tx, [
    {
      county,
      id: context.newId(county),
      task_id: id,
      area_code,
      level,
      account: null,
      name: row.owner,
    },
  ]);
  return { id };
}

function orderOf(
  context: Context,
  row: ResolutionRecord,
  { basis, areas }: { readonly basis: string; readonly areas: readonly string[] },
): Promise<{ readonly id: string }> {
  const { today } = context;
  const body = {
    area: row.area_code,
    title: row.words.slice(0, 120),
    words: row.words,
    basis,
    basisLink: `/meetings/${row.meeting_id}`,
    dueOn: row.due_on < today ? today : row.due_on,
    areas: [...areas],
    units: areas.length === 0 ? [{ account: null, name: row.owner }] : [],
  };
  const area = areaCode(row.area_code);
  return issue({ ...context, area }, { params: undefined, query: undefined, body });
}
