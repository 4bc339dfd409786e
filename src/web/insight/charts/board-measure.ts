// Reads from a board laid out unseen how high its parts are: what a browser alone can know.
import type { MeasuredPanel, MeasuredStrip, Rooms } from './board-layout.ts';

export interface Measured {
  readonly rooms: Rooms;
  readonly strips: readonly MeasuredStrip[];
  /** Widths of the columns of each panel's table, so that every sheet has the same. */
  readonly columns: readonly (readonly number[])[];
  /** Where the drawing of each panel may be divided, from its top to its foot. */
  readonly cuts: readonly (readonly number[])[];
  /** What is divided at each cut of a drawing, and goes on below it. */
  readonly cutNames: readonly (readonly string[])[];
}

/** Lines that break otherwise on paper than on the screen must not push the last row off the sheet. */
const slack = 6;

type Strips = readonly (readonly number[])[];

export function measure(
  probe: HTMLElement,
  { strips: tied, loose }: { readonly strips: Strips; readonly loose: Strips },
  growth: number,
): Measured {
  const strips = [...tied, ...loose];
  const rooms = [...probe.querySelectorAll('.board-room')].map(
    (room) => heightOf(room) / growth - slack,
  );
  const parts = new Map(
    strips.flat().map((index) => {
      const part = probe.querySelector(`[data-part="${index}"]`);
      return [index, part === null ? undefined : measuredPart(part)] as const;
    }),
  );
  const panels = strips.map((strip) =>
    strip.map((index): MeasuredPanel => {
      const part = parts.get(index);
      return {
        index,
        whole: wholeHeight(probe, `[data-whole="${index}"]`),
        heading: part?.heading ?? 0,
        pieces: spacesOf(part?.cuts ?? []),
        head: part?.head ?? 0,
        rows: part?.rows ?? [],
        note: part?.note ?? 0,
      };
    }),
  );
  return {
    rooms: { first: rooms[0] ?? 0, later: rooms[1] ?? 0 },
    strips: strips.map((strip, at) => ({
      panels: panels[at] ?? [],
      together: wholeHeight(probe, `[data-strip="${strip.join(' ')}"]`),
      ...(at < tied.length ? {} : { isLoose: true }),
    })),
    columns: [...parts.values()].map((part) => part?.columns ?? []),
    cuts: [...parts.values()].map((part) => part?.cuts ?? []),
    cutNames: [...parts.values()].map((part) => part?.cutNames ?? []),
  };
}

function measuredPart(part: Element) {
  const drawing = part.querySelector<SVGSVGElement>('svg[data-drawing]');
  const heads = [...part.querySelectorAll('thead th')];
  return {
    heading: heightOf(part.querySelector('h3')),
    cuts: drawing === null ? [] : cutsOf(drawing),
    cutNames: ['', ...(JSON.parse(drawing?.dataset.cutNames ?? '[]') as readonly string[])],
    head: heightOf(part.querySelector('thead')),
    rows: [...part.querySelectorAll('tbody tr')].map(heightOf),
    columns: heads.map((head) => head.getBoundingClientRect().width),
    note: heightOf(part.querySelector('.board-note')),
  };
}

function cutsOf(drawing: SVGSVGElement): readonly number[] {
  const cuts = (drawing.dataset.cuts ?? '').split(' ').filter((one) => one !== '');
  return [0, ...cuts.map(Number), heightOf(drawing)];
}

function spacesOf(cuts: readonly number[]): readonly number[] {
  return cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? 0));
}

/** Null where a table or drawing is wider than its place, or names of the drawing do not fit it. */
function wholeHeight(probe: HTMLElement, selector: string): number | null {
  const whole = probe.querySelector(selector);
  if (whole === null) return null;
  const places = [...whole.querySelectorAll('.scrolled, .board-drawing')];
  const isWider = places.some((place) => place.scrollWidth > place.clientWidth + 1);
  const isShort = [...whole.querySelectorAll('svg text')].some((one) =>
    one.textContent.endsWith('…'),
  );
  return isWider || isShort ? null : heightOf(whole);
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}
