// In which system the positions of a file are, whatever its sender says: what the file says of itself, or how far its
// outlines lie from those of the same areas that are here already. Maps of China are shifted by a few hundred metres
// in a direction that depends on the place, so that nothing else is mistaken for it.
import type { Geometry } from './area-boundary.ts';
import { type Position, wgsToGcj } from './area-position.ts';

export type Recognised = 'GCJ-02' | 'WGS84' | undefined;

/** Farther than this it is another outline; where both are nearer, the nearest is meant. */
const nearMetres = 90;

export interface Outline {
  readonly code: string;
  readonly geometry: Geometry;
}

export function recogniseShift(fresh: readonly Outline[], known: readonly Outline[]): Recognised {
  const before = new Map(known.map(({ code, geometry }) => [code, middleOf(geometry)]));
  const pairs = fresh.flatMap(({ code, geometry }) => {
    const was = before.get(code);
    const is = middleOf(geometry);
    return was === undefined || is === undefined ? [] : [{ was, is }];
  });
  if (pairs.length === 0) return undefined;
  const asIs = median(pairs.map(({ was, is }) => metresBetween(was, is)));
  const shifted = median(pairs.map(({ was, is }) => metresBetween(wgsToGcj(was), is)));
  if (asIs < nearMetres && asIs < shifted) return 'WGS84';
  return shifted < nearMetres ? 'GCJ-02' : undefined;
}

/** What a file says of its own positions, in the ways map programs write it. */
export function systemSaid(document: unknown): Recognised {
  const { crs, name } = (typeof document === 'object' && document !== null ? document : {}) as {
    crs?: { properties?: { name?: unknown } };
    name?: unknown;
  };
  const said = `${String(crs?.properties?.name ?? '')} ${String(name ?? '')}`;
  return /gcj[-_ ]?0?2|火星/i.test(said) ? 'GCJ-02' : undefined;
}

function middleOf(geometry: Geometry): Position | undefined {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const corners = rings.flat();
  if (corners.length === 0) return undefined;
  const half = (part: 0 | 1) => {
    let [least, most] = [Infinity, -Infinity];
    for (const corner of corners) {
      least = Math.min(least, corner[part] ?? Number.NaN);
      most = Math.max(most, corner[part] ?? Number.NaN);
    }
    return (least + most) / 2;
  };
  return { longitude: half(0), latitude: half(1) };
}

const metresADegree = 111_320;

function metresBetween(one: Position, other: Position): number {
  const east = (other.longitude - one.longitude) * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(east, other.latitude - one.latitude) * metresADegree;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Infinity;
}
