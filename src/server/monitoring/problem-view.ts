// A problem as lists and pages show it, with the clock of today and the words of the list it stands on.
import type { Problem, ProblemRow } from '#contract/monitoring.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import {
  actsFor,
  type ProblemState,
  problemClock,
  type Whoever,
} from '#domain/monitoring/problem.ts';
import { listKeeping, type Phase, type WorkList } from '#domain/monitoring/work-list.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { listProblemActs, type ProblemRecord } from './problem.store.ts';

export function whoever({ actor, may }: Context): Whoever {
  return {
    account: actor.account,
    maySteer: may('monitoring.steer'),
    mayWork: may('monitoring.work'),
  };
}

/** Who reads no register sees what is theirs to do and nothing else. */
export function onlyMine({ actor, may }: Context): string | undefined {
  return may('registry.read') ? undefined : actor.account;
}

export function problemList({
  platform,
  today,
  area,
}: Pick<Context, 'platform' | 'today' | 'area'>) {
  const pack = platform.packs.inForce(area, today);
  return pack === undefined ? undefined : listKeeping(pack, 'problems');
}

export function problemState(row: ProblemRecord): ProblemState {
  return {
    state: row.state,
    phase: row.phase as Phase,
    position: row.position,
    ownerAccount: row.owner_account,
    ownerName: row.owner_name,
    assignedOn: row.assigned_on,
    dueOn: row.due_on,
    mendedBy: row.mended_by,
  };
}

/** A state of a list that is no more is told by its id. */
function stateView(list: WorkList | undefined, row: Pick<ProblemRecord, 'state' | 'phase'>) {
  const state = list?.states.find(({ id }) => id === row.state);
  return (
    state ?? { id: row.state, title: { zh: row.state, en: row.state }, phase: row.phase as Phase }
  );
}

export async function placeNames(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  codes: readonly string[],
): Promise<(code: string) => string> {
  const rows = await listAreas(tx, [...new Set(codes)], today);
  const names = new Map<string, string>(rows.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

export function rowView(
  context: Context,
  row: ProblemRecord,
  { list, place }: { readonly list: WorkList | undefined; readonly place: string },
): ProblemRow {
  const clock = problemClock(areaCode(row.area_code), problemState(row), context.today);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    areaCode: row.area_code,
    place,
    household: row.household_id,
    state: stateView(list, row),
    source: row.source as ProblemRow['source'],
    owner: row.owner_name,
    isMine: row.owner_account === context.actor.account,
    registeredOn: row.registered_on,
    assignedOn: row.assigned_on,
    dueOn: row.due_on,
    mendedOn: row.mended_on,
    closedOn: row.closed_on,
    ...clock,
    reopened: row.reopened,
  };
}

export async function problemView(context: Context, row: ProblemRecord): Promise<Problem> {
  const { today } = context;
  const list = problemList({ ...context, area: areaCode(row.area_code) });
  const acts = await listProblemActs(context.tx, row);
  const place = (await placeNames(context, [row.area_code]))(row.area_code);
  const title = list?.title ?? { zh: row.list, en: row.list };
  return {
    ...rowView(context, row, { list, place }),
    words: row.words,
    list: { id: row.list, title },
    states: [...(list?.states ?? [])],
    position: row.position,
    urged: row.urged,
    acts: acts.map((one) => ({
      position: one.position,
      act: one.act as Problem['acts'][number]['act'],
      state: stateView(list, { state: one.state, phase: 'open' }).title,
      words: one.words,
      owner: one.owner_name,
      dueOn: one.due_on,
      by: one.account_name,
      on: one.acted_on,
      at: one.acted_at,
    })),
    may: list === undefined ? [] : [...actsFor(list, problemState(row), whoever(context), today)],
  };
}
