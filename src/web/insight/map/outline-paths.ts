// Outlines in degrees as shapes on a sheet: degrees of longitude made as long as they are at that latitude,
// which is true enough for a county or a province drawn by itself.
import type { Answer } from '#web/client/api.ts';

export type Outlines = Answer<'GET /api/registry/areas/:area/boundaries'>;
type Geometry = Outlines['features'][number]['geometry'];
type Position = readonly [number, number, ...number[]];

export interface OutlinePaths {
  readonly width: number;
  readonly height: number;
  readonly shapes: ReadonlyMap<
    string,
    { readonly path: string; readonly x: number; readonly y: number }
  >;
  readonly sources: readonly string[];
}

const sheet = 900;

export function outlinePaths({ features }: Outlines): OutlinePaths | undefined {
  const all = features.flatMap(({ geometry }) => ringsOf(geometry).flat());
  if (all.length === 0) return undefined;
  const [west, east] = ends(all.map(([lon]) => lon));
  const [south, north] = ends(all.map(([, lat]) => lat));
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = sheet / Math.max((east - west) * narrow, north - south, 1e-6);
  const place = ([lon, lat]: Position) =>
    [(lon - west) * narrow * scale, (north - lat) * scale] as const;
  const shapes = new Map(
    features.map(({ properties, geometry }) => {
      const rings = ringsOf(geometry).map((ring) => ring.map(place));
      const path = rings
        .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
        .join('');
      const largest = [...rings].sort((left, right) => right.length - left.length)[0] ?? [];
      const [left, right] = ends(largest.map(([x]) => x));
      const [top, bottom] = ends(largest.map(([, y]) => y));
      return [properties.code, { path, x: (left + right) / 2, y: (top + bottom) / 2 }] as const;
    }),
  );
  return {
    width: (east - west) * narrow * scale,
    height: (north - south) * scale,
    shapes,
    sources: [...new Set(features.map(({ properties }) => properties.source))],
  };
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
