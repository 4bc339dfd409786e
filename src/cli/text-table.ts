// Rows of text in columns: the first to the left, the others to the right; a Chinese character is as wide
// as two letters.

export function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(0, ...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  return rows.map((row) =>
    widths
      .map((width, at) => {
        const cell = row[at] ?? '';
        const blank = ' '.repeat(width - widthOf(cell));
        return at === 0 ? `${cell}${blank}` : `${blank}${cell}`;
      })
      .join('  ')
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0);
}
