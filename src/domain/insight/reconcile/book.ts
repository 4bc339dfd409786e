// The figures of a pack as quantities that can be calculated with: each with the interval its print
// stands for, its unit and its definitions. What is not published has no interval.

import { isSameUnit, parseUnit, type Unit } from '#domain/policy/expression-unit.ts';
import type { Figure } from '#domain/policy/pack/figure-schemas.ts';
import type { Rows } from '#domain/policy/pack/pack.ts';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';
import { type Interval, point, wholeWithin } from './interval.ts';

export interface Quantity {
  readonly figure: Figure;
  readonly interval: Interval | undefined;
  /** The number as printed; the middle of its bounds where there is none. */
  readonly nominal: number | undefined;
  readonly unit: Unit;
  readonly isWhole: boolean;
}

export interface Book {
  quantity(id: string): Quantity;
  readonly rows: Pick<Rows, 'parameters'> & ListRows;
}

/** Rows of a pack whose number a text may state. */
export type ListRows = Pick<
  Rows,
  | 'chartSets'
  | 'listSets'
  | 'organisation'
  | 'verification'
  | 'sampleSets'
  | 'taxonomies'
  | 'catalogue'
  | 'processes'
  | 'signOffs'
  | 'lists'
  | 'indicators'
>;

/** Units that are divided as finely as one likes; everything else is counted. */
const measured = new Set(['yuan', 'mu', 'squareMetre', 'metre', 'kilometre', 'tonne', 'percent']);

/** `implied` gives the base a claim implies, for figures that are nothing else. */
export function bookOf(
  figures: readonly Figure[],
  rows: Book['rows'],
  implied: (claim: string, book: Book) => Interval | undefined,
): Book {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const known = new Map<string, Quantity>();
  const asked = new Set<string>();
  const book: Book = {
    rows,
    quantity(id) {
      const ready = known.get(id);
      if (ready !== undefined) return ready;
      const figure = byId.get(id) ?? unknownFigure(id);
      const { impliedBy } = figure;
      // A base that is implied by itself stays unknown.
      const isCircle = asked.has(id);
      asked.add(id);
      const interval =
        impliedBy === undefined || isCircle ? intervalOf(figure) : implied(impliedBy, book);
      const quantity = quantityOf(figure, interval);
      if (!isCircle) known.set(id, quantity);
      return quantity;
    },
  };
  return book;
}

function quantityOf(figure: Figure, interval: Interval | undefined): Quantity {
  const unit = parseUnit(figure.unit) ?? {};
  return { figure, interval, nominal: nominalOf(figure, interval), unit, isWhole: isCounted(unit) };
}

function intervalOf(figure: Figure): Interval | undefined {
  const { value, bounds, printed, exact, unit } = figure;
  if (bounds !== undefined) {
    return { least: bounds.least ?? 0, most: bounds.most ?? Number.POSITIVE_INFINITY };
  }
  if (value === undefined) return undefined;
  const isRule = figure.nature === 'rule';
  if (exact === true || (isRule && printed === undefined)) return point(value);
  const read = readPrinted(printed ?? plain(value), unit === 'percent');
  if (read === undefined) return point(value);
  const { nominal: _, ...interval } = read;
  return isCounted(parseUnit(unit) ?? {}) ? (wholeWithin(interval) ?? point(value)) : interval;
}

function plain(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 });
}

function nominalOf({ value }: Figure, interval: Interval | undefined): number | undefined {
  if (value !== undefined) return value;
  if (interval === undefined) return undefined;
  return Number.isFinite(interval.most) ? (interval.least + interval.most) / 2 : interval.least;
}

export function isCounted(unit: Unit): boolean {
  const names = Object.entries(unit);
  const [first] = names;
  return names.length === 1 && first?.[1] === 1 && !measured.has(first[0]);
}

export function haveOneUnit(quantities: readonly Quantity[]): boolean {
  const [first] = quantities;
  return first === undefined || quantities.every(({ unit }) => isSameUnit(unit, first.unit));
}

/** A name nobody declared behaves like a number nobody published. */
function unknownFigure(id: string): Figure {
  const nothing = { zh: id, en: id };
  return {
    id,
    title: nothing,
    definition: nothing,
    unit: '1',
    on: '',
    verified: false,
    requirements: [],
    counting: 'unstated',
    nature: 'stock',
  };
}
