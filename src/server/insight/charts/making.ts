// What the making of one chart has at hand: the area, its parts with their tiles, kept counts of both,
// read once and shared by all its panels; and the shape of what reads one kind of datum.
import { narrowTo } from '#domain/access/actor.ts';
import { isInScope } from '#domain/access/scope.ts';
import type { ChartGap, ChartPanel, Words } from '#domain/insight/charts/chart-shape.ts';
import { both } from '#domain/insight/charts/chart-words.ts';
import type { DatumId } from '#domain/insight/charts/datum-words.ts';
import { type Counted, type FunnelStep, funnelOf } from '#domain/insight/funnel.ts';
import { type AreaCode, type AreaLevel, levelOf } from '#domain/kernel/area-code.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Citation } from '#domain/policy/pack/row-schema.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import type { CountLine, CountMetric } from '#domain/registry/count.ts';
import type { Stage } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { countNow, countsOf, hasKeptCounts, listCounts } from '#server/registry/count.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';

export interface ChartPart {
  readonly code: AreaCode;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

export interface Making {
  readonly context: Context;
  readonly pack: ResolvedPack;
  readonly code: AreaCode;
  readonly name: string;
  readonly level: AreaLevel;
  readonly parts: readonly ChartPart[];
  readonly tilesNote: Bilingual;
  /** Kept counts of the whole area, and of each part. */
  readonly lines: readonly CountLine[];
  readonly partLines: readonly CountLine[];
  /** The pack was made for just this area: its targets and figures mean it. */
  readonly isOwnPlace: boolean;
}

/** What one kind of datum gives: a panel or the reason why there is none, and numbers by name. */
export interface Made {
  readonly panel?: ChartPanel;
  readonly gap?: ChartGap;
  readonly numbers?: Readonly<Record<string, number>>;
}

export interface Datum {
  readonly id: DatumId;
  read(making: Making): Promise<Made>;
}

export async function makingOf(context: Context, pack: ResolvedPack): Promise<Making> {
  const { tx, area, today, scope, actor } = context;
  const own = narrowTo(actor, area);
  const map = await areaTiles(tx, area, today);
  const parts = map.tiles.filter((tile) => isInScope(tile.code, scope));
  const [named] = await listAreas(tx, [area], today);
  const lines = own.every(hasKeptCounts) ? await countsOf(tx, own) : await countNow(tx, own);
  const chartArea = pack.chain.at(-1)?.manifest.area;
  return {
    context,
    pack,
    code: area,
    name: named?.name ?? '全国',
    level: levelOf(area),
    parts,
    tilesNote: map.note,
    lines,
    partLines: await partLinesOf(context, parts),
    isOwnPlace: chartArea === area,
  };
}

const partMetrics: readonly CountMetric[] = ['stage', 'measure'];

async function partLinesOf(
  { tx }: Context,
  parts: readonly ChartPart[],
): Promise<readonly CountLine[]> {
  const codes = parts.map(({ code }) => code);
  if (codes.length === 0) return [];
  if (codes.every(hasKeptCounts)) return listCounts(tx, codes, partMetrics);
  const counted: CountLine[] = [];
  for (const code of codes) {
    for (const line of await countNow(tx, [code])) counted.push({ ...line, area: code });
  }
  return counted;
}

export function linesOf(lines: readonly CountLine[], metric: CountMetric): readonly CountLine[] {
  return lines.filter((line) => line.metric === metric);
}

/** Those who came at least as far as each stage. */
export function stepsOf(lines: readonly CountLine[]): (stage: Stage) => Counted {
  const standing = new Map(linesOf(lines, 'stage').map((line) => [line.key, line]));
  const funnel: readonly FunnelStep[] = funnelOf(standing);
  const none: Counted = { households: 0, persons: 0 };
  return (stage) => funnel.find((step) => step.stage === stage) ?? none;
}

export function partName({ name }: ChartPart): Words {
  const short = shortNameOf(name);
  return { zh: short, en: short };
}

export function titleOfCode(pack: ResolvedPack, list: string, code: string): Words {
  if (code === '') return both('未写', 'Not recorded');
  // A pack that replaces a list may leave out codes that processes of the packs below still use.
  const below = pack.chain
    .flatMap(({ rows }) => rows.lists)
    .filter(({ row }) => row.id === list)
    .flatMap(({ row }) => row.codes)
    .find((one) => one.code === code);
  const { zh, en } = codeTitle(pack, list, code);
  return zh === code && below !== undefined ? { ...below.title } : { zh, en };
}

/** Where a row of the pack comes from, as a reader would look it up. */
export function sourceOf(pack: ResolvedPack, source: Citation | undefined): Words {
  const document = pack.chain
    .flatMap(({ manifest }) => manifest.documents)
    .find(({ id }) => id === source?.document);
  if (document === undefined) return both('未注明出处', 'No source given');
  const place = source?.place === undefined ? '' : ` ${source.place}`;
  return { zh: `《${document.title.zh}》${place}`, en: `${document.title.en}${place}` };
}

export const fromRegister = both('登记库', 'The register');
