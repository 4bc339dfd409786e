import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenCells, isProtected, smallest, type TableCell } from './suppress.ts';

/** A table with all its totals. */
function withTotals(grid: readonly (readonly number[])[]): TableCell[] {
  const [height, width] = [grid.length, grid[0]?.length ?? 0];
  const cells: TableCell[] = [];
  const sum = (rows: readonly number[], columns: readonly number[]) =>
    rows.reduce((all, r) => all + columns.reduce((one, c) => one + (grid[r]?.[c] ?? 0), 0), 0);
  const every = (count: number) => Array.from({ length: count }, (_, at) => at);
  for (let row = 0; row <= height; row += 1) {
    for (let column = 0; column <= width; column += 1) {
      cells.push({
        row,
        column,
        value: sum(
          row === height ? every(height) : [row],
          column === width ? every(width) : [column],
        ),
        isTotal: (row === height) !== (column === width),
      });
    }
  }
  return cells;
}

/**
 * Every table of whole numbers that shows the same: hidden inner numbers from one up to a bound, totals
 * that are shown as they are. Tried one by one, without any knowledge of circles.
 */
function possible(cells: readonly TableCell[], hidden: ReadonlySet<number>, most: number) {
  const height = Math.max(...cells.map(({ row }) => row));
  const width = Math.max(...cells.map(({ column }) => column));
  const inner = [...hidden].filter((at) => {
    const cell = cells[at];
    return cell !== undefined && cell.row < height && cell.column < width;
  });
  const found: Map<number, number>[] = [];
  const values = cells.map(({ value }) => value);
  const fits = () =>
    cells.every(({ row, column }, at) => {
      if (row < height && column < width) return true;
      const sum = cells.reduce(
        (total, one, index) =>
          one.row < height &&
          one.column < width &&
          (row === height || one.row === row) &&
          (column === width || one.column === column)
            ? total + (values[index] ?? 0)
            : total,
        0,
      );
      return hidden.has(at) ? sum > 0 : sum === cells[at]?.value;
    });
  const fill = (next: number) => {
    const at = inner[next];
    if (at === undefined) {
      if (fits()) found.push(new Map(inner.map((one) => [one, values[one] ?? 0])));
      return;
    }
    for (let value = 1; value <= most; value += 1) {
      values[at] = value;
      fill(next + 1);
    }
    values[at] = cells[at]?.value ?? 0;
  };
  fill(0);
  return found;
}

const grids = fc
  .record({ height: fc.integer({ min: 1, max: 7 }), width: fc.integer({ min: 1, max: 7 }) })
  .chain(({ height, width }) =>
    fc.array(
      fc.array(
        fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 400 })),
        { minLength: width, maxLength: width },
      ),
      { minLength: height, maxLength: height },
    ),
  );

describe('small numbers', () => {
  test('a number under five is never shown, in no place and in no total', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const cells = withTotals(grid);
        const hidden = hiddenCells(cells);
        for (const [at, { value }] of cells.entries()) {
          if (value > 0 && value < smallest) expect(hidden.has(at)).toBe(true);
          if (value === 0) expect(hidden.has(at)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every hidden number keeps another that would show the same', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const cells = withTotals(grid);
        const hidden = hiddenCells(cells);
        for (const at of hidden) expect(isProtected(cells, hidden, at)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('tried one by one, no hidden number of a small table is the only one that fits', () => {
    const small = fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 })), {
        minLength: 2,
        maxLength: 3,
      }),
      { minLength: 2, maxLength: 2 },
    );
    fc.assert(
      fc.property(small, (ragged) => {
        const width = Math.min(...ragged.map((line) => line.length));
        const cells = withTotals(ragged.map((line) => line.slice(0, width)));
        const hidden = hiddenCells(cells);
        if (hidden.size === 0) return;
        const tables = possible(cells, hidden, 8);
        const inner = tables[0]?.keys() ?? [];
        for (const at of inner) {
          expect(new Set(tables.map((table) => table.get(at))).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('two ones whose sum is shown are not left alone together', () => {
    const cells = withTotals([
      [1, 1, 50],
      [40, 30, 20],
    ]);
    const hidden = hiddenCells(cells);
    expect(hidden.size).toBeGreaterThan(2);
    for (const at of hidden) expect(isProtected(cells, hidden, at)).toBe(true);
  });

  test('a list with its total hides a second number beside a single small one', () => {
    const line = [3, 40, 90].map((value) => ({ row: -1, column: 0, value, isTotal: false }));
    const cells = [...line, { row: -1, column: 0, value: 133, isTotal: true }];
    expect(hiddenCells(cells)).toEqual(new Set([0, 1]));
  });

  test('a line without a total gives nothing away, so nothing more is hidden', () => {
    const cells = [3, 40, 90].map((value) => ({ row: -1, column: -1, value, isTotal: false }));
    expect([...hiddenCells(cells)]).toEqual([0]);
  });
});
