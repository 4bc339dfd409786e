// A county's own outlines, read from GeoJSON (RFC 7946) somebody made elsewhere. Every feature must be
// a closed polygon inside the country whose code is an area of the county; a feature that is not is
// left out with a reason, and the others are taken. Refuses to guess which area a feature means.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { gcjToWgs, isInChina } from '#domain/registry/area-position.ts';

export type Ring = readonly (readonly number[])[];

export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

export interface Boundary {
  readonly code: string;
  readonly geometry: Geometry;
}

export interface BoundaryProblem {
  /** Number of the feature in the file, from 1; 0 for the file as a whole. */
  readonly feature: number;
  readonly code: string;
  readonly message: Bilingual;
}

export interface BoundaryReading {
  readonly boundaries: readonly Boundary[];
  readonly problems: readonly BoundaryProblem[];
}

export interface BoundaryRequest {
  readonly codeProperty: string | undefined;
  readonly coordinates: 'WGS84' | 'CGCS2000' | 'GCJ-02';
  /** Whether a code is an area of the county that loads the file. */
  readonly isKnown: (code: string) => boolean;
}

/** The source of outlines nobody measured: made up for trying the map in a demonstration. */
export const inventedSource = '虚构底图，程序生成，不是实际边界 (invented)';

const usualCodeProperties = ['code', 'adcode', 'CODE', 'XZQDM', 'xzqdm', 'PAC', 'id'] as const;
const positionsMax = 400_000;

export function readBoundaries(document: unknown, request: BoundaryRequest): BoundaryReading {
  const features = featuresOf(document);
  if (features === undefined) return refused(problems.notACollection);
  const property = request.codeProperty ?? guessProperty(features);
  if (property === undefined) return refused(problems.noCodeProperty);

  const found: BoundaryProblem[] = [];
  const boundaries = new Map<string, Boundary>();
  let positions = 0;
  for (const [index, feature] of features.entries()) {
    const code = codeOf(feature, property);
    const polygons = polygonsOf(feature.geometry) ?? [];
    positions += polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
    const message = problemOfFeature(code, polygons, { positions, request, boundaries });
    if (message !== undefined) found.push({ feature: index + 1, code, message });
    else boundaries.set(code, { code, geometry: geometryOf(polygons, request.coordinates) });
  }
  return { boundaries: [...boundaries.values()], problems: found };
}

function problemOfFeature(
  code: string,
  polygons: readonly (readonly Ring[])[],
  sofar: {
    readonly positions: number;
    readonly request: BoundaryRequest;
    readonly boundaries: ReadonlyMap<string, Boundary>;
  },
): Bilingual | undefined {
  if (!sofar.request.isKnown(code)) return problems.unknownCode;
  if (sofar.boundaries.has(code)) return problems.twice;
  if (polygons.length === 0) return problems.notPolygon;
  if (sofar.positions > positionsMax) return problems.tooDetailed;
  return polygons
    .flat()
    .map(problemOfRing)
    .find((problem) => problem !== undefined);
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function featuresOf(document: unknown): readonly Feature[] | undefined {
  if (!isRecord(document) || document.type !== 'FeatureCollection') return undefined;
  if (!Array.isArray(document.features)) return undefined;
  return document.features.map((feature: unknown) => ({
    properties: isRecord(feature) && isRecord(feature.properties) ? feature.properties : {},
    geometry: isRecord(feature) ? feature.geometry : undefined,
  }));
}

function guessProperty(features: readonly Feature[]): string | undefined {
  return usualCodeProperties.find((name) =>
    features.some((feature) => /^\d{6,18}$/.test(codeOf(feature, name))),
  );
}

function codeOf(feature: Feature, property: string): string {
  const value = feature.properties[property];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function polygonsOf(geometry: unknown): readonly (readonly Ring[])[] | undefined {
  if (!isRecord(geometry)) return undefined;
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : undefined;
  if (!Array.isArray(polygons) || polygons.length === 0) return undefined;
  return polygons.every(isPolygon) ? polygons : undefined;
}

function isPolygon(value: unknown): value is readonly Ring[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRing);
}

function isRing(value: unknown): value is Ring {
  return Array.isArray(value) && value.every(isPosition);
}

function isPosition(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length >= 2 && value.every(Number.isFinite);
}

function problemOfRing(ring: Ring): Bilingual | undefined {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    return problems.notClosed;
  }
  const outside = ring.find(([longitude = 0, latitude = 0]) => !isInChina({ longitude, latitude }));
  if (outside === undefined) return undefined;
  const [longitude = 0, latitude = 0] = outside;
  const exchanged = isInChina({ longitude: latitude, latitude: longitude });
  return exchanged ? problems.exchanged : problems.outside;
}

/** Six decimals of a degree are a decimetre: more only makes the file larger. */
function geometryOf(
  polygons: readonly (readonly Ring[])[],
  coordinates: BoundaryRequest['coordinates'],
): Geometry {
  const place = ([longitude = 0, latitude = 0]: readonly number[]) => {
    const at = { longitude, latitude };
    const onEarth = coordinates === 'GCJ-02' ? gcjToWgs(at) : at;
    return [rounded(onEarth.longitude), rounded(onEarth.latitude)];
  };
  const placed = polygons.map((rings) => rings.map((ring) => ring.map(place)));
  const [only] = placed;
  return placed.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: placed };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function refused(message: Bilingual): BoundaryReading {
  return { boundaries: [], problems: [{ feature: 0, code: '', message }] };
}

const problems = {
  notACollection: {
    zh: '文件不是 GeoJSON 要素集合（FeatureCollection）。请从制图软件导出为 GeoJSON 后再上传。',
    en: 'The file is no GeoJSON FeatureCollection. Export it as GeoJSON from the mapping program.',
  },
  noCodeProperty: {
    zh: '要素中找不到区划代码属性。请在“代码属性”中填写它的名称。',
    en: 'No property of the features holds a division code. Name the property.',
  },
  unknownCode: {
    zh: '代码不是本县现有的区划。请核对该要素的区划代码。',
    en: 'The code is no present area of this county. Check the code of this feature.',
  },
  twice: {
    zh: '同一代码出现两次，只取第一个。请合并为一个多面要素。',
    en: 'The code stands twice and the first is taken. Merge them into one MultiPolygon.',
  },
  notPolygon: {
    zh: '要素不是面（Polygon 或 MultiPolygon）。请只导出面要素。',
    en: 'The feature is no Polygon or MultiPolygon. Export polygons only.',
  },
  notClosed: {
    zh: '边界没有闭合，或不足四个点。请在制图软件中修复几何后再导出。',
    en: 'A ring is not closed or has fewer than four positions. Repair the geometry and export again.',
  },
  exchanged: {
    zh: '坐标似乎把经度和纬度写反了。GeoJSON 应先写经度，后写纬度。',
    en: 'Longitude and latitude seem exchanged. GeoJSON writes longitude first.',
  },
  outside: {
    zh: '坐标不在中国范围内，可能是投影坐标。请以经纬度导出。',
    en: 'A position lies outside China, perhaps in projected metres. Export in degrees.',
  },
  tooDetailed: {
    zh: `全文件超过 ${positionsMax} 个点。请先简化边界。`,
    en: `The file holds more than ${positionsMax} positions. Simplify the outlines first.`,
  },
} as const satisfies Record<string, Bilingual>;
