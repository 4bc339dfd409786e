// Helpers of an area by name, and one helper with their households.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { listHelpers } from '#contract/workforce.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listHelperRows } from './helper-roll.store.ts';
import { helperRow, namesOf } from './helper-view.ts';
import { quotasByRank, rulesHere } from './rules-here.ts';

const PlaceKeys = z.tuple([z.string(), z.string()]);

export async function helpersOf(
  context: Context,
  { query }: InputOf<typeof listHelpers>,
): Promise<OutputOf<typeof listHelpers>> {
  const { tx, today, area } = context;
  const rules = rulesHere(context, area);
  const rows = await listHelperRows(tx, {
    span: spanOf(area),
    show: query.show,
    quotas: quotasByRank(rules),
    rank: query.rank,
    unit: query.unit,
    nameKey: query.name === undefined ? undefined : nameKeyOf(query.name),
    today,
    after: readCursor(query.cursor, PlaceKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.name_key, row.id]);
  const nameOf = await namesOf(
    context,
    page.items.map((row) => row.area_code),
  );
  return {
    items: page.items.map((row) => helperRow(context, row, { rules, nameOf })),
    next: page.next,
  };
}
