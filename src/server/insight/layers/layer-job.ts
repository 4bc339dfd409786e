// The run that makes the tiles of a picture of the ground: the finest zoom is cut from the file, every zoom above
// it is joined from the four tiles below. Some tiles at a time are made in a process of their own and kept
// together with how far that is, so that a run that was killed goes on and one that was cancelled leaves nothing.
import {
  childrenOf,
  countIn,
  rangeAt,
  type TileAddress,
  type TileRange,
  tileAt,
} from '#domain/insight/layers/tile-grid.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { wgsToGcj } from '#domain/registry/area-position.ts';
import { inScope } from '#server/database/connect.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { makeTiles } from './ask-layer.ts';
import {
  deleteTiles,
  findLayer,
  insertTiles,
  type LayerRow,
  listTilesIn,
  saveLayerState,
} from './layer.store.ts';
import { forgetLayerFile, layerFilePath } from './layer-file.ts';
import type { MadeTile } from './layer-task.ts';

export const layerJobKind = 'insight.layer';

export interface LayerRunInput {
  readonly layer: string;
  /** As the sender called the file, for what is said of it. */
  readonly name: string;
  /** The file is in GCJ-02: brought back while it is cut. */
  readonly isShifted: boolean;
}

/** How tiles are made; tests make them in their own process. */
export type MakeTiles = typeof makeTiles;

export function layerJob(platform: Platform, make: MakeTiles = makeTiles): JobKind {
  return {
    kind: layerJobKind,
    run: (work) => runLayer({ platform, make }, work),
    async abandoned(tx, work, state) {
      const { layer: id } = work.input as LayerRunInput;
      const of = { county: countyOfId(id), id };
      await deleteTiles(tx, of);
      await saveLayerState(tx, of, state);
      await forgetLayerFile(layerFilePath(platform.dataFolder, id));
    },
  };
}

/** Tiles made at a time: a second or two of work, so that a cancel is soon heard. */
const batch = 32;

interface Checkpoint {
  readonly z: number;
  readonly index: number;
}

interface Maker {
  readonly platform: Platform;
  readonly make: MakeTiles;
}

async function runLayer(maker: Maker, work: Work): Promise<unknown> {
  const { platform } = maker;
  const input = work.input as LayerRunInput;
  const of = { county: countyOfId(input.layer), id: input.layer };
  const layer = await inScope(platform.db, work.scope, (tx) => findLayer(tx, of), 'read');
  if (layer === undefined) throw new Error(`layer ${input.layer} is gone`);
  const ranges = rangesOf(layer);
  const total = ranges.reduce((sum, range) => sum + countIn(range), 0);
  const begun = work.checkpoint as Checkpoint | null;
  let done = 0;
  for (const range of ranges) {
    const count = countIn(range);
    const isDone = begun !== null && range.z > begun.z;
    const first = begun !== null && range.z === begun.z ? begun.index : 0;
    if (isDone) {
      done += count;
      continue;
    }
    for (let index = first; index < count; index += batch) {
      const tiles = Array.from({ length: Math.min(batch, count - index) }, (_, at) =>
        tileAt(range, index + at),
      );
      const made = await tilesOf(maker, work, { layer, input, range, tiles });
      const next = index + tiles.length;
      await work.chunk(async (tx) => {
        await insertTiles(tx, layer, made);
        const checkpoint: Checkpoint = { z: range.z, index: next };
        const step = range.z === layer.max_zoom ? 'cutting' : 'joining';
        return { result: undefined, progress: { done: done + next, total, step, checkpoint } };
      });
    }
    done += count;
  }
  await work.chunk(async (tx) => {
    await saveLayerState(tx, layer, 'ready');
    return { result: undefined, progress: { done: total, total, step: 'done' } };
  });
  await forgetLayerFile(layerFilePath(platform.dataFolder, input.layer));
  const kept = await inScope(platform.db, work.scope, (tx) => findLayer(tx, of), 'read');
  return { layer: input.layer, tiles: kept?.tiles ?? 0, bytes: kept?.bytes ?? 0 };
}

/** Finest first. Tiles that lie in GCJ-02 cover the ground where GCJ-02 puts it. */
function rangesOf(layer: LayerRow): readonly TileRange[] {
  const corner = (longitude: number, latitude: number) =>
    layer.is_shifted ? wgsToGcj({ longitude, latitude }) : { longitude, latitude };
  const low = corner(layer.west, layer.south);
  const high = corner(layer.east, layer.north);
  const bounds = [low.longitude, low.latitude, high.longitude, high.latitude] as const;
  return Array.from({ length: layer.max_zoom - layer.min_zoom + 1 }, (_, at) =>
    rangeAt(bounds, layer.max_zoom - at),
  );
}

interface Wanted {
  readonly layer: LayerRow;
  readonly input: LayerRunInput;
  readonly range: TileRange;
  readonly tiles: readonly TileAddress[];
}

async function tilesOf(
  { platform, make }: Maker,
  work: Work,
  { layer, input, range, tiles }: Wanted,
): Promise<readonly MadeTile[]> {
  const { name, isShifted } = input;
  const { form, kind } = layer;
  if (form === 'pmtiles' || range.z === layer.max_zoom) {
    const path = layerFilePath(platform.dataFolder, layer.id);
    const how = { form: form === 'pmtiles' ? 'pmtiles' : 'geotiff', isShifted } as const;
    const of = kind === 'terrain' ? 'terrain' : 'imagery';
    return make({ task: 'cut', path, name, ...how, kind: of, tiles }, name);
  }
  const below = await inScope(
    platform.db,
    work.scope,
    (tx) => listTilesIn(tx, layer, rangeBelow(tiles)),
    'read',
  );
  const known = new Map(below.map(({ x, y, bytes }) => [`${x} ${y}`, new Uint8Array(bytes)]));
  const joins = tiles.map((tile) => ({
    tile,
    children: childrenOf(tile).map(({ x, y }) => known.get(`${x} ${y}`)),
  }));
  const some = joins.filter(({ children }) => children.some((child) => child !== undefined));
  return some.length === 0 ? [] : make({ task: 'join', tiles: some }, name);
}

function rangeBelow(tiles: readonly TileAddress[]): TileRange {
  const all = tiles.flatMap(childrenOf);
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  return {
    z: all[0]?.z ?? 0,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
