// What was published of the sources of a place beside what the books say they gave in the same time.
import type { Consolidation } from '#contract/funds-consolidation.ts';
import { agrees } from '#domain/funds/loans/published.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { daysInMonth, type PlainDate } from '#domain/kernel/plain-date.ts';
import { sourceOf } from '#domain/policy/pack/document-shape.ts';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Tx } from '#server/database/connect.ts';
import { partsOf } from '../rules/rule-money.ts';
import { sumGranted } from './consolidation.store.ts';

/** Before any book was kept. */
const everBefore = '1949-10-01';
const fenPerYuan = 100;

type Published = Consolidation['published'][number];

export async function publishedGrants(
  tx: Tx,
  pack: ResolvedPack,
  { area, today }: { readonly area: AreaCode; readonly today: PlainDate },
): Promise<Published[]> {
  // A figure is of the whole place of its pack, and of no part of it.
  if (pack.chain.at(-1)?.manifest.area !== area) return [];
  const found: Published[] = [];
  for (const { row } of pack.rows.fundSources) {
    for (const figure of (row.figures ?? []).flatMap((id) => figureOf(pack, id))) {
      const { on, since, nature } = figure;
      // What was only intended is a target and nothing that was given.
      if (nature === 'target' && lastDayOf(on) > today) continue;
      const from = since ?? (on.length === 4 ? on : undefined);
      const ours = await sumGranted(tx, {
        span: spanOf(area),
        sources: [row.id, ...partsOf(pack, row.id)],
        from: from === undefined ? everBefore : firstDayOf(from),
        until: lastDayOf(on),
      });
      found.push(beside(pack, figure, { ours: Number(ours) }));
    }
  }
  return [...found, ...totalsOf(pack, found)];
}

/** Sums that the text claims of figures which are all of sources, added up from the books. */
function totalsOf(pack: ResolvedPack, found: readonly Published[]): readonly Published[] {
  return pack.rows.claims
    .flatMap(({ row }) => row.relations)
    .flatMap((relation) => {
      if (relation.kind !== 'sum' || relation.total === undefined) return [];
      const known = relation.parts.flatMap((id) => found.find(({ figure }) => figure === id) ?? []);
      if (known.length < relation.parts.length) return [];
      const ours = known.reduce((sum, one) => sum + one.ours, 0);
      const parts = known.map((one) => ({ title: one.title, ours: one.ours }));
      const maybe = relation.maybe.flatMap((id) => figureOf(pack, id));
      return figureOf(pack, relation.total).map((total) =>
        beside(pack, total, { ours, parts, maybe }),
      );
    });
}

type Figure = ResolvedPack['rows']['figures'][number]['row'];

function figureOf(pack: ResolvedPack, id: string): readonly Figure[] {
  const figure = pack.rows.figures.find(({ row }) => row.id === id)?.row;
  return figure?.value === undefined || figure.on === '' ? [] : [figure];
}

interface Beside {
  readonly ours: number;
  readonly parts?: Published['parts'];
  readonly maybe?: readonly Figure[];
}

function beside(
  pack: ResolvedPack,
  figure: Figure,
  { ours, parts = [], maybe = [] }: Beside,
): Published {
  const { id, title, printed = '', on, value = 0, exact, source } = figure;
  const exactly = { least: value, most: value };
  const span = exact === true ? exactly : (readPrinted(printed) ?? exactly);
  const cited = source === undefined ? null : sourceOf(pack, source);
  return {
    figure: id,
    title,
    printed,
    on,
    ours,
    agrees: agrees(ours / fenPerYuan, span),
    value: value * fenPerYuan,
    source: cited === null ? null : { title: cited.title, place: cited.place },
    parts,
    maybe: maybe.map((one) => {
      const amount = (one.value ?? 0) * fenPerYuan;
      return { title: one.title, amount, agrees: agrees((ours + amount) / fenPerYuan, span) };
    }),
  };
}

function firstDayOf(day: string): string {
  return `${day}-01-01`.slice(0, 10);
}

function lastDayOf(day: string): string {
  if (day.length === 4) return `${day}-12-31`;
  if (day.length > 7) return day;
  return `${day}-${daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5)))}`;
}
