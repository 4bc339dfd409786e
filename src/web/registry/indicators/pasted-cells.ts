// What was copied out of a spreadsheet program, laid over the table from the cell where it is pasted.

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface PastedCell extends GridPlace {
  readonly text: string;
}

/** Cells beyond the table are left out; how many is told, so that nobody thinks they were taken. */
export function pastedCells(
  text: string,
  at: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): { readonly cells: readonly PastedCell[]; readonly beyond: number } {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const all = lines.flatMap((line, down) =>
    line.split('\t').map((cell, across) => ({
      row: at.row + down,
      column: at.column + across,
      text: cell.trim(),
    })),
  );
  const cells = all.filter(({ row, column }) => row < size.rows && column < size.columns);
  return { cells, beyond: all.length - cells.length };
}

/** Where a key leads from a cell; undefined where it stays the input's own. */
export function placeAfter(
  key: string,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | undefined {
  const steps: Readonly<Record<string, GridPlace>> = {
    ArrowDown: { row: row + 1, column },
    Enter: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
  };
  const next = steps[key];
  if (next === undefined) return undefined;
  return next.row >= 0 && next.row < size.rows && next.column < size.columns ? next : undefined;
}
