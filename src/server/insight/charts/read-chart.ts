// One chart of a pack, made now: its panels from the kinds of datum the pack names, the gaps it has, the
// published figures it is held against, and the hash of all of it.
import { createHash } from 'node:crypto';
import { ChartContent, type ChartPanel, type Words } from '#domain/insight/charts/chart-shape.ts';
import { both } from '#domain/insight/charts/chart-words.ts';
import { checkPublished } from '#domain/insight/charts/check-published.ts';
import { type DatumId, isDatum, usualData } from '#domain/insight/charts/datum-words.ts';
import { noSuchChart } from '#domain/insight/charts/refusals.ts';
import { publishedOf } from '#domain/insight/reconcile/published-of-pack.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ChartSet } from '#domain/policy/pack/practice-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { readDatum } from './chart-data.ts';
import { type Made, type Making, makingOf } from './making.ts';
import { packsOfHere } from './own-packs.ts';

export type PackChart = ChartSet['charts'][number];

export interface FoundChart {
  readonly pack: ResolvedPack;
  readonly set: ChartSet;
  readonly chart: PackChart;
}

export interface MadeChart extends FoundChart {
  /** Of a pack in force here; others lend their form. */
  readonly isOwn: boolean;
  readonly content: ChartContent;
  readonly hash: string;
}

export function findChart(
  { platform, today }: Pick<Context, 'platform' | 'today'>,
  asked: { readonly pack: string; readonly chart: string },
): FoundChart {
  const pack = platform.packs.resolve(asked.pack, today);
  if (pack !== undefined) {
    for (const { row: set } of pack.rows.chartSets) {
      const chart = set.charts.find(({ id }) => id === asked.chart);
      if (chart !== undefined) return { pack, set, chart };
    }
  }
  return refuse(noSuchChart, { pack: asked.pack, chart: asked.chart });
}

export async function makeChart(
  context: Context,
  asked: { readonly pack: string; readonly chart: string },
): Promise<MadeChart> {
  const found = findChart(context, asked);
  const making = await makingOf(context, found.pack);
  const made: Made[] = [];
  for (const id of dataOf(found.chart)) made.push(await readDatum(making, id));
  const { rows, chain } = found.pack;
  const panels = made.flatMap(({ panel }) => panel ?? []);
  const isOwn = packsOfHere(context).has(found.pack.id);
  const numbers = Object.assign({}, ...made.map((one) => one.numbers ?? {}));
  const content = ChartContent.parse({
    title: found.chart.title,
    shows:
      isOwn && found.chart.level === making.level ? found.chart.shows : drawnOf(making, panels),
    area: { code: making.code, name: making.name, level: making.level },
    panels,
    gaps: made.flatMap(({ gap }) => gap ?? []),
    checks: making.isOwnPlace
      ? checkPublished({
          figures: publishedOf(chain).figures,
          rows,
          numbers,
          published: found.chart.published,
          today: context.today,
        })
      : [],
  });
  return { ...found, isOwn, content, hash: hashOf(content) };
}

/** The words of the form speak of its own place and level; elsewhere it shows what is drawn of where it is. */
function drawnOf({ name }: Making, panels: readonly ChartPanel[]): Words {
  const zh = panels.map(({ title }) => title.zh).join('、');
  const en = panels.map(({ title }) => title.en).join('; ');
  return panels.length === 0 ? both('', '') : both(`${zh}（${name}）`, `${en} (${name})`);
}

export function dataOf({ data, kind }: PackChart): readonly DatumId[] {
  const named = data.filter(isDatum);
  return named.length === 0 ? usualData[kind] : named;
}

/** Of what a reader sees on the wall: not of the day it was made, nor of what it is compared with. */
export function hashOf({ panels, gaps, area, title }: ChartContent): string {
  const still = panels.map(({ drawing, ...panel }) => ({
    ...panel,
    drawing: drawing?.kind === 'spells' ? { ...drawing, today: '' } : drawing,
  }));
  return createHash('sha256')
    .update(canonicalJson({ title, area, panels: still, gaps }))
    .digest('hex');
}
