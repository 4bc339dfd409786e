// What a raster file is good for, from what its head says: imagery, terrain, or nothing, with the reason.
import type { RefusalFacts, RefusalKind } from '#domain/kernel/refusal.ts';
import { isInChina, type Position } from '#domain/registry/area-position.ts';
import { projectionOf } from './projection.ts';
import {
  layerNoPicture,
  layerOutside,
  layerProjectionUnknown,
  layerTurned,
  layerUnplaced,
} from './refusals.ts';
import { type Bounds, touches } from './tile-grid.ts';

export interface RasterHead {
  readonly name: string;
  readonly wide: number;
  readonly high: number;
  readonly bands: number;
  readonly bits: number;
  /** As TIFF counts: 1 whole numbers, 2 whole numbers with a sign, 3 floats. */
  readonly sampleFormat: number;
  /** West and north edge and the size of a pixel, in the units of its system. */
  readonly place:
    | { readonly west: number; readonly north: number; readonly dx: number; readonly dy: number }
    | 'none'
    | 'turned';
  readonly epsg: number | undefined;
}

export type LayerKind = 'imagery' | 'terrain';

export interface No {
  readonly kind: RefusalKind;
  readonly facts: RefusalFacts;
}

export function kindOfRaster({ bands, bits, sampleFormat }: RasterHead): LayerKind | undefined {
  if (bits === 8 && sampleFormat === 1 && [1, 3, 4].includes(bands)) return 'imagery';
  if (bands !== 1) return undefined;
  return (bits === 16 && sampleFormat <= 2) || (bits === 32 && sampleFormat >= 2)
    ? 'terrain'
    : undefined;
}

/** Undefined where nothing stands against cutting it. */
export function problemOfRaster(head: RasterHead): No | undefined {
  const { name, bands, bits, place, epsg } = head;
  if (place === 'none') return { kind: layerUnplaced, facts: { name } };
  if (place === 'turned') return { kind: layerTurned, facts: { name } };
  if (epsg === undefined) return { kind: layerUnplaced, facts: { name } };
  if (projectionOf(epsg) === undefined) {
    return { kind: layerProjectionUnknown, facts: { name, epsg } };
  }
  if (kindOfRaster(head) === undefined) {
    return { kind: layerNoPicture, facts: { name, bands, bits } };
  }
  return undefined;
}

/** Against the outlines the county loaded; where it has none, against the country. */
export function problemOfBounds(
  name: string,
  bounds: Bounds,
  county: Bounds | undefined,
): No | undefined {
  const [west, south, east, north] = bounds;
  const corners: readonly Position[] = [
    { longitude: west, latitude: south },
    { longitude: east, latitude: north },
  ];
  const isRead = bounds.every(Number.isFinite) && west < east && south < north;
  const isThere =
    isRead && (county === undefined ? corners.every(isInChina) : touches(bounds, county));
  if (isThere) return undefined;
  const shown = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return {
    kind: layerOutside,
    facts: {
      name,
      west: shown(west),
      south: shown(south),
      east: shown(east),
      north: shown(north),
    },
  };
}
