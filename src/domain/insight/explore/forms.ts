// Which drawings the shape of a table allows, the fittest first: time is a line, places of one number are
// tiles or bars, one list is bars, a list crossed with another is a matrix. No shape allows a pie.
import { type DimensionId, isTime } from './dimensions.ts';
import type { IndicatorUnit } from './indicators.ts';

export const chartForms = ['bars', 'tiles', 'lines', 'matrix', 'table'] as const;
export type ChartForm = (typeof chartForms)[number];

const linesMost = 6;
const columnsMost = 24;
const barsMost = 60;

export interface TableShape {
  readonly rows: DimensionId;
  readonly columns: DimensionId | undefined;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly unit: IndicatorUnit;
  /** The parts of the area have places in a map of tiles. */
  readonly hasTiles: boolean;
}

export function formsOf(shape: TableShape): readonly ChartForm[] {
  const { rows, columns, rowCount, columnCount, unit } = shape;
  if (rowCount === 0 || (rowCount < 2 && columnCount < 2)) return ['table'];
  const forms: ChartForm[] = [];
  if (columns !== undefined) {
    if (isTime(rows) && columnCount <= linesMost && rowCount > 1) forms.push('lines');
    if (columnCount <= columnsMost && rowCount <= barsMost) forms.push('matrix');
    return [...forms, 'table'];
  }
  const isShare = unit === 'percent';
  if (rows === 'part' && shape.hasTiles && isShare) forms.push('tiles');
  if (isTime(rows)) forms.push('lines');
  if (rowCount <= barsMost) forms.push('bars');
  return [...forms, 'table'];
}

/** The form that was asked for where the shape allows it, else the fittest. */
export function formOf(shape: TableShape, asked: ChartForm | undefined): ChartForm {
  const forms = formsOf(shape);
  return forms.find((one) => one === asked) ?? forms[0] ?? 'table';
}
