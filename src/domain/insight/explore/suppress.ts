// Which numbers of a table are hidden from those who may not see individuals: small ones, and as many more
// as it takes that none of them can be computed from totals.

// Cells are edges between their row and their column; a total is one more row or column whose cells count
// backwards, so that every line of the table says "adds up to nothing". A hidden number can be raised or
// lowered by one with everything shown unchanged exactly where an alternating circle of hidden cells runs
// through it. What is shown as hidden is known not to be zero, so no cell of the circle may fall below one.

export const smallest = 5;

export const free = -1;

/**
 * One number of the table. Totals among them, with the place of the total for row or column. A line whose
 * total is not shown adds up to nothing known: all of these have the place `free`.
 */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** A total of a row or of a column, but not of both: it counts backwards. */
  readonly isTotal: boolean;
}

/** The cells that are hidden, by their place in the list. */
export function hiddenCells(cells: readonly TableCell[], small = smallest): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const [at, { value }] of cells.entries()) {
    if (value > 0 && value < small) hidden.add(at);
  }
  for (;;) {
    const open = [...hidden].find((at) => !isProtected(cells, hidden, at));
    if (open === undefined) return hidden;
    const more = cheapestCircle(cells, hidden, open);
    if (more === undefined) return everyNumber(cells);
    for (const at of more) hidden.add(at);
  }
}

/** Whether another table with everything shown alike has another number in this place. */
export function isProtected(
  cells: readonly TableCell[],
  hidden: ReadonlySet<number>,
  at: number,
): boolean {
  const among = (candidate: number) => hidden.has(candidate);
  return circle(cells, at, among, () => 0) !== undefined;
}

/** Cells to be hidden as well so that this one is protected; undefined where nothing helps. */
function cheapestCircle(
  cells: readonly TableCell[],
  hidden: ReadonlySet<number>,
  at: number,
): readonly number[] | undefined {
  const among = (candidate: number) => (cells[candidate]?.value ?? 0) > 0;
  return circle(cells, at, among, (one) => (hidden.has(one) ? 0 : (cells[one]?.value ?? 0)));
}

/** The cheaper of the circles that raise the number and that lower it. */
function circle(
  cells: readonly TableCell[],
  at: number,
  among: (cell: number) => boolean,
  costOf: (cell: number) => number,
): readonly number[] | undefined {
  const cell = cells[at];
  if (cell === undefined) return undefined;
  const raises = wayBack(cells, { at, up: true, among, costOf });
  const lowers = cell.value < 2 ? undefined : wayBack(cells, { at, up: false, among, costOf });
  if (raises === undefined || lowers === undefined) return (raises ?? lowers)?.cells;
  return raises.cost <= lowers.cost ? raises.cells : lowers.cells;
}

interface Way {
  readonly cells: readonly number[];
  readonly cost: number;
}

interface Asked {
  readonly at: number;
  readonly up: boolean;
  readonly among: (cell: number) => boolean;
  readonly costOf: (cell: number) => number;
}

/** The cheapest way from where the changed cell ends to where it begins (Dijkstra over rows and columns). */
function wayBack(cells: readonly TableCell[], { at, up, among, costOf }: Asked): Way | undefined {
  const start = cells[at];
  if (start === undefined) return undefined;
  const [from, to] = endsOf(start, up);
  const arcs = arcsOf(cells, (one) => one !== at && among(one));
  const best = new Map<string, Way>([[to, { cells: [], cost: 0 }]]);
  const done = new Set<string>();
  for (;;) {
    let next: string | undefined;
    for (const [node, way] of best) {
      if (done.has(node)) continue;
      if (next === undefined || way.cost < (best.get(next)?.cost ?? 0)) next = node;
    }
    if (next === undefined) return undefined;
    const way = best.get(next);
    if (way === undefined) return undefined;
    if (next === from) return way;
    done.add(next);
    for (const { cell, into } of arcs.get(next) ?? []) {
      const cost = way.cost + costOf(cell);
      const known = best.get(into);
      if (known === undefined || cost < known.cost) {
        best.set(into, { cells: [...way.cells, cell], cost });
      }
    }
  }
}

/** Raising a cell goes from its row to its column, lowering it back; a total the other way round. */
function endsOf({ row, column, isTotal }: TableCell, up: boolean): readonly [string, string] {
  const [r, c] = [row === free ? 'free' : `r${row}`, column === free ? 'free' : `c${column}`];
  return up === isTotal ? [c, r] : [r, c];
}

interface Arc {
  readonly cell: number;
  readonly into: string;
}

function arcsOf(cells: readonly TableCell[], among: (cell: number) => boolean) {
  const arcs = new Map<string, Arc[]>();
  const add = (from: string, arc: Arc) => {
    const before = arcs.get(from);
    if (before === undefined) arcs.set(from, [arc]);
    else before.push(arc);
  };
  for (const [at, cell] of cells.entries()) {
    if (!among(at)) continue;
    for (const up of [true, false]) {
      if (!up && cell.value < 2) continue;
      const [from, into] = endsOf(cell, up);
      add(from, { cell: at, into });
    }
  }
  return arcs;
}

function everyNumber(cells: readonly TableCell[]): ReadonlySet<number> {
  return new Set(cells.flatMap(({ value }, at) => (value > 0 ? [at] : [])));
}
