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
  /** Belongs to no place of its own: stands on the last sheet that has room, before it takes another one. */
  readonly isLoose?: true;
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
/** So many rows at least stand below the heads of a table, and so many go on below them on the next sheet. */
const fewestRows = 3;
/** So many pieces of a drawing end it on a sheet of their own. */
const fewestPieces = 2;

export interface Placed {
  readonly sheets: readonly (readonly Portion[])[];
  /** A piece had to be made smaller. */
  readonly isOver: boolean;
  /** So many times a panel goes on on the next sheet. */
  readonly breaks: number;
  /** So many of them between two rows of a table. */
  readonly torn: number;
}

/** It takes no more sheets, and nothing is divided that was not. */
export function isNoWorse(one: Placed, other: Placed): boolean {
  return (
    (!one.isOver || other.isOver) &&
    one.sheets.length <= other.sheets.length &&
    one.torn <= other.torn &&
    one.breaks <= other.breaks
  );
}

export function placeOnSheets(strips: readonly MeasuredStrip[], rooms: Rooms): Placed {
  const sheets: Portion[][] = [[]];
  /** Rooms that sheets turned from still have. */
  const lefts: number[] = [];
  let left = rooms.first;
  let isOver = false;
  let breaks = 0;
  let torn = 0;
  const isEmpty = () => sheets.at(-1)?.length === 0;
  const turn = () => {
    sheets.push([]);
    lefts.push(left);
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
  /** On the last of the sheets before this one that has room, where this one has none. */
  const putBefore = ({ index, whole: high }: MeasuredPanel): boolean => {
    if (high === null || high <= left) return false;
    const at = lefts.findLastIndex((room) => high <= room);
    sheets[at]?.push({ kind: 'whole', panels: [index] });
    if (at !== -1) lefts[at] = (lefts[at] ?? 0) - high - between;
    return at !== -1;
  };
  const putParts = (panel: MeasuredPanel) => {
    const count = panel.pieces.length + panel.rows.length;
    let at = 0;
    do {
      const { to, high } = fitting(panel, at, left, rooms.later);
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
      if (at < count) {
        breaks += 1;
        if (at > panel.pieces.length) torn += 1;
        turn();
      }
    } while (at < count);
  };

  for (const { panels, together, isLoose } of strips) {
    if (isLoose === true && panels.every(putBefore)) continue;
    if (putWhole(panels, together)) continue;
    for (const panel of panels) {
      if (!putWhole([panel], panel.whole)) putParts(panel);
    }
  }
  return { sheets, isOver, breaks, torn };
}

/** How far from `at` on there is room, and how high that is. A table that a later sheet holds is not torn. */
function fitting(panel: MeasuredPanel, at: number, room: number, later: number) {
  const count = panel.pieces.length + panel.rows.length;
  let to = at;
  while (to < count && heightOf(panel, at, to + 1) <= room) to += 1;
  // A table that would only begin below its drawing stands on the next sheet.
  const drawn = panel.pieces.length;
  const isWhole = heightOf(panel, drawn, count) <= later;
  if (at < drawn && to > drawn && to < (isWhole ? count : Math.min(count, drawn + fewestRows)))
    to = drawn;
  // Nor does it end with a row or two there, or a drawing with its last piece.
  const [from, fewest] = to > drawn ? [Math.max(at, drawn), fewestRows] : [at, fewestPieces];
  const isEnding = to < count && (to > drawn || count === drawn);
  if (isEnding && count - to < fewest && count - fewest >= from + fewest) to = count - fewest;
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
