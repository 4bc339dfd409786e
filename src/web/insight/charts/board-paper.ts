// The papers a board may be printed on, and the smallest type on each.
import type { Paper } from './chart-search.ts';

interface PaperSize {
  /** Millimetres, lying down. A printer is told them in millimetres: of these names browsers know two. */
  readonly wide: number;
  readonly high: number;
  /** Points of the smallest type. */
  readonly least: number;
}

/**
 * The smallest type is the smallest Chinese type size that can be read from where such a paper is read: A4 is
 * held in the hand (小五, 9 points, 3.2 mm), A3 hangs an arm's length away (五号, 10.5 points, 3.7 mm), A2 is
 * read from one step, A1 from two and A0 across a corridor (四号, 小二, 小一: 14, 18 and 24 points). What
 * does not fit at that size goes on the next sheet and is never made smaller.
 */
export const paperSizes: Readonly<Record<Paper, PaperSize>> = {
  A4: { wide: 297, high: 210, least: 9 },
  A3: { wide: 420, high: 297, least: 10.5 },
  A2: { wide: 594, high: 420, least: 14 },
  A1: { wide: 841, high: 594, least: 18 },
  A0: { wide: 1189, high: 841, least: 24 },
};

/** Boards and drawings are laid out in units of which their smallest type has twelve. */
const leastUnits = 12;
const unitsInPoint = 96 / 72;
const unitsInMillimetre = 96 / 25.4;
/** Between the edge of the sheet and what stands on it; the style sheet has the same. */
const side = 48;

/** A sheet in units, and how much larger than a unit of the screen one is printed. */
export function sheetOf(paper: Paper) {
  const { wide, high, least } = paperSizes[paper];
  const zoom = (least * unitsInPoint) / leastUnits;
  const units = (length: number) => Math.floor((length * unitsInMillimetre) / zoom);
  return {
    zoom,
    width: units(wide),
    height: units(high),
    inner: units(wide) - 2 * side,
    side,
    /** What head, foot, title and note leave a drawing that has a sheet to itself. */
    tall: { first: units(high) * 0.54, later: units(high) * 0.72 },
  };
}
