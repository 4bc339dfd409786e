// Tasks as lists and pages show them: quantities rolled up, owners beside what is lacking.
import type { Task, TaskRow } from '#contract/monitoring-tasks.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import {
  gapSentence,
  lateDays,
  missingLevels,
  type OwnerLevel,
  ownerLevels,
  shareDone,
} from '#domain/monitoring/task.ts';
import { listKeeping, type WorkList } from '#domain/monitoring/work-list.ts';
import type { Context } from '#server/http/context.ts';
import { onlyMine, placeNames } from './problem-view.ts';
import {
  listOwnersOf,
  listPartRows,
  listReports,
  type OwnerRecord,
  sumDone,
  type TaskRecord,
} from './task.store.ts';

export interface TaskRules {
  readonly levels: readonly OwnerLevel[];
  readonly promises: WorkList | undefined;
}

export function taskRules({ platform, today }: Context, area: AreaCode): TaskRules {
  const pack = platform.packs.inForce(area, today);
  if (pack === undefined) return { levels: [], promises: undefined };
  return { levels: ownerLevels(pack), promises: listKeeping(pack, 'promises') };
}

export async function taskRows(
  context: Context,
  rows: readonly TaskRecord[],
): Promise<readonly TaskRow[]> {
  const { tx, today, area } = context;
  const ids = rows.map(({ id }) => id);
  const owners = await listOwnersOf(tx, ids);
  const sums = new Map((await sumDone(tx, ids)).map((one) => [one.task, one]));
  const named = await placeNames(
    context,
    rows.map(({ area_code }) => area_code),
  );
  const rules = taskRules(context, rows[0] === undefined ? area : areaCode(rows[0].area_code));
  return rows.map((row) => {
    const own = owners.filter(({ task_id }) => task_id === row.id);
    const done = Number(sums.get(row.id)?.done ?? 0);
    return {
      id: row.id,
      kind: row.kind as TaskRow['kind'],
      areaCode: row.area_code,
      place: named(row.area_code),
      document: row.document,
      clause: row.clause,
      title: row.title,
      unit: row.unit,
      target: row.target,
      done,
      share: shareDone(row.target, done),
      startOn: row.start_on,
      dueOn: row.due_on,
      doneOn: row.done_on,
      lateDays: lateDays({ dueOn: row.due_on, doneOn: row.done_on }, today),
      stage: stageOf(rules, row.stage),
      owners: own.map(({ id, level, name }) => ({ id, level, name })),
      gap: row.kind === 'promise' ? null : gapSentence(missingLevels(rules.levels, own)),
      parts: sums.get(row.id)?.parts ?? 0,
    };
  });
}

function stageOf({ promises }: TaskRules, id: string | null) {
  if (id === null) return null;
  const stage = promises?.states.find((one) => one.id === id);
  return { id, title: stage?.title ?? { zh: id, en: id } };
}

export async function taskView(context: Context, row: TaskRecord): Promise<Task> {
  const { tx, may } = context;
  const rules = taskRules(context, areaCode(row.area_code));
  const [view] = await taskRows(context, [row]);
  if (view === undefined) throw new Error(`task ${row.id} was lost`);
  const owners = await listOwnersOf(tx, [row.id]);
  const reports = await listReports(tx, row);
  return {
    ...view,
    method: row.method,
    levels: rules.levels.map(({ id, title }) => ({ id, title })),
    stages:
      row.kind === 'promise'
        ? (rules.promises?.states ?? []).map(({ id, title }) => ({ id, title }))
        : [],
    parent: row.parent_id,
    items: [...(await taskRows(context, await listPartRows(tx, row)))],
    reports: reports.map((one) => ({
      id: one.id,
      quantity: one.quantity,
      stage: stageOf(rules, one.stage)?.title ?? null,
      words: one.words,
      evidence: one.evidence,
      on: one.reported_on,
      by: one.account_name,
    })),
    mayReport: row.done_on === null && mayReport(context, owners, row),
    maySteer: may('monitoring.steer'),
  };
}

/** Who answers for it, whoever steers, and the place itself that a part was handed to. */
export function mayReport(
  context: Context,
  owners: readonly OwnerRecord[],
  row: TaskRecord,
): boolean {
  const { actor, may } = context;
  if (!may('monitoring.work')) return false;
  const isOwner = owners.some(({ account }) => account === actor.account);
  const isPlace = onlyMine(context) === undefined && actor.area === row.area_code;
  return isOwner || isPlace || may('monitoring.steer');
}
