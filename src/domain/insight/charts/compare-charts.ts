// Two versions of one chart number by number: what an approved wall said and what is true now. Numbers
// are found by where they stand (panel, row, column), never by their order.
import type { ChartContent, ChartUnit, Words } from './chart-shape.ts';

export interface ChartDifference {
  readonly panel: Words;
  readonly row: Words;
  readonly column: Words;
  readonly unit: ChartUnit | null;
  /** Null where the other version has no such number. */
  readonly before: number | null;
  readonly now: number | null;
}

interface Placed extends Omit<ChartDifference, 'before' | 'now'> {
  readonly n: number | null;
}

/** Every number that differs, as the newer version orders them; then those it no longer has. */
export function compareCharts(before: ChartContent, now: ChartContent): readonly ChartDifference[] {
  const [old, young] = [numbersOf(before), numbersOf(now)];
  const keys = [...young.keys(), ...[...old.keys()].filter((key) => !young.has(key))];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), young.get(key)];
    const place = is ?? was;
    if (place === undefined || was?.n === is?.n) return [];
    const { panel, row, column, unit } = place;
    return [{ panel, row, column, unit, before: was?.n ?? null, now: is?.n ?? null }];
  });
}

function numbersOf({ panels }: ChartContent): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const panel of panels) {
    for (const row of panel.table?.rows ?? []) {
      const first = row.cells.find((cell) => cell.kind !== 'number');
      for (const [index, cell] of row.cells.entries()) {
        const column = panel.table?.columns[index];
        if (cell.kind !== 'number' || column === undefined) continue;
        found.set(`${panel.datum}\n${row.id}\n${column.title.en}`, {
          panel: panel.title,
          row: first === undefined ? panel.title : first.text,
          column: column.title,
          unit: column.unit,
          n: cell.n,
        });
      }
    }
  }
  return found;
}
