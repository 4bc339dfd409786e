// Writes the value of a merged area into every cell it covers, row by row, and marks what it wrote.
import type { CellMark, SheetRow } from '#domain/exchange/sheet-row.ts';
import type { MergedArea, MergedAreas } from '#server/exchange/reading/merged-areas.ts';

interface OpenArea extends MergedArea {
  readonly value: string;
}

/** Rows must be given in their order. A row with nothing of its own stays blank. */
export function createMergeFiller(areas: MergedAreas, columnsMax: number) {
  let open: readonly OpenArea[] = [];

  return function fill(row: SheetRow): SheetRow {
    if (areas.size === 0) return row;
    open = open.filter((area) => area.lastRow >= row.number);
    const beginning = areas.get(row.number) ?? [];
    if (open.length === 0 && beginning.length === 0) return row;
    if (row.cells.every((cell) => cell === '')) return row;
    const cells = [...row.cells];
    const marks: CellMark[] = [...row.marks];
    const begun = beginning.map((area) => ({ ...area, value: cells[area.firstColumn] ?? '' }));
    for (const area of [...open, ...begun]) {
      if (area.value === '') continue;
      const last = Math.min(area.lastColumn, columnsMax - 1);
      for (let column = area.firstColumn; column <= last; column += 1) {
        if (row.number === area.firstRow && column === area.firstColumn) continue;
        while (cells.length <= column) cells.push('');
        cells[column] = area.value;
        marks.push({ column, kind: 'merged' });
      }
    }
    open = [...open, ...begun.filter((area) => area.lastRow > row.number)];
    return { ...row, cells, marks };
  };
}
