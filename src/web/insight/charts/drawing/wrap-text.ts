// Text in a drawing breaks where paper would break it: between Han characters anywhere, in Latin text at
// spaces and after hyphens; no line ends with a mark that opens or begins with one that closes (W3C,
// Requirements for Chinese Text Layout, 3.1.5). Widths are estimated by kind of character, which is what
// a drawing without a browser can know.

const latin = 0.56;

export function widthOf(text: string, size: number): number {
  const hasHan = han.test(text);
  let width = 0;
  for (const character of text) width += isWide(character, hasHan) ? size : size * latin;
  return width;
}

/** Lines that fit; the last one ends in … where there are more than `most`. */
export function wrapText(text: string, width: number, size: number, most = 99): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const wider = `${line}${piece}`;
    if (line !== '' && widthOf(wider.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line = wider;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  // A word longer than its line may stand over the edge of many lines, but a single one would be cut there.
  const stands = most === 1 && widthOf(lines[0] ?? '', size) > width;
  if (lines.length <= most && !stands) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (last.length > 1 && widthOf(`${last.join('')}…`, size) > width) last.pop();
  while (last.length > 1 && idle.test(last.at(-1) ?? '')) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}

const han = /[\u2e80-\u9fff\u{20000}-\u{3ffff}]/u;
/** Marks that never end a line. */
const opens = /[（［｛《〈「『【〔〖“‘([{]$/;
/** Marks that never begin one. */
const closes = /^[，。；：、？！）］｝》〉」』】〕〗”’·—…％,.;:?!)\]}%]/;
/** What says nothing before an ellipsis. */
const idle = /[\s，；：、,;:（［｛《〈「『【〔〖“‘([{]/;

/** What stays together: a character with the marks that open before it and close behind it. */
function piecesOf(text: string): readonly string[] {
  const found =
    text.match(
      /[\u2e80-\uffef\u{20000}-\u{3ffff}]|[A-Za-z]+-(?=[A-Za-z])|[“‘](?=[\u2e80-\uffef])|[^\s\u2e80-\uffef\u{20000}-\u{3ffff}]+\s*|\s+/gu,
    ) ?? [];
  const pieces: string[] = [];
  for (const one of found) {
    const before = pieces.at(-1);
    const holds = before !== undefined && (opens.test(before) || closes.test(one));
    if (holds) pieces[pieces.length - 1] = `${before}${one}`;
    else pieces.push(one);
  }
  return pieces;
}

/** Quotation marks, dashes and dots are as wide as a character among Han characters, and narrow in Latin text. */
function isWide(character: string, isAmongHan: boolean): boolean {
  if (isAmongHan && /[“”‘’—…]/.test(character)) return true;
  return /[\u2e80-\uffef\u{20000}-\u{3ffff}]/u.test(character);
}
