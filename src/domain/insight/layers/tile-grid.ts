// The grid in which pictures of the ground are cut: squares of 256 pixels in Web Mercator, four below each.
// Positions on it run from 0 to 1, from the north-west corner of the world.
import type { Position } from '#domain/registry/area-position.ts';

export const tilePixels = 256;

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Web Mercator ends here; there is no county beyond. */
const latitudeMost = 85.0511;
const worldMetres = 40_075_016.686;

export function spotOf({ longitude, latitude }: Position): Spot {
  const held = Math.min(Math.max(latitude, -latitudeMost), latitudeMost);
  const radians = (held * Math.PI) / 180;
  return {
    x: (longitude + 180) / 360,
    y: (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2,
  };
}

export function positionAt({ x, y }: Spot): Position {
  return {
    longitude: x * 360 - 180,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  };
}

/** The tiles of a zoom that a piece of ground touches: first and last column and row. */
export interface TileRange {
  readonly z: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function rangeAt([west, south, east, north]: Bounds, z: number): TileRange {
  const side = 2 ** z;
  const first = spotOf({ longitude: west, latitude: north });
  const last = spotOf({ longitude: east, latitude: south });
  const within = (at: number) => Math.min(Math.max(at, 0), side - 1);
  const left = within(Math.floor(first.x * side));
  const top = within(Math.floor(first.y * side));
  return {
    z,
    left,
    top,
    // An edge that lies on the line between two tiles touches only the first.
    right: Math.max(left, within(Math.ceil(last.x * side) - 1)),
    bottom: Math.max(top, within(Math.ceil(last.y * side) - 1)),
  };
}

export function countIn({ left, right, top, bottom }: TileRange): number {
  return (right - left + 1) * (bottom - top + 1);
}

/** The tile of a range at a position in it, row by row. */
export function tileAt({ z, left, right, top }: TileRange, index: number): TileAddress {
  const wide = right - left + 1;
  return { z, x: left + (index % wide), y: top + Math.floor(index / wide) };
}

export function childrenOf({ z, x, y }: TileAddress): readonly TileAddress[] {
  return [0, 1].flatMap((down) =>
    [0, 1].map((along) => ({ z: z + 1, x: x * 2 + along, y: y * 2 + down })),
  );
}

/** Metres of ground in a pixel of a zoom at a latitude. */
export function metresAPixel(z: number, latitude: number): number {
  return (worldMetres * Math.cos((latitude * Math.PI) / 180)) / (tilePixels * 2 ** z);
}

export interface TilePlan {
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tiles: number;
  /** Whether the picture is finer than what is kept of it. */
  readonly isCoarser: boolean;
}

export const tileLimits = { deepest: 18, tiles: 40_000 } as const;

/**
 * The zooms a picture is cut for: from the one in which all of it lies in four tiles at most, to the one that
 * shows what it shows, or the deepest that stays within the limit.
 */
export function planTiles(bounds: Bounds, metres: number): TilePlan {
  const latitude = (bounds[1] + bounds[3]) / 2;
  const wanted = Math.ceil(Math.log2(metresAPixel(0, latitude) / metres) - 0.25);
  const finest = Math.min(Math.max(wanted, 0), tileLimits.deepest);
  const minZoom = zoomOfWhole(bounds, finest);
  for (let maxZoom = finest; maxZoom > minZoom; maxZoom -= 1) {
    const tiles = countOf(bounds, minZoom, maxZoom);
    if (tiles <= tileLimits.tiles) return { minZoom, maxZoom, tiles, isCoarser: maxZoom < wanted };
  }
  const tiles = countOf(bounds, minZoom, minZoom);
  return { minZoom, maxZoom: minZoom, tiles, isCoarser: minZoom < wanted };
}

function zoomOfWhole(bounds: Bounds, finest: number): number {
  for (let z = finest; z > 0; z -= 1) if (countIn(rangeAt(bounds, z)) <= 4) return z;
  return 0;
}

export function countOf(bounds: Bounds, minZoom: number, maxZoom: number): number {
  let tiles = 0;
  for (let z = minZoom; z <= maxZoom; z += 1) tiles += countIn(rangeAt(bounds, z));
  return tiles;
}

export function touches(one: Bounds, other: Bounds): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
