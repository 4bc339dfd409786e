// A filled-in sheet of indicators: the column of codes names the village, headings name the indicators.
import type { importIndicators } from '#contract/exchange-indicators.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { parseAreaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { enteredOf } from '#domain/registry/indicator.ts';
import {
  indicatorFileUnread,
  indicatorPlaceUnknown,
  noSuchIndicatorSet,
} from '#domain/registry/indicator-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { enterCells, type TypedCells } from '#server/registry/enter-indicators.ts';
import { setsHere } from '#server/registry/indicators.ts';
import { uploadedRows } from './uploaded-rows.ts';

const mostRows = 2000;

export async function importSheet(
  context: Context,
  { query }: InputOf<typeof importIndicators>,
): Promise<OutputOf<typeof importIndicators>> {
  const set =
    setsHere(context).find(({ id }) => id === query.set) ??
    refuse(noSuchIndicatorSet, { set: query.set });
  const rows = (await uploadedRows(context, { most: mostRows })).map(({ cells }) => cells);
  const headings = rows[0] ?? [];
  const codes = headings.findIndex((heading) => heading.trim() === '代码');
  const columns = enteredOf(set).flatMap(({ id, title }) => {
    const at = headings.findIndex((one) => [title.zh, title.en].includes(one.trim()));
    return at < 0 ? [] : [{ id, at }];
  });
  if (codes < 0 || columns.length === 0) refuse(indicatorFileUnread);
  const cells: TypedCells['cells'][number][] = [];
  for (const row of rows.slice(1)) {
    const area = (row[codes] ?? '').trim();
    if (row.every((cell) => cell.trim() === '')) continue;
    if (parseAreaCode(area) === undefined || area === '') {
      refuse(indicatorPlaceUnknown, { place: area, indicator: set.title[context.language] });
    }
    for (const { id, at } of columns) {
      // An empty cell of a sheet was not filled in; taking a value back is done on the screen.
      const text = (row[at] ?? '').trim();
      if (text !== '') cells.push({ area, indicator: id, text });
    }
  }
  const { asOf, evidence } = query;
  return enterCells(context, { set: set.id, asOf, evidence, cells });
}
