// Tasks and promises as people list, enter, own, report and hand them down.
import { z } from 'zod';
import type {
  dropTaskOwner,
  enterDocument,
  enterTask,
  getTask,
  listDocuments,
  listTasks,
  nameTaskOwner,
  reportProgress,
  shareTask,
  Task,
} from '#contract/monitoring-tasks.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, countyNumberOf, isWithin, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { orderPlaceOutside } from '#domain/monitoring/order-refusals.ts';
import * as refusals from '#domain/monitoring/task-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { ownerOf } from './act-on-problem.ts';
import { onlyMine, placeNames } from './problem-view.ts';
import {
  deleteOwner,
  findDocument,
  findTask,
  insertDocuments,
  insertOwners,
  insertProgress,
  insertTasks,
  listDocumentRows,
  listOwnersOf,
  listTaskRows,
  saveTask,
  type TaskRecord,
} from './task.store.ts';
import { mayReport, taskRows, taskRules, taskView } from './task-view.ts';

const Keys = z.tuple([z.string(), z.string()]);
const department = 'department';

export async function tasksOf(
  context: Context,
  { query }: InputOf<typeof listTasks>,
): Promise<OutputOf<typeof listTasks>> {
  const rows = await listTaskRows(context.tx, {
    span: spanOf(context.area),
    kind: query.kind,
    show: query.show,
    document: query.document,
    owner: onlyMine(context),
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.due_on, row.id]);
  return { items: [...(await taskRows(context, page.items))], next: page.next };
}

