// What was published of the sources of a place beside what the books say they gave in the same time.
import type { Consolidation } from '#contract/funds-consolidation.ts';
import { agrees } from '#domain/funds/loans/published.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { daysInMonth, type PlainDate } from '#domain/kernel/plain-date.ts';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Tx } from '#server/database/connect.ts';
import { partsOf } from '../rules/rule-money.ts';
import { sumGranted } from './consolidation.store.ts';

/** Before any book was kept. */
const everBefore = '1949-10-01';
const fenPerYuan = 100;

export async function publishedGrants(
  tx: Tx,
  pack: ResolvedPack,
  { area, today }: { readonly area: AreaCode; readonly today: PlainDate },
): Promise<Consolidation['published']> {
  // A figure is of the whole place of its pack, and of no part of it.
  if (pack.chain.at(-1)?.manifest.area !== area) return [];
  const found: Consolidation['published'] = [];
  for (const { row } of pack.rows.fundSources) {
    for (const id of row.figures ?? []) {
      const figure = pack.rows.figures.find((one) => one.row.id === id)?.row;
      if (figure?.value === undefined || figure.on === '') continue;
      const { title, printed = '', on, since, value, nature } = figure;
      // What was only intended is a target and nothing that was given.
      if (nature === 'target' && lastDayOf(on) > today) continue;
      const sources = [row.id, ...partsOf(pack, row.id)];
      const from = since ?? (on.length === 4 ? on : undefined);
      const ours = await sumGranted(tx, {
        span: spanOf(area),
        sources,
        from: from === undefined ? everBefore : firstDayOf(from),
        until: lastDayOf(on),
      });
      const exactly = { least: value, most: value };
      const span = figure.exact === true ? exactly : (readPrinted(printed) ?? exactly);
      const isSame = agrees(Number(ours) / fenPerYuan, span);
      found.push({ figure: id, title, printed, on, ours: Number(ours), agrees: isSame });
    }
  }
  return found;
}

function firstDayOf(day: string): string {
  return `${day}-01-01`.slice(0, 10);
}

function lastDayOf(day: string): string {
  if (day.length === 4) return `${day}-12-31`;
  if (day.length > 7) return day;
  return `${day}-${daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5)))}`;
}
