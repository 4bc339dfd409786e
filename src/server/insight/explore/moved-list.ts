// The households behind what happened in some months, or behind what stood when one ended.
import { z } from 'zod';
import type { listMovedHouseholds } from '#contract/insight-explore.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { movedTooWide } from '#domain/insight/explore/refusals.ts';
import { countyDigits, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { listMovedRows, listStandingRows, type MovedRow } from './moved.store.ts';

const Place = z.tuple([z.string(), z.string()]);

export async function movedHouseholdsOf(
  context: Context,
  { query }: InputOf<typeof listMovedHouseholds>,
): Promise<OutputOf<typeof listMovedHouseholds>> {
  const { tx, area, today, actor } = context;
  if (area.length < countyDigits) {
    const [named] = await listAreas(tx, [area], today);
    refuse(movedTooWide, { area: named?.name ?? area });
  }
  const { what, from, to, limit } = query;
  const spans = narrowTo(actor, area).map(spanOf);
  const after = readCursor(query.cursor, Place);
  const rows =
    what === 'standingPoor'
      ? await listStandingRows(tx, {
          spans,
          month: to ?? from ?? today.slice(0, 7),
          limit: limit + 1,
          after,
        })
      : await listMovedRows(tx, { spans, what, from, to, limit: limit + 1, after });
  const place = (row: MovedRow) =>
    what === 'standingPoor' ? [row.area_code, row.id] : [row.day, row.event];
  const { items, next } = pageFrom(rows, limit, place);
  const names = await nameAreas(
    tx,
    items.map((row) => row.area_code),
    today,
  );
  return {
    items: items.map((row) => ({
      id: row.id,
      householdNo: row.household_no,
      headName: row.head_name,
      areaCode: row.area_code,
      township: names(row.area_code).township,
      village: names(row.area_code).village,
      stage: row.stage,
      day: row.day,
    })),
    next,
  };
}
