// A household as rows of a county's own spreadsheet: one row for each present member, what concerns the whole
// household in the first of them and blank below, Chinese headings and labels. The headings are those
// the import knows best, so that such a file needs no mapping.

import { headingOf } from '#domain/exchange/headings.ts';
import { type ImportField, importFields } from '#domain/exchange/import-field.ts';
import type { FieldValue, HouseholdRecord } from '#domain/registry/household.ts';

/** Title of a code of a list. */
export type LabelOf = (list: string, code: string) => string;

export type Cell = string | number | null;

export interface SheetPlan {
  readonly headings: readonly string[];
  rowsOf(record: HouseholdRecord, place: SheetPlace): readonly (readonly Cell[])[];
}

export interface SheetPlace {
  readonly township: string;
  readonly village: string;
}

/** Never in a survey sheet: other names of the same thing, and what only the system knows. */
const leftOut = new Set([
  'ignore',
  'head.name',
  'head.identity',
  'area.county',
  'area.hamlet',
  'stated.netIncome',
  'stated.incomePerHead',
  'external.household',
  'external.person',
  'person.joinedOn',
]);

export function planSheet(labelOf: LabelOf, withMeasures: boolean): SheetPlan {
  const fields = importFields.filter(
    ({ id }) => !leftOut.has(id) && (withMeasures || !id.endsWith('.primaryMeasure')),
  );
  return {
    headings: fields.map(({ id }) => headingOf(id)),
    rowsOf(record, place) {
      const year = Math.max(...(record.incomes ?? []).map((entry) => entry.year));
      const present = record.persons.filter(({ values }) => (values.leftOn ?? null) === null);
      return present.map((person, index) =>
        fields.map((field): Cell => {
          if (field.id === 'household.householdNo') return textOf(record.values.householdNo);
          if (field.level === 'person') {
            return cellOf(field, person.values[field.form?.name as never], labelOf);
          }
          return index === 0
            ? householdCell(field, record, { ...place, year, members: present.length, labelOf })
            : null;
        }),
      );
    },
  };
}

interface HouseholdCellContext extends SheetPlace {
  readonly year: number;
  readonly members: number;
  readonly labelOf: LabelOf;
}

function householdCell(
  field: ImportField,
  record: HouseholdRecord,
  { township, village, year, members, labelOf }: HouseholdCellContext,
): Cell {
  switch (field.id) {
    case 'area.code':
      return String(record.values.areaCode).slice(0, 12);
    case 'area.township':
      return township;
    case 'area.village':
      return village;
    case 'income.year':
      return year;
    case 'stated.members':
      return members;
  }
  if (field.income !== undefined) return incomeCell(record, field.income, year);
  return cellOf(field, record.values[field.form?.name as never], labelOf);
}

/** Yuan of a year by kind; blank where there was none. */
function incomeCell(record: HouseholdRecord, kind: string, year: number): Cell {
  const own = (record.incomes ?? []).filter((entry) => entry.year === year && entry.kind === kind);
  return own.length === 0 ? null : own.reduce((sum, entry) => sum + entry.amountFen, 0) / 100;
}

function cellOf(field: ImportField, value: FieldValue | undefined, labelOf: LabelOf): Cell {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return value;
  const list = field.form?.list;
  if (typeof value === 'string') return list === undefined ? value : labelOf(list, value);
  return value.map((code) => (list === undefined ? code : labelOf(list, code))).join('、');
}

function textOf(value: FieldValue | undefined): string {
  return String(value ?? '');
}
