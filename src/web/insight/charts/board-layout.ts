// What stands on which sheet of a board: panels whole where they fit, else divided between rows of their
// table and pieces of their drawing. Nothing is made smaller, left out or said twice.

/** Heights there are between head and foot: the first sheet has room for seals, the later ones do not. */
export interface Rooms {
  readonly first: number;
  readonly later: number;
}

export interface MeasuredPanel {
  readonly index: number;
  /** With its drawing beside its table; null where one of them is wider than its place. */
  readonly whole: number | null;
  readonly heading: number;
  /** Pieces the drawing may be divided into. */
  readonly pieces: readonly number[];
  /** The heads of the table, repeated on every sheet. */
  readonly head: number;
  readonly rows: readonly number[];
  /** What is counted and where it is from; stands below the last piece or row. */
  readonly note: number;
}

/** One panel, or two narrow ones that stand side by side where both fit. */
export interface MeasuredStrip {
  readonly panels: readonly MeasuredPanel[];
  /** Of two; null where they cannot, or there is one. */
  readonly together: number | null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export type Portion =
  | { readonly kind: 'whole'; readonly panels: readonly number[] }
  | {
      readonly kind: 'part';
      readonly panel: number;
      readonly pieces: Span;
      readonly rows: Span;
      readonly isLast: boolean;
      /** What a piece no sheet has room for is drawn at; one everywhere else. */
      readonly scale: number;
    };

/** Between two panels. */
export const between = 18;
/** Between the parts of one panel. */
export const within = 8;
/** So many rows at least stand below the heads of a table. */
const fewestRows = 3;

/** The sheets, and whether a piece had to be made smaller. */
export function placeOnSheets(strips: readonly MeasuredStrip[], rooms: Rooms) {
  const sheets: Portion[][] = [[]];
  let left = rooms.first;
  let isOver = false;
  const isEmpty = () => sheets.at(-1)?.length === 0;
  const turn = () => {
    sheets.push([]);
    left = rooms.later;
  };
  const put = (portion: Portion, high: number) => {
    sheets.at(-1)?.push(portion);
    left -= high + between;
  };

  const putWhole = (panels: readonly MeasuredPanel[], high: number | null): boolean => {
    if (high === null) return false;
    if (high > left && (isEmpty() || high > rooms.later)) return false;
    if (high > left) turn();
    put({ kind: 'whole', panels: panels.map(({ index }) => index) }, high);
    return true;
  };
  const putParts = (panel: MeasuredPanel) => {
    const count = panel.pieces.length + panel.rows.length;
    let at = 0;
    do {
      const { to, high } = fitting(panel, at, left);
      const isRoomier = !isEmpty() || (to === at && left < rooms.later);
      if (to - at < Math.min(fewestFrom(panel, at), count - at) && isRoomier) {
        turn();
        continue;
      }
      const end = Math.max(to, Math.min(at + 1, count));
      const scale = to === end ? 1 : scaleFor(panel, at, left);
      isOver ||= scale < 1;
      put({ ...portionOf(panel, at, end), scale }, scale < 1 ? left : high);
      at = end;
      if (at < count) turn();
    } while (at < count);
  };

  for (const { panels, together } of strips) {
    if (putWhole(panels, together)) continue;
    for (const panel of panels) {
      if (!putWhole([panel], panel.whole)) putParts(panel);
    }
  }
  return { sheets: sheets as readonly (readonly Portion[])[], isOver };
}

/** How far from `at` on there is room, and how high that is. */
function fitting(panel: MeasuredPanel, at: number, room: number) {
  const count = panel.pieces.length + panel.rows.length;
  let to = at;
  while (to < count && heightOf(panel, at, to + 1) <= room) to += 1;
  // A table that would only begin below its drawing stands on the next sheet.
  const drawn = panel.pieces.length;
  if (at < drawn && to > drawn && to < Math.min(count, drawn + fewestRows)) to = drawn;
  return { to, high: heightOf(panel, at, to) };
}

/** Only a piece of a drawing can be made smaller. */
function scaleFor(panel: MeasuredPanel, at: number, room: number): number {
  const piece = panel.pieces[at] ?? 0;
  return piece === 0 ? 1 : (room - heightOf(panel, at, at + 1) + piece) / piece;
}

/** Pieces come first, then rows below their heads; the note below the last. */
function heightOf(panel: MeasuredPanel, from: number, to: number): number {
  const { pieces, rows } = spansOf(panel, from, to);
  const drawn = sum(panel.pieces.slice(pieces.from, pieces.to));
  const tabled = sum(panel.rows.slice(rows.from, rows.to));
  return (
    panel.heading +
    (drawn === 0 ? 0 : within + drawn) +
    (tabled === 0 ? 0 : within + panel.head + tabled) +
    (isEnd(panel, to) ? within + panel.note : 0)
  );
}

function portionOf(panel: MeasuredPanel, from: number, to: number) {
  const isLast = isEnd(panel, to);
  return { kind: 'part', panel: panel.index, ...spansOf(panel, from, to), isLast } as const;
}

function spansOf({ pieces }: MeasuredPanel, from: number, to: number) {
  const drawn = pieces.length;
  return {
    pieces: { from: Math.min(from, drawn), to: Math.min(to, drawn) },
    rows: { from: Math.max(0, from - drawn), to: Math.max(0, to - drawn) },
  };
}

function isEnd({ pieces, rows }: MeasuredPanel, to: number): boolean {
  return to === pieces.length + rows.length;
}

function fewestFrom({ pieces }: MeasuredPanel, at: number): number {
  return at < pieces.length ? 1 : fewestRows;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
