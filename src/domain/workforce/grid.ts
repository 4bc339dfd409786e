// Cells of the grid of a village: hamlets that one officer answers for, without overlap and without a hole,
// so that every household lies in exactly one. The code of the village itself stands for the households
// that are entered in no hamlet.
import type { Bilingual } from '#domain/kernel/refusal.ts';

export interface Cell {
  readonly id: string;
  readonly name: string;
  readonly places: readonly string[];
}

/** Where households of a village are entered: a hamlet, or the village itself. */
export interface CellPlace {
  readonly code: string;
  readonly name: string;
  readonly households: number;
}

const hamletDigits = 15;

/** The place of a household of a village by its area code; a group belongs to its hamlet. */
export function cellPlaceOf(area: string): string {
  return area.slice(0, hamletDigits);
}

export function cellOf<C extends Pick<Cell, 'places'>>(
  area: string,
  cells: readonly C[],
): C | undefined {
  const place = cellPlaceOf(area);
  return cells.find(({ places }) => places.includes(place));
}

export interface GridCheck {
  /** Places that lie in no cell and have households, or are hamlets in force. */
  readonly holes: readonly CellPlace[];
  readonly overlaps: readonly { readonly place: string; readonly cells: readonly string[] }[];
  readonly covered: number;
  readonly uncovered: number;
}

export function checkGrid(cells: readonly Cell[], places: readonly CellPlace[]): GridCheck {
  const holes = places.filter(({ code }) => cellOf(code, cells) === undefined);
  const named = new Set(cells.flatMap((cell) => cell.places));
  const overlaps = [...named].flatMap((place) => {
    const held = cells.filter((cell) => cell.places.includes(place));
    return held.length > 1 ? [{ place, cells: held.map(({ name }) => name) }] : [];
  });
  const uncovered = holes.reduce((sum, { households }) => sum + households, 0);
  const all = places.reduce((sum, { households }) => sum + households, 0);
  return { holes, overlaps, covered: all - uncovered, uncovered };
}

/** Where a place lies already; undefined where it is free for this cell. */
export function heldBy(
  place: string,
  cells: readonly Cell[],
  own: string | undefined,
): Cell | undefined {
  return cells.find((cell) => cell.id !== own && cell.places.includes(place));
}

export const incidentKinds = [
  'hazard',
  'facility',
  'hardship',
  'dispute',
  'disaster',
  'change',
  'further',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

export const incidentStates = ['found', 'sent', 'handled', 'closed'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const incidentTitles: Readonly<Record<IncidentState, Bilingual>> = {
  found: { zh: '待派发', en: 'to be dispatched' },
  sent: { zh: '处理中', en: 'dispatched' },
  handled: { zh: '待核实', en: 'handled, to be verified' },
  closed: { zh: '已办结', en: 'closed' },
};
