// The address of the linked view: everything chosen stands in it, so that a link shows the same.
import { text } from '#web/shell/address-query.ts';

export const indicators = ['listed', 'poor', 'waiting', 'announced', 'belowLine', 'late'] as const;
export type Indicator = (typeof indicators)[number];

export const dimensions = ['stage', 'cause', 'measure', 'band'] as const;
export type Dimension = (typeof dimensions)[number];

/** What may be marked besides households. */
export const markKinds = ['projects', 'teams', 'funds', 'photographs'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface MapSearch {
  readonly area?: string;
  readonly by?: Indicator;
  /** The part of the area that is chosen. */
  readonly part?: string;
  readonly stage?: string;
  readonly cause?: string;
  readonly measure?: string;
  readonly band?: string;
  /** YYYY-MM; now when absent. */
  readonly month?: string;
  readonly points?: 'on';
  /** Kinds of marks, joined by commas. */
  readonly marks?: string;
  /** The photograph that is chosen. */
  readonly photo?: string;
  readonly base?: 'tiles';
  /** The picture of the ground that is shown. */
  readonly layer?: string;
}

export function readMapSearch(search: Record<string, unknown>): MapSearch {
  return {
    area: text(search.area),
    by: indicators.find((one) => one === search.by),
    part: text(search.part),
    stage: text(search.stage),
    cause: text(search.cause),
    measure: text(search.measure),
    band: text(search.band),
    month: text(search.month),
    points: search.points === 'on' ? 'on' : undefined,
    marks: marksText(marksIn(text(search.marks))),
    photo: text(search.photo),
    base: search.base === 'tiles' ? 'tiles' : undefined,
    layer: text(search.layer),
  };
}

export function marksIn(marks: string | undefined): readonly MarkKind[] {
  const named = (marks ?? '').split(',');
  return markKinds.filter((kind) => named.includes(kind));
}

export function marksText(kinds: readonly MarkKind[]): string | undefined {
  return kinds.length === 0 ? undefined : kinds.join(',');
}

/** `none` stands in addresses for what nobody wrote down. */
export function keyOf(chosen: string): string {
  return chosen === 'none' ? '' : chosen;
}

export function chosenOf(key: string): string {
  return key === '' ? 'none' : key;
}
