// Answers about areas: the roots of one's own, a search, one level below, one area with its path and
// what became of it, and its tiles. Every function looks only where the actor may look.
import type {
  AreaDetail,
  AreaItem,
  AreaRevisionItem,
  getArea as getAreaShape,
  getAreaTiles as getAreaTilesShape,
  listAreas as listAreasShape,
} from '#contract/registry-areas.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { type AreaCode, atLevel, nation, spanOf } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { isInForce, shortNameOf, sinceAlways } from '#domain/registry/area.ts';
import { areaQueryOf, rankAreas } from '#domain/registry/area-query.ts';
import { noSuchArea } from '#domain/registry/area-refusals.ts';
import { predecessorsOf, type RelatedArea, successorsOf } from '#domain/registry/area-revision.ts';
import { type TileMap, type TilePosition, tilesOf } from '#domain/registry/area-tile.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { findSetting } from '#server/kernel/setting.store.ts';
import {
  type AreaRow,
  findArea,
  listAreaChildren,
  listAreaPath,
  listAreaStates,
  listAreas,
  listAreasWithChildren,
  searchAreasByBeginning,
  searchAreasByPart,
} from './area.store.ts';
import { linkOf, listRevisions, type StoredRevision } from './area-own.store.ts';

export async function searchAreas(
  context: Context,
  { query }: InputOf<typeof listAreasShape>,
): Promise<OutputOf<typeof listAreasShape>> {
  const on = dayOf(query.on, context);
  const asked = areaQueryOf(query.search ?? '');
  const own = narrowTo(context.actor, context.area);
  if (asked.kind === 'nothing') {
    const roots = own.includes(nation)
      ? await listAreaChildren(context.tx, nation, on)
      : await listAreas(context.tx, own, on);
    return { items: await asItems(context.tx, roots, on) };
  }

  const found = new Map<string, AreaRow>();
  for (const area of own) {
    const search = { query: asked, span: spanOf(area), on, limit: query.limit };
    for (const row of await searchAreasByBeginning(context.tx, search)) found.set(row.code, row);
    if (found.size >= query.limit) continue;
    for (const row of await searchAreasByPart(context.tx, search)) found.set(row.code, row);
  }

  const best = rankAreas([...found.values()], asked).slice(0, query.limit);
  return { items: await asItems(context.tx, best, on) };
}

export async function getArea(
  context: Context,
  { params, query }: InputOf<typeof getAreaShape>,
): Promise<AreaDetail> {
  const on = dayOf(query.on, context);
  const { tx, area: code } = context;
  const states = await listAreaStates(tx, code);
  const area =
    states.find((state) => isInForce(state, on)) ?? refuse(noSuchArea, { area: params.area, on });
  const [path, revisions] = await Promise.all([
    listAreaPath(tx, code, on),
    listRevisions(tx, atLevel(code, 'county') ?? ''),
  ]);
  const links = revisions.map(linkOf);
  const [item] = await asItems(tx, [area], on);
  if (item === undefined) throw new Error(`area ${code} was lost between two reads`);

  return {
    ...item,
    source: area.source,
    path: path.map(({ code, name, level }) => ({ code, name, level: levelName(level) })),
    predecessors: await named(tx, predecessorsOf(code, links), 0),
    successors: await named(tx, successorsOf(code, links), -1),
  };
}

export async function getChildren(context: Context, on: PlainDate): Promise<{ items: AreaItem[] }> {
  const children = await listAreaChildren(context.tx, context.area, on);
  return { items: await asItems(context.tx, children, on) };
}

export async function getTiles(
  context: Context,
  { query }: InputOf<typeof getAreaTilesShape>,
): Promise<OutputOf<typeof getAreaTilesShape>> {
  const { tiles, ...map } = await areaTiles(context.tx, context.area, dayOf(query.on, context));
  return { ...map, note: { ...map.note }, tiles: [...tiles] };
}

/** The tile map of what lies directly below an area, with what must be said on its face. */
export async function areaTiles(
  tx: Tx,
  area: AreaCode,
  on: PlainDate,
): Promise<TileMap & { readonly verified: boolean; readonly note: Bilingual }> {
  const children = await listAreaChildren(tx, area, on);
  const authored = (await findSetting(tx, 'registry.area-tiles')) as AuthoredTiles | undefined;
  const places = authored?.[area];
  const map = tilesOf(
    children.map(({ code, name }) => ({ code, name: shortNameOf(name) })),
    new Map(Object.entries(places?.positions ?? {})),
  );
  return map.placement === 'authored' && places !== undefined
    ? { ...map, verified: places.verified, note: places.note }
    : { ...map, verified: true, note: gridNote };
}

type AuthoredTiles = Readonly<
  Record<
    string,
    | {
        readonly verified: boolean;
        readonly note: Bilingual;
        readonly positions: Readonly<Record<string, TilePosition>>;
      }
    | undefined
  >
>;

const gridNote: Bilingual = {
  zh: '方格按区划代码排列，不表示面积和位置。',
  en: 'Tiles stand in the order of their codes; they show neither area nor position.',
};

export function dayOf(asked: string | undefined, context: Pick<Context, 'today'>): PlainDate {
  return asked === undefined ? context.today : plainDate(asked);
}

/** Rows as a picker shows them. */
export async function asItems(
  tx: Tx,
  rows: readonly AreaRow[],
  on: PlainDate,
): Promise<(AreaItem & { fullName: string })[]> {
  const parents = await listAreasWithChildren(
    tx,
    rows.map((row) => row.code),
    on,
  );
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    shortName: shortNameOf(row.name),
    level: levelName(row.level),
    parent: row.parent,
    validFrom: row.validFrom === sinceAlways ? null : row.validFrom,
    validTo: row.validTo,
    hasChildren: parents.has(row.code),
    fullName: row.fullName,
  }));
}

export function asRevisionItem({ county: _, ...revision }: StoredRevision): AreaRevisionItem {
  return { ...revision, from: [...revision.from], to: [...revision.to] };
}

/** The related areas with their names: a successor's latest, a predecessor's first. */
async function named(
  tx: Tx,
  links: readonly RelatedArea[],
  which: 0 | -1,
): Promise<AreaDetail['successors']> {
  return Promise.all(
    links.map(async (link) => {
      const states = await listAreaStates(tx, link.code);
      return { ...link, name: states.at(which)?.name ?? link.code };
    }),
  );
}

function levelName(level: AreaRow['level']): AreaItem['level'] {
  if (level === 'nation') throw new Error('the nation is no row of the table');
  return level;
}

export async function getExistingArea(tx: Tx, code: AreaCode, on: PlainDate): Promise<AreaRow> {
  return (await findArea(tx, code, on)) ?? refuse(noSuchArea, { area: code, on });
}
