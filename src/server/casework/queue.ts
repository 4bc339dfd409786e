// The queue by clock, and how many wait at which step.
import { z } from 'zod';
import type { countCases, listCases } from '#contract/casework.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import type { ClockColour } from '#domain/casework/case-clock.ts';
import { areaCode, levelOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { type LineCount, listLineCounts, listLineCountsNow } from './case-counts.store.ts';
import { ownWords, rowView, untitled } from './case-row-view.ts';
import { findRules } from './load-case.ts';
import { dueKeyOf, isThere, listOpenCases, type QueueRequest } from './queue.store.ts';

const PlaceKeys = z.tuple([z.string(), z.string()]);

export async function queueOf(
  context: Context,
  { query }: InputOf<typeof listCases>,
): Promise<OutputOf<typeof listCases>> {
  const { tx, today } = context;
  const { limit } = query;
  const mine = await ownWords(context);
  const rows = await listOpenCases(tx, {
    ...(await queueRequest(context, query, mine)),
    after: readCursor(query.cursor, PlaceKeys),
    limit: limit + 1,
  });
  const page = pageFrom(rows, limit, (row) => [dueKeyOf(row), row.id]);
  const codes = page.items.map((row) => areaCode(row.area_code));
  const placeOf = await nameAreas(tx, codes, today);
  const rulesOf = rulesOnce(context);
  return {
    items: page.items.map((row) =>
      rowView(context, row, { rules: rulesOf(row), place: placeOf(row.area_code), mine }),
    ),
    next: page.next,
  };
}

export interface QueueFilter {
  readonly whose: 'mine' | 'all';
  readonly process?: string | undefined;
  readonly step?: string | undefined;
  readonly colour?: ClockColour | undefined;
}

/** The filter as the store reads it: the lines it holds, of those in which anything stands. */
export async function queueRequest(
  context: Context,
  filter: QueueFilter,
  mine: readonly string[],
): Promise<QueueRequest> {
  const { actor, area, today } = context;
  const { whose, process, step, colour } = filter;
  const counts = await openLines(context);
  const asked = counts.filter(
    (line) =>
      (whose === 'all' || line.waits_for.some((word) => mine.includes(word))) &&
      (process === undefined || line.process === process) &&
      (step === undefined || line.step === step),
  );
  return {
    area,
    households: actor.households,
    lines: [...new Set(asked.map(({ line }) => line))],
    colour,
    today,
  };
}

export async function openLines(context: Context): Promise<readonly LineCount[]> {
  const { tx, actor, area, today } = context;
  const { households } = actor;
  const own = narrowTo(actor, area);
  const isKept =
    households === null && own.every((one) => !['hamlet', 'group'].includes(levelOf(one)));
  return isKept
    ? listLineCounts(tx, own, today)
    : listLineCountsNow(tx, isThere({ area, households }), today);
}

/** Steps of one name are one line, whichever editions their cases began with. */
export async function queueCounts(
  context: Context,
  { query }: InputOf<typeof countCases>,
): Promise<OutputOf<typeof countCases>> {
  const { today } = context;
  const mine = await ownWords(context);
  const rows = (await openLines(context)).filter(
    ({ waits_for }) => query.whose === 'all' || waits_for.some((word) => mine.includes(word)),
  );
  const rulesOf = rulesOnce(context);
  const lines = new Map<string, OutputOf<typeof countCases>['items'][number]>();
  for (const row of rows) {
    const rules = rulesOf({ ...row, begun_on: today });
    const step = rules?.steps.find(({ id }) => id === row.step);
    const key = `${row.process}.${row.step}`;
    const before = lines.get(key);
    lines.set(key, {
      process: { id: row.process, title: rules?.title ?? untitled(row.process) },
      step: { id: row.step, title: step?.title ?? untitled(row.step) },
      overdue: (before?.overdue ?? 0) + row.overdue,
      soon: (before?.soon ?? 0) + row.soon,
      onTime: (before?.onTime ?? 0) + row.on_time,
      noClock: (before?.noClock ?? 0) + row.no_clock,
    });
  }
  return { items: [...lines.values()] };
}

type Ruled = Parameters<typeof findRules>[1];

/** Rules are the same for all cases of a process that began on one day. */
export function rulesOnce(context: Context) {
  const known = new Map<string, ReturnType<typeof findRules>>();
  return (row: Ruled) => {
    const key = `${row.pack} ${row.pack_edition} ${row.process} ${row.begun_on}`;
    if (!known.has(key)) known.set(key, findRules(context, row));
    return known.get(key)?.rules;
  };
}
