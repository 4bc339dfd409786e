// Where things stand on the schematic map: equal tiles in units of the map, villages as cells inside a
// tile, a household somewhere in its village's cell, always in the same place. None of it is a position
// on the ground, and the map says so.
import type { LinkedView, MapPoints } from '#contract/insight-map.ts';
import type { Corner, OutlinePaths, OutlineShape } from './outline-paths.ts';

export const tile = { wide: 176, high: 112, gap: 8, head: 48 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
}

export interface TileLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Box>;
}

export function layTiles(parts: LinkedView['parts']): TileLayout {
  const left = Math.min(...parts.map(({ column }) => column));
  const top = Math.min(...parts.map(({ row }) => row));
  const boxes = new Map<string, Box>(
    parts.map((part) => [
      part.code,
      {
        x: (part.column - left) * (tile.wide + tile.gap),
        y: (part.row - top) * (tile.high + tile.gap),
        wide: tile.wide,
        high: tile.high,
      },
    ]),
  );
  const all = [...boxes.values()];
  return {
    width: Math.max(...all.map(({ x }) => x)) + tile.wide,
    height: Math.max(...all.map(({ y }) => y)) + tile.high,
    boxes,
  };
}

export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly index: number;
}

/** Every household in the cell of its village; where the map shows one village, over all of it. */
export function placePoints(layout: TileLayout, { villages, points }: MapPoints): PlacedPoint[] {
  const cells = cellsOf(layout, villages);
  return points.flatMap(([village, , , , , id], index) => {
    const cell = cells[village];
    if (cell === undefined) return [];
    const [u, v] = scatterOf(id);
    return [{ x: cell.x + u * cell.wide, y: cell.y + v * cell.high, index }];
  });
}

interface PlacedVillage {
  readonly code: string;
  readonly part: string;
}

/** A piece of its tile for each village; all of the map where it shows one. */
export function cellsOf(layout: TileLayout, villages: readonly PlacedVillage[]): readonly Box[] {
  return villages.map((village) => {
    const box = layout.boxes.get(village.part) ?? layout.boxes.get(village.code);
    if (box === undefined) return { x: 0, y: 0, wide: layout.width, high: layout.height };
    const beside = villages.filter(({ part }) => part === village.part);
    return cellOf(box, beside.indexOf(village), beside.length);
  });
}

function cellOf(box: Box, index: number, count: number): Box {
  const inner = {
    x: box.x + 8,
    y: box.y + tile.head,
    wide: box.wide - 16,
    high: box.high - tile.head - 8,
  };
  const columns = Math.ceil(Math.sqrt((count * inner.wide) / inner.high));
  const rows = Math.ceil(count / columns);
  const [wide, high] = [inner.wide / columns, inner.high / rows];
  return {
    x: inner.x + (index % columns) * wide + wide * 0.08,
    y: inner.y + Math.floor(index / columns) * high + high * 0.08,
    wide: wide * 0.84,
    high: high * 0.84,
  };
}

/** The same within outlines: somewhere in the village's own, or in that of the part it lies in. */
export function placeInOutlines(
  { shapes }: Pick<OutlinePaths, 'shapes'>,
  { villages, points }: MapPoints,
): PlacedPoint[] {
  const fields = villages.map(({ code, part }) => {
    const shape = shapes.get(code) ?? shapes.get(part);
    return shape === undefined ? undefined : fieldOf(shape);
  });
  return points.flatMap(([village, , , , , id], index) => {
    const field = fields[village];
    return field === undefined ? [] : [{ ...spotIn(field, id), index }];
  });
}

/** Somewhere within an outline for each name, far from one another, always the same for the same names. */
export function spreadWithin(
  shape: OutlineShape,
  names: readonly string[],
): ReadonlyMap<string, Corner> {
  const field = fieldOf(shape);
  const placed = new Map<string, Corner>();
  for (const name of names) {
    const choices = Array.from({ length: tries }, (_, at) => spotIn(field, `${name} ${at}`));
    const room = ({ x, y }: Corner) =>
      Math.min(...[...placed.values()].map((other) => Math.hypot(other.x - x, other.y - y)));
    const best = choices.reduce((one, other) => (room(other) > room(one) ? other : one));
    placed.set(name, best);
  }
  return placed;
}

interface Field extends Box {
  readonly shape: OutlineShape;
}

function fieldOf(shape: OutlineShape): Field {
  const all = shape.rings.flat();
  const [x, y] = [Math.min(...all.map((at) => at.x)), Math.min(...all.map((at) => at.y))];
  const wide = Math.max(...all.map((at) => at.x)) - x;
  const high = Math.max(...all.map((at) => at.y)) - y;
  return { x, y, wide, high, shape };
}

const tries = 24;

function spotIn({ x, y, wide, high, shape }: Field, id: string): Corner {
  for (let again = 0; again < tries; again += 1) {
    const [u, v] = scatterOf(again === 0 ? id : `${id}${again}`);
    const spot = { x: x + u * wide, y: y + v * high };
    if (isInside(shape, spot)) return spot;
  }
  return { x: shape.x, y: shape.y };
}

/** Whether a line to the east crosses the outline an odd number of times. */
export function isInside({ rings }: Pick<OutlineShape, 'rings'>, { x, y }: Corner): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const corner of ring) {
      if (before !== undefined && corner.y > y !== before.y > y) {
        const at = ((before.x - corner.x) * (y - corner.y)) / (before.y - corner.y) + corner.x;
        if (x < at) inside = !inside;
      }
      before = corner;
    }
  }
  return inside;
}

/** Two numbers from 0 to 1 that an id always gives. */
function scatterOf(id: string): readonly [number, number] {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  }
  const mixed = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return [(hash >>> 0) / 4294967296, mixed / 4294967296];
}
