// Text in a drawing breaks where paper would break it: between Han characters anywhere, in Latin text at
// spaces and after hyphens. Widths are estimated by kind of character, which is what a drawing without a browser
// can know.

const latin = 0.56;

export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? size : size * latin;
  return width;
}

/** Lines that fit; the last one ends in … where there are more than `most`. */
export function wrapText(text: string, width: number, size: number, most = 99): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const wider = `${line}${piece}`;
    if (line !== '' && widthOf(wider.trimEnd(), size) > width && !clings.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line = wider;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  // A mark that clings may hang over the edge of many lines, but a single one would be cut there.
  const hangs = most === 1 && widthOf(lines[0] ?? '', size) > width;
  if (lines.length <= most && !hangs) return lines;
  const kept = lines.slice(0, most);
  const last = [...(kept[most - 1] ?? '')];
  while (last.length > 1 && widthOf(`${last.join('')}…`, size) > width) last.pop();
  return [...kept.slice(0, -1), `${last.join('')}…`];
}

/** Marks that never begin a line. */
const clings = /^[，。；：、？！）》”,.;:?!)]/;

function piecesOf(text: string): readonly string[] {
  return text.match(/[\u2e80-\uffef]|[A-Za-z]+-(?=[A-Za-z])|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];
}

function isWide(character: string): boolean {
  return /[\u2e80-\uffef\u{20000}-\u{3ffff}]/u.test(character);
}
