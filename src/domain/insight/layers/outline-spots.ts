// Where outlines lie: the ground they cover together, and the middle of each.
import type { Geometry, Ring } from '#domain/registry/area-boundary.ts';
import type { Position } from '#domain/registry/area-position.ts';
import type { Bounds } from './tile-grid.ts';

export function boundsOfOutlines(outlines: readonly Geometry[]): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude = 0, latitude = 0] of outlines.flatMap(ringsOf).flat()) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/** The centre of gravity of the largest part; of a part without area, its first corner. */
export function middleOfOutline(outline: Geometry): Position | undefined {
  const outer = outline.type === 'Polygon' ? [outline.coordinates[0] ?? []] : outersOf(outline);
  const measured = outer.map((ring) => ({ ring, area: Math.abs(areaOf(ring)) }));
  const largest = measured.sort((one, other) => other.area - one.area)[0];
  return largest === undefined ? undefined : centreOf(largest.ring);
}

function outersOf(outline: Extract<Geometry, { type: 'MultiPolygon' }>): readonly Ring[] {
  return outline.coordinates.map((polygon) => polygon[0] ?? []);
}

function ringsOf(outline: Geometry): readonly Ring[] {
  return outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
}

/** Twice the area, with a sign; sides as pairs of corners beside each other. */
function areaOf(ring: Ring): number {
  return sidesOf(ring).reduce((sum, { cross }) => sum + cross, 0);
}

function centreOf(ring: Ring): Position | undefined {
  const [first] = ring;
  if (first === undefined) return undefined;
  const area = areaOf(ring);
  const [longitude = 0, latitude = 0] = first;
  if (area === 0) return { longitude, latitude };
  const sides = sidesOf(ring);
  const sum = (of: (side: (typeof sides)[number]) => number) =>
    sides.reduce((all, side) => all + of(side), 0) / (3 * area);
  // Corners are counted from the first, so that nothing is lost to large numbers.
  return {
    longitude: longitude + sum(({ x, cross }) => x * cross),
    latitude: latitude + sum(({ y, cross }) => y * cross),
  };
}

function sidesOf(ring: Ring) {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  return ring.slice(1).map(([x = 0, y = 0], at) => {
    const [bx = 0, by = 0] = ring[at] ?? [];
    const [ax, ay, cx, cy] = [bx - x0, by - y0, x - x0, y - y0];
    return { x: ax + cx, y: ay + cy, cross: ax * cy - cx * ay };
  });
}
