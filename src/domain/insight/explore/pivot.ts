// A table of rows and columns from cells, with its totals, and the numbers that are hidden in it. A number
// over another is divided last, so that totals of shares are shares of totals.
import type { DimensionId } from './dimensions.ts';
import type { Indicator } from './indicators.ts';
import { addsOver } from './question.ts';
import { free, hiddenCells, type TableCell } from './suppress.ts';

export type Numbers = Readonly<Record<string, number>>;

export interface CubeCell {
  readonly row: string;
  /** '' where the table has no columns. */
  readonly column: string;
  readonly numbers: Numbers;
}

export interface PivotValue {
  /** Null where there is nothing to divide, or where it is hidden. */
  readonly value: number | null;
  /** What is counted, before it is divided. */
  readonly n: number;
  /** What it is divided by; 0 where nothing is divided. */
  readonly of: number;
  readonly hidden: boolean;
}

export interface Pivot {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly PivotValue[])[];
  /** By row, by column, and of everything; null where sums mean nothing. */
  readonly rowTotals: readonly PivotValue[] | null;
  readonly columnTotals: readonly PivotValue[] | null;
  readonly total: PivotValue | null;
  readonly hidden: number;
}

/** Households that stand behind a number; null for a total, which is no sum: who is paid for two uses is one. */
export interface Behind {
  readonly row: string | null;
  readonly column: string | null;
  readonly households: number;
}

interface Shape {
  readonly indicator: Indicator;
  readonly rows: { readonly dimension: DimensionId; readonly keys: readonly string[] };
  readonly columns: { readonly dimension: DimensionId; readonly keys: readonly string[] } | null;
  /** Small numbers are hidden, and what would give them away. */
  readonly masked: boolean;
  /** Of an indicator that counts no households itself. */
  readonly behind?: readonly Behind[] | undefined;
}

export function pivotOf(cells: readonly CubeCell[], shape: Shape): Pivot {
  const { indicator, rows, columns } = shape;
  const columnKeys = columns?.keys ?? [''];
  const grid = gridOf(cells, rows.keys, columnKeys);
  const overRows = addsOver(indicator, rows.dimension);
  const overColumns = columns !== null && addsOver(indicator, columns.dimension);
  const places = placesOf(grid, { overRows, overColumns });
  const counts = protectedCounts(indicator, behindOf(shape, columnKeys));
  const hidden = shape.masked ? hiddenOf(places, counts, { overRows, overColumns }) : new Set();
  const shown = (place: Place): PivotValue => {
    const isHidden = hidden.has(place.id);
    return {
      value: isHidden ? null : shownValue(place.numbers, indicator),
      n: isHidden ? 0 : (place.numbers[indicator.n] ?? 0),
      of: isHidden || indicator.over === undefined ? 0 : (place.numbers[indicator.over] ?? 0),
      hidden: isHidden,
    };
  };
  const at = new Map(places.map((place) => [place.id, shown(place)]));
  const get = (row: number, column: number) => at.get(`${row} ${column}`) ?? nothing;
  const [height, width] = [rows.keys.length, columnKeys.length];
  return {
    rows: rows.keys,
    columns: columnKeys,
    values: rows.keys.map((_, row) => columnKeys.map((__, column) => get(row, column))),
    rowTotals: overColumns ? rows.keys.map((_, row) => get(row, width)) : null,
    columnTotals: overRows ? columnKeys.map((_, column) => get(height, column)) : null,
    total:
      overRows && (overColumns || columns === null) ? get(height, overColumns ? width : 0) : null,
    hidden: hidden.size,
  };
}

const nothing: PivotValue = { value: null, n: 0, of: 0, hidden: false };

interface Place {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly numbers: Numbers;
}

interface Adding {
  readonly overRows: boolean;
  readonly overColumns: boolean;
}

type Grid = readonly (readonly Numbers[])[];

function gridOf(
  cells: readonly CubeCell[],
  rows: readonly string[],
  columns: readonly string[],
): Grid {
  const found = new Map<string, Numbers>();
  for (const { row, column, numbers } of cells) {
    const id = `${row}\n${column}`;
    const before = found.get(id);
    found.set(id, before === undefined ? numbers : plus(before, numbers));
  }
  return rows.map((row) => columns.map((column) => found.get(`${row}\n${column}`) ?? {}));
}

/** Every number of the table, its totals after the last row and column. */
function placesOf(grid: Grid, { overRows, overColumns }: Adding): readonly Place[] {
  const height = grid.length;
  const width = grid[0]?.length ?? 0;
  const wide = grid.map((line) => (overColumns ? [...line, sumOf(line)] : line));
  const whole = overRows
    ? [...wide, (wide[0] ?? []).map((_, column) => sumOf(wide.map((line) => line[column] ?? {})))]
    : wide;
  return whole.flatMap((line, row) =>
    line.map((numbers, column) => ({
      id: `${Math.min(row, height)} ${Math.min(column, width)}`,
      row,
      column,
      numbers,
    })),
  );
}

/** Hidden in any of the counts that the shown number is made of. */
function hiddenOf(
  places: readonly Place[],
  counts: readonly ((place: Place) => number)[],
  adding: Adding,
): ReadonlySet<string> {
  const height = Math.max(...places.map(({ row }) => row)) - (adding.overRows ? 1 : 0);
  const width = Math.max(...places.map(({ column }) => column)) - (adding.overColumns ? 1 : 0);
  const hidden = new Set<string>();
  for (const count of counts) {
    const cells: TableCell[] = places.map((place) => ({
      row: adding.overColumns ? place.row : free,
      column: adding.overRows ? place.column : free,
      value: count(place),
      isTotal: place.row > height !== place.column > width,
    }));
    for (const at of hiddenCells(cells)) hidden.add(places[at]?.id ?? '');
  }
  return hidden;
}

/** Persons and money are hidden as their households are; of a share, both sides of it. */
function protectedCounts(
  { n, over, behind }: Indicator,
  behindOf: (place: Place) => number,
): readonly ((place: Place) => number)[] {
  const of =
    (name: string) =>
    ({ numbers }: Place) =>
      numbers[name] ?? 0;
  if (n === 'persons') return [of('households')];
  if (behind !== undefined) return [behindOf];
  if (over === undefined) return [of(n)];
  return [of(n), of(over), ({ numbers }) => (numbers[over] ?? 0) - (numbers[n] ?? 0)];
}

function behindOf({ behind = [], rows }: Shape, columnKeys: readonly string[]) {
  const id = (row: string | null, column: string | null) => JSON.stringify([row, column]);
  const known = new Map(behind.map((one) => [id(one.row, one.column), one.households]));
  return ({ row, column }: Place) =>
    known.get(id(rows.keys[row] ?? null, columnKeys[column] ?? null)) ?? 0;
}

const fenPerYuan = 100;

function shownValue(numbers: Numbers, { n, over, unit }: Indicator): number | null {
  const count = numbers[n] ?? 0;
  if (over === undefined) return unit === 'yuan' ? count / fenPerYuan : count;
  const whole = numbers[over] ?? 0;
  if (whole === 0) return null;
  return unit === 'percent' ? (count / whole) * 100 : count / whole;
}

function plus(one: Numbers, other: Numbers): Numbers {
  const sum: Record<string, number> = { ...one };
  for (const [name, value] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}

function sumOf(all: readonly Numbers[]): Numbers {
  return all.reduce((sum, one) => plus(sum, one), {});
}
