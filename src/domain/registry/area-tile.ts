// The schematic map: one equal tile for each area, because no boundaries with clear rights are
// shipped. A tile says nothing about size, and about position only where someone authored it; the
// screen says which. The same areas always get the same tiles.

import type { AreaCode } from '#domain/kernel/area-code.ts';

export interface TilePosition {
  readonly column: number;
  readonly row: number;
}

export interface Tile extends TilePosition {
  readonly code: AreaCode;
  readonly name: string;
}

export interface TileMap {
  readonly columns: number;
  readonly rows: number;
  /** `authored`: placed by hand, roughly as they lie; `grid`: in the order of their codes. */
  readonly placement: 'authored' | 'grid';
  readonly tiles: readonly Tile[];
}

/**
 * Lays areas out. Authored positions are used when most areas have one; an area without (a township
 * made later) takes the next free cell. Two areas never share a cell.
 */
export function tilesOf(
  areas: readonly { readonly code: AreaCode; readonly name: string }[],
  positions: ReadonlyMap<string, TilePosition> = new Map(),
): TileMap {
  const inCodeOrder = [...areas].sort((left, right) => (left.code < right.code ? -1 : 1));
  const placed = inCodeOrder.filter((area) => positions.has(area.code));
  const authored = placed.length * 2 > areas.length;
  const columns = authored ? widthOf(positions) : Math.max(1, Math.ceil(Math.sqrt(areas.length)));
  const taken = new Map<string, AreaCode>();

  const tiles: Tile[] = [];
  const put = (area: (typeof areas)[number], cell: TilePosition) => {
    taken.set(`${cell.column},${cell.row}`, area.code);
    tiles.push({ code: area.code, name: area.name, column: cell.column, row: cell.row });
  };
  const waiting = inCodeOrder.filter((area) => {
    const cell = authored ? positions.get(area.code) : undefined;
    if (cell === undefined || taken.has(`${cell.column},${cell.row}`)) return true;
    put(area, cell);
    return false;
  });
  let next = authored ? columns * lastRow(tiles) : 0;
  for (const area of waiting) {
    while (taken.has(`${next % columns},${Math.floor(next / columns)}`)) next += 1;
    put(area, { column: next % columns, row: Math.floor(next / columns) });
  }

  return {
    columns,
    rows: tiles.length === 0 ? 0 : lastRow(tiles) + 1,
    placement: authored ? 'authored' : 'grid',
    tiles: tiles.sort((left, right) => (left.code < right.code ? -1 : 1)),
  };
}

function widthOf(positions: ReadonlyMap<string, TilePosition>): number {
  return Math.max(...[...positions.values()].map((cell) => cell.column)) + 1;
}

function lastRow(tiles: readonly TilePosition[]): number {
  return Math.max(...tiles.map((tile) => tile.row));
}
