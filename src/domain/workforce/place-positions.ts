// The middle of an outline, as a position to measure distances from.
import { areaCode, atLevel } from '#domain/kernel/area-code.ts';
import type { Position } from '#domain/registry/area-position.ts';
import type { PositionOf } from './distance.ts';

/** Reads positions of villages; a place below a village stands where its village does. */
export function positionsOf(
  outlines: readonly { readonly code: string; readonly geometry: unknown }[],
): PositionOf {
  const known = new Map(
    outlines.flatMap(({ code, geometry }): [string, Position][] => {
      const middle = middleOf(geometry);
      return middle === undefined ? [] : [[code, middle]];
    }),
  );
  return (code) => {
    const village = atLevel(areaCode(code), 'village');
    return known.get(code) ?? (village === undefined ? undefined : known.get(village));
  };
}

function middleOf(geometry: unknown): Position | undefined {
  const points = pointsIn((geometry as { coordinates?: unknown })?.coordinates);
  if (points.length === 0) return undefined;
  const sum = points.reduce((total, [x, y]) => ({ x: total.x + x, y: total.y + y }), {
    x: 0,
    y: 0,
  });
  return { longitude: sum.x / points.length, latitude: sum.y / points.length };
}

function pointsIn(coordinates: unknown): readonly (readonly [number, number])[] {
  if (!Array.isArray(coordinates)) return [];
  const [x, y] = coordinates as readonly unknown[];
  if (typeof x === 'number' && typeof y === 'number') return [[x, y]];
  return coordinates.flatMap(pointsIn);
}
