// The queue by clock, and how many wait at which step.
import { z } from 'zod';
import type { countCases, listCases } from '#contract/casework.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { countOpenCases, dueKeyOf, listOpenCases } from './case.store.ts';
import { ownWords, rowView, untitled } from './case-row-view.ts';
import { findRules } from './load-case.ts';

const PlaceKeys = z.tuple([z.string(), z.string()]);

export async function queueOf(
  context: Context,
  { query }: InputOf<typeof listCases>,
): Promise<OutputOf<typeof listCases>> {
  const { tx, today, area } = context;
  const { whose, process, step, colour, limit } = query;
  const mine = await ownWords(context);
  const rows = await listOpenCases(tx, {
    span: spanOf(area),
    words: whose === 'mine' ? mine : undefined,
    process,
    step,
    colour,
    today,
    after: readCursor(query.cursor, PlaceKeys),
    limit: limit + 1,
  });
  const page = pageFrom(rows, limit, (row) => [dueKeyOf(row), row.id]);
  const codes = page.items.map((row) => areaCode(row.area_code));
  const placeOf = await nameAreas(tx, codes, today);
  return {
    items: page.items.map((row) =>
      rowView(context, row, {
        rules: findRules(context, row)?.rules,
        place: placeOf(row.area_code),
        mine,
      }),
    ),
    next: page.next,
  };
}

/** Steps of one name are one line, whichever editions their cases began with. */
export async function queueCounts(
  context: Context,
  { query }: InputOf<typeof countCases>,
): Promise<OutputOf<typeof countCases>> {
  const { tx, today, area } = context;
  const words = query.whose === 'mine' ? await ownWords(context) : undefined;
  const rows = await countOpenCases(tx, { span: spanOf(area), words, today });
  const lines = new Map<string, OutputOf<typeof countCases>['items'][number]>();
  for (const row of rows) {
    const rules = findRules(context, row)?.rules;
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
