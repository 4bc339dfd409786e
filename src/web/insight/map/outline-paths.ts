// Outlines in degrees as shapes on a sheet, drawn in Web Mercator as the pictures of the ground are, so that
// both lie on one another.
import { spotOf } from '#domain/insight/layers/tile-grid.ts';
import type { Answer } from '#web/client/api.ts';

export type Outlines = Answer<'GET /api/registry/areas/:area/boundaries'>;
type Geometry = Outlines['features'][number]['geometry'];
type Position = readonly [number, number, ...number[]];

/** Where a sheet lies on the grid of the world: its corner, and units of the sheet to the width of the world. */
export interface Ground {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Corner {
  readonly x: number;
  readonly y: number;
}

export interface OutlineShape {
  readonly path: string;
  /** Where its name stands. */
  readonly x: number;
  readonly y: number;
  readonly rings: readonly (readonly Corner[])[];
}

export interface OutlinePaths {
  readonly width: number;
  readonly height: number;
  readonly shapes: ReadonlyMap<string, OutlineShape>;
  readonly ground: Ground;
  readonly sources: readonly string[];
}

const sheet = 900;

export function outlinePaths({ features }: Outlines): OutlinePaths | undefined {
  const all = features.flatMap(({ geometry }) => ringsOf(geometry).flat()).map(spotAt);
  if (all.length === 0) return undefined;
  const [west, east] = ends(all.map(({ x }) => x));
  const [north, south] = ends(all.map(({ y }) => y));
  const scale = sheet / Math.max(east - west, south - north, 1e-9);
  const ground = { x: west, y: north, scale };
  const shapes = new Map(
    features.map(({ properties, geometry }): [string, OutlineShape] => {
      const rings = ringsOf(geometry).map((ring) => ring.map((at) => onSheet(ground, spotAt(at))));
      const path = rings
        .map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
        .join('');
      const largest = [...rings].sort((left, right) => right.length - left.length)[0] ?? [];
      const [left, right] = ends(largest.map(({ x }) => x));
      const [top, bottom] = ends(largest.map(({ y }) => y));
      return [properties.code, { path, rings, x: (left + right) / 2, y: (top + bottom) / 2 }];
    }),
  );
  return {
    width: (east - west) * scale,
    height: (south - north) * scale,
    shapes,
    ground,
    sources: [...new Set(features.map(({ properties }) => properties.source))],
  };
}

/** A spot of the grid of the world as a place on the sheet. */
export function onSheet(ground: Ground, spot: Corner): Corner {
  return { x: (spot.x - ground.x) * ground.scale, y: (spot.y - ground.y) * ground.scale };
}

function spotAt([longitude, latitude]: Position): Corner {
  return spotOf({ longitude, latitude });
}

function ringsOf(geometry: Geometry): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function ends(numbers: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of numbers) {
    least = Math.min(least, one);
    most = Math.max(most, one);
  }
  return [least, most];
}