async function openTask(
  context: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<TaskRecord> {
  const row = (await findTask(context.tx, id, lock)) ?? refuse(refusals.noSuchTask);
  const own = onlyMine(context);
  if (own === undefined) return row;
  const owners = await listOwnersOf(context.tx, [id]);
  return owners.some(({ account }) => account === own) ? row : refuse(refusals.noSuchTask);
}

export async function taskOf(context: Context, { params }: InputOf<typeof getTask>): Promise<Task> {
  return taskView(context, await openTask(context, params.id, 'shown'));
}

export async function enter(
  context: Context,
  { body }: InputOf<typeof enterTask>,
): Promise<OutputOf<typeof enterTask>> {
  const { tx, area, actor } = context;
  const county = countyNumberOf(area) ?? refuse(refusals.noSuchTask);
  if (body.dueOn < body.startOn) {
    refuse(refusals.taskDaysWrong, { due: body.dueOn, start: body.startOn });
  }
  const document = body.document === undefined ? undefined : await findDocument(tx, body.document);
  if (body.document !== undefined && document === undefined) refuse(refusals.noSuchDocument);
  const first = taskRules(context, area).promises?.states[0];
  if (body.kind === 'promise' && first === undefined) refuse(refusals.noPromiseList);
  const owner =
    body.kind === 'promise' && body.department !== undefined
      ? await ownerOf(context, { county }, body.department)
      : undefined;
  const id = context.newId(county);
  await insertTasks(tx, [
    {
      county,
      id,
      area_code: area,
      kind: body.kind,
      parent_id: null,
      document_id: document?.id ?? null,
      document: document?.title ?? '',
      clause: body.clause,
      title: body.title,
      method: body.method,
      unit: body.unit,
      target: body.target ?? null,
      start_on: body.startOn,
      due_on: body.dueOn,
      stage: body.kind === 'promise' ? (first?.id ?? null) : null,
      done_on: null,
      entered_by: actor.account,
    },
  ]);
  if (owner !== undefined) {
    const named = { county, id: context.newId(county), task_id: id, area_code: area };
    await insertOwners(tx, [{ ...named, level: department, ...owner }]);
  }
  context.note({ area, subject: `task:${id}`, facts: { kind: body.kind } });
  return { id };
}

export async function nameOwner(
  context: Context,
  { params, body }: InputOf<typeof nameTaskOwner>,
): Promise<Task> {
  const row = await openTask(context, params.id, 'locked');
  const { county, area_code } = row;
  const { levels } = taskRules(context, areaCode(area_code));
  const isKnown = levels.length === 0 || levels.some(({ id }) => id === body.level);
  if (row.kind === 'task' && !isKnown) refuse(refusals.noSuchLevel, { level: body.level });
  const owner = await ownerOf(context, row, body);
  await insertOwners(context.tx, [
    { county, id: context.newId(county), task_id: row.id, area_code, level: body.level, ...owner },
  ]);
  context.note({
    area: areaCode(area_code),
    subject: `task:${row.id}`,
    facts: { level: body.level },
  });
  return taskView(context, row);
}

export async function dropOwner(
  context: Context,
  { params }: InputOf<typeof dropTaskOwner>,
): Promise<Task> {
  const row = await openTask(context, params.id, 'locked');
  await deleteOwner(context.tx, { county: row.county, task: row.id, id: params.owner });
  context.note({ area: areaCode(row.area_code), subject: `task:${row.id}` });
  return taskView(context, row);
}

export async function report(
  context: Context,
  { params, body }: InputOf<typeof reportProgress>,
): Promise<Task> {
  const { tx, today, now, actor } = context;
  const row = await openTask(context, params.id, 'locked');
  if (row.done_on !== null) refuse(refusals.taskDone);
  if (!mayReport(context, await listOwnersOf(tx, [row.id]), row)) refuse(refusals.taskNotYours);
  const stages = taskRules(context, areaCode(row.area_code)).promises?.states ?? [];
  const stage = row.kind === 'promise' ? (body.stage ?? row.stage) : null;
  if (stage !== null && !stages.some(({ id }) => id === stage))
    refuse(refusals.noSuchStage, { stage });
  await insertProgress(tx, [
    {
      county: row.county,
      id: context.newId(row.county),
      task_id: row.id,
      area_code: row.area_code,
      quantity: body.quantity,
      stage,
      words: body.words,
      evidence: body.evidence,
      reported_on: today,
      account: actor.account,
      account_name: actor.displayName,
      recorded_at: now,
    },
  ]);
  // A promise is kept when its last stage is reached.
  const isKept = stage !== null && stage === stages.at(-1)?.id;
  const changed = { stage, done_on: body.isDone || isKept ? today : null };
  await saveTask(tx, row, changed);
  const facts = { quantity: body.quantity, done: changed.done_on !== null };
  context.note({ area: areaCode(row.area_code), subject: `task:${row.id}`, facts });
  return taskView(context, { ...row, ...changed });
}

export async function handDown(
  context: Context,
  { params, body }: InputOf<typeof shareTask>,
): Promise<Task> {
  const row = await openTask(context, params.id, 'locked');
  const within = areaCode(row.area_code);
  const named = await placeNames(
    context,
    body.parts.map(({ area }) => area),
  );
  const parts = body.parts.map(({ area, target }): TaskRecord => {
    const isBelow = isWithin(areaCode(area), within) && area !== within;
    if (!isBelow || named(area) === area) refuse(orderPlaceOutside, { place: named(area) });
    const id = context.newId(row.county);
    return {
      ...row,
      id,
      parent_id: row.id,
      area_code: area,
      target: target ?? null,
      done_on: null,
    };
  });
  await insertTasks(context.tx, parts);
  context.note({ area: within, subject: `task:${row.id}`, facts: { parts: parts.length } });
  return taskView(context, row);
}

export async function documentsOf(
  context: Context,
  _input: InputOf<typeof listDocuments>,
): Promise<OutputOf<typeof listDocuments>> {
  const rows = await listDocumentRows(context.tx, spanOf(context.area));
  return {
    items: rows.map(({ id, title, number, issued_on, tasks }) => ({
      id,
      title,
      number,
      issuedOn: issued_on,
      tasks,
    })),
    mayEnter: context.may('monitoring.steer') && countyNumberOf(context.area) !== undefined,
  };
}

export async function enterDocumentOf(
  context: Context,
  { body }: InputOf<typeof enterDocument>,
): Promise<OutputOf<typeof enterDocument>> {
  const { tx, area } = context;
  const county = countyNumberOf(area) ?? refuse(refusals.noSuchDocument);
  const { title, number } = body;
  const id = context.newId(county);
  const row = { county, id, area_code: area, title, number, issued_on: body.issuedOn ?? null };
  const kept = await insertDocuments(tx, [row]);
  if (kept === 0) refuse(refusals.documentKnown, { title });
  context.note({ area, subject: `document:${id}` });
  return { id };
}
