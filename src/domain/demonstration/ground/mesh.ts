// A mesh of hexagons, and the outline of any set of them. Every corner belongs to three of them, so that an
// outline passes it once, and two neighbours share their border to the last digit.

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Mesh {
  /** Middles of the hexagons. */
  readonly cells: readonly Spot[];
  /** The six corners of each, clockwise on a sheet whose y grows downward. */
  readonly cornersOf: (cell: number) => readonly number[];
  readonly spotOf: (corner: number) => Spot;
  /** The hexagon on the other side of a border that runs from one corner to the next; undefined at the rim. */
  readonly across: (from: number, to: number) => number | undefined;
}

const corners: readonly (readonly [number, number])[] = [
  [0, -2],
  [1, -1],
  [1, 1],
  [0, 2],
  [-1, 1],
  [-1, -1],
];
const half = Math.sqrt(3) / 2;
/** Corners are told by whole numbers: half widths to the right, half sides down. */
const row = 100_000;

/** Hexagons of a size over a rectangle from 0, with a rim of one around it. */
export function meshOf({ wide, high }: { wide: number; high: number }, size: number): Mesh {
  const columns = Math.ceil(wide / (2 * half * size)) + 1;
  const rows = Math.ceil(high / (1.5 * size)) + 1;
  const at = (cell: number) => ({ line: Math.floor(cell / columns), column: cell % columns });
  const middle = (cell: number) => {
    const { line, column } = at(cell);
    return { right: 2 * column + (line % 2) + 1, down: 3 * line + 2 };
  };
  const cornersOf = (cell: number) => {
    const { right, down } = middle(cell);
    return corners.map(([x, y]) => (down + y) * row + right + x);
  };
  const cells = Array.from({ length: columns * rows }, (_, cell) => {
    const { right, down } = middle(cell);
    return { x: right * half * size, y: (down * size) / 2 };
  });
  const owners = new Map<number, number>();
  const edge = (from: number, to: number) => from * row * 100 + (to - from + 3 * row);
  for (const cell of cells.keys()) {
    const own = cornersOf(cell);
    for (const [index, from] of own.entries()) {
      owners.set(edge(from, own[(index + 1) % 6] ?? from), cell);
    }
  }
  return {
    cells,
    cornersOf,
    spotOf: (corner) => ({
      x: (corner % row) * half * size,
      y: (Math.floor(corner / row) * size) / 2,
    }),
    across: (from, to) => owners.get(edge(to, from)),
  };
}

/** Borders of a set as rings of corners, each closed, the longest first; a ring inside another is a hole. */
export function ringsOf(mesh: Mesh, cells: Iterable<number>, isIn: (cell: number) => boolean) {
  const next = new Map<number, number>();
  for (const cell of cells) {
    for (const [from, to] of bordersOf(mesh, cell)) {
      const beyond = mesh.across(from, to);
      if (beyond === undefined || !isIn(beyond)) next.set(from, to);
    }
  }
  const rings: number[][] = [];
  for (;;) {
    const [first] = next.keys();
    if (first === undefined) break;
    const ring = [first];
    for (let to = next.get(first); to !== undefined && to !== first; to = next.get(to)) {
      ring.push(to);
      next.delete(ring.at(-2) ?? to);
    }
    next.delete(ring.at(-1) ?? first);
    rings.push([...ring, first]);
  }
  return rings.sort((one, other) => other.length - one.length);
}

export function bordersOf(mesh: Mesh, cell: number): readonly (readonly [number, number])[] {
  const own = mesh.cornersOf(cell);
  return own.map((from, index) => [from, own[(index + 1) % 6] ?? from]);
}

export function neighboursOf(mesh: Mesh, cell: number): readonly number[] {
  return bordersOf(mesh, cell).flatMap(([from, to]) => mesh.across(from, to) ?? []);
}
