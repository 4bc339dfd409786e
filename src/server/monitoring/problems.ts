// Problems as people list, count, register and act on them.
import { z } from 'zod';
import type { countProblems, getProblem, listProblems, Problem } from '#contract/monitoring.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { curveOf } from '#domain/monitoring/problem.ts';
import * as refusals from '#domain/monitoring/problem-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import {
  countMine,
  countProblemRows,
  findProblem,
  listDayChanges,
  listProblemRows,
  type ProblemFilter,
  type ProblemRecord,
} from './problem.store.ts';
import { onlyMine, placeNames, problemList, problemView, rowView } from './problem-view.ts';

const Keys = z.tuple([z.string(), z.string()]);

export async function problemsOf(
  context: Context,
  { query }: InputOf<typeof listProblems>,
): Promise<OutputOf<typeof listProblems>> {
  const { tx } = context;
  const rows = await listProblemRows(tx, {
    ...filterOf(context, query),
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.order_key, row.id]);
  const named = await placeNames(
    context,
    page.items.map(({ area_code }) => area_code),
  );
  const list = problemList(context);
  return {
    items: page.items.map((row) => rowView(context, row, { list, place: named(row.area_code) })),
    next: page.next,
  };
}

export function filterOf(
  context: Context,
  query: Omit<InputOf<typeof listProblems>['query'], 'cursor' | 'limit'>,
): ProblemFilter {
  const own = onlyMine(context) ?? (query.mine === 'yes' ? context.actor.account : undefined);
  return {
    span: spanOf(context.area),
    show: query.show,
    phase: query.phase,
    owner: own,
    isLate: query.late === 'yes',
    household: query.household,
    today: context.today,
  };
}

const curveDays = 90;

export async function problemCounts(
  context: Context,
  _input: InputOf<typeof countProblems>,
): Promise<OutputOf<typeof countProblems>> {
  const { tx, area, today, actor } = context;
  const list = problemList(context);
  const states = list?.states ?? [];
  const span = spanOf(area);
  const owner = onlyMine(context);
  const children = await listAreaChildren(tx, area, today);
  const digits = children[0]?.code.length ?? area.length;
  const counts = await countProblemRows(tx, { span, owner, digits, today });
  const lastStates = states.filter(({ phase }) => phase === 'closed').map(({ id }) => id);
  const changes = await listDayChanges(tx, { span, lastStates, owner });
  const open = counts.filter(({ is_closed }) => !is_closed);
  const sum = (rows: typeof counts, what: 'count' | 'late') =>
    rows.reduce((all, row) => all + row[what], 0);
  const from = addDays(today, -curveDays);
  return {
    list: list === undefined ? null : { id: list.id, title: list.title, verified: list.verified },
    states: states.map((state) => {
      const rows = counts.filter((row) => row.state === state.id);
      return { ...state, count: sum(rows, 'count'), late: sum(rows, 'late') };
    }),
    open: sum(open, 'count'),
    late: sum(open, 'late'),
    closed: sum(
      counts.filter(({ is_closed }) => is_closed),
      'count',
    ),
    mine: await countMine(tx, span, actor.account),
    places: children.flatMap(({ code, name }) => {
      const rows = counts.filter((row) => row.place === code);
      const waiting = rows.filter(({ is_closed }) => !is_closed);
      return rows.length === 0
        ? []
        : {
            code,
            name,
            open: sum(waiting, 'count'),
            late: sum(waiting, 'late'),
            closed: sum(
              rows.filter(({ is_closed }) => is_closed),
              'count',
            ),
          };
    }),
    curve: [
      ...curveOf(
        changes.map(({ on, change }) => ({ on: plainDate(on), change })),
        { from, to: today },
      ),
    ],
    mayRegister: context.may('monitoring.work') && area.length >= 6,
    maySteer: context.may('monitoring.steer'),
  };
}

export async function problemOf(
  context: Context,
  { params }: InputOf<typeof getProblem>,
): Promise<Problem> {
  return problemView(context, await openProblem(context, params.id, 'shown'));
}

export async function openProblem(
  context: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<ProblemRecord> {
  const row = await findProblem(context.tx, id, lock);
  const own = onlyMine(context);
  const isTheirs = own === undefined || row?.owner_account === own;
  return row === undefined || !isTheirs ? refuse(refusals.noSuchProblem) : row;
}
