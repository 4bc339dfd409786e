// A mapping made ready for tens of thousands of rows: columns sorted by what they say of a household,
// of its place, of its income and of a person. And what reading a file depends on besides the file.

import type { FindPlace } from '#domain/exchange/area-names.ts';
import type { CodeOf, ValueReading } from '#domain/exchange/cell-value.ts';
import { getImportField, type ImportField, importFields } from '#domain/exchange/import-field.ts';
import { type SheetMapping, shapeOf } from '#domain/exchange/mapping.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';

export interface PlannedColumn {
  readonly column: number;
  readonly field: ImportField;
  readonly factor: number;
  readonly year: number | undefined;
  /** What texts were read as: a county writes the same few words a hundred thousand times. */
  readonly readings: Map<string, ValueReading>;
}

const readingsMax = 2000;

/** Reads a text as the column's field, once for each text. */
export function readOnce(
  { readings }: PlannedColumn,
  text: string,
  read: (text: string) => ValueReading,
): ValueReading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = read(text);
  if (readings.size >= readingsMax) readings.clear();
  readings.set(text, reading);
  return reading;
}

export interface ImportPlan {
  readonly shape: 'persons' | 'households';
  readonly headingRow: number;
  /** Which fields the columns mean, in the order of the form. */
  readonly signature: string;
  readonly columns: readonly PlannedColumn[];
  /** Columns whose cells belong to one person. */
  readonly person: readonly PlannedColumn[];
  readonly household: readonly PlannedColumn[];
  readonly incomes: readonly PlannedColumn[];
  readonly byField: ReadonlyMap<string, PlannedColumn>;
}

export interface ImportContext {
  /** The area the file is imported for; nothing outside it is taken. */
  readonly area: AreaCode;
  readonly areaName: string;
  readonly findPlace: FindPlace;
  readonly today: PlainDate;
  readonly demonstration: boolean;
  /** Year of incomes whose column and row name none. */
  readonly incomeYear: number;
  readonly codeOf: CodeOf;
  readonly listName: (list: string) => string;
  readonly isKnownCounty: (code: string) => boolean;
  /** The code of the relation that marks the head. */
  readonly headRelation: string;
}

export function planImport(mapping: SheetMapping): ImportPlan {
  const columns: PlannedColumn[] = [];
  for (const { column, field, factor, year } of mapping.columns) {
    if (field === null || field === 'ignore') continue;
    columns.push({
      column,
      field: getImportField(field),
      factor: factor ?? 1,
      year,
      readings: new Map(),
    });
  }
  // In the order of the form, so that the same survey in another order of columns says the same.
  columns.sort(
    (left, right) => importFields.indexOf(left.field) - importFields.indexOf(right.field),
  );
  return {
    shape: shapeOf(mapping),
    headingRow: mapping.headingRow,
    signature: columns
      .map(({ field, factor, year }) => `${field.id} ${factor} ${year ?? ''}`)
      .join(','),
    columns,
    person: columns.filter(({ field }) => field.level === 'person'),
    household: columns.filter(({ field }) => field.id.startsWith('household.')),
    incomes: columns.filter(({ field }) => field.income !== undefined),
    byField: new Map(columns.map((column) => [column.field.id, column])),
  };
}

/** Sheets end with sums and remarks that are no households. */
export function isTrailingNote(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '') ?? '';
  const word = noteWords.exec(first)?.[1];
  if (word === undefined) return false;
  return /[合总小共累]/.test(word) || new Set(cells.filter((cell) => cell !== '')).size <= 2;
}

const noteWords =
  /^\s*(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|注|备注|说明|填表人|填表说明|制表|审核|单位负责人)/;
