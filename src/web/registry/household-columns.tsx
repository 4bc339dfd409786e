// Columns of the household list: which there are, how each is shown, which of them a person chose.
import type { ReactNode } from 'react';
import type { HouseholdRow } from '#contract/registry-households.ts';
import { exactNumber } from '#web/text/number.ts';
import { Day, Unwritten } from '#web/ui/figure.tsx';
import type { FormWords } from './form-words.ts';
import type { ListText } from './household-filter-parts.ts';
import type { HouseholdSortName } from './household-list-search.ts';

export const columnNames = [
  'place',
  'members',
  'stage',
  'attribute',
  'cause',
  'measure',
  'class',
  'income',
  'grade',
  'surveyed',
  'listed',
] as const;

export type ColumnName = (typeof columnNames)[number];

export const usualColumns: readonly ColumnName[] = [
  'place',
  'members',
  'stage',
  'attribute',
  'cause',
  'measure',
  'income',
];

/** Chosen columns as they were stored, in their own order. */
export function readColumns(stored: unknown): readonly ColumnName[] {
  if (!Array.isArray(stored)) return usualColumns;
  return columnNames.filter((name) => stored.includes(name));
}

export const columnHeads = {
  place: 'place',
  members: 'membersHead',
  stage: 'stageHead',
  attribute: 'attributeHead',
  cause: 'causeHead',
  measure: 'measureHead',
  class: 'classHead',
  income: 'incomeHead',
  grade: 'gradeHead',
  surveyed: 'surveyedHead',
  listed: 'listedHead',
} as const satisfies Record<ColumnName, string>;

/** Column names of the file for each column of the list. */
export const exportedFields: Readonly<Record<ColumnName, readonly string[]>> = {
  place: ['township', 'village'],
  members: ['members'],
  stage: ['stage'],
  attribute: ['attribute'],
  cause: ['primaryCause'],
  measure: ['primaryMeasure'],
  class: ['helpClass'],
  income: ['incomePerHead', 'incomeYear'],
  grade: ['houseGrade'],
  surveyed: ['surveyedOn'],
  listed: ['listedOn'],
};

export const numberColumns: ReadonlySet<ColumnName> = new Set(['members', 'income']);

/** Sorts the server offers, by column; the second is the way back. */
export const columnSorts: Readonly<Partial<Record<ColumnName, readonly HouseholdSortName[]>>> = {
  income: ['income', '-income'],
};

interface CellWords {
  readonly text: ListText;
  readonly words: FormWords;
}

export function cellOf(name: ColumnName, row: HouseholdRow, { text, words }: CellWords): ReactNode {
  // Of a household that is only surveyed these were never asked: an empty cell, not an unknown.
  const asked = row.stage !== 'SURVEYED';
  const coded = (list: string, code: string | null) =>
    code === null ? asked && <Unwritten /> : words.code(list, code);
  switch (name) {
    case 'place':
      return (
        <>
          {row.village} <span className="quiet small">{row.township}</span>
        </>
      );
    case 'members':
      return row.members;
    case 'stage':
      return words.code('stage', row.stage);
    case 'attribute':
      return coded('povertyAttribute', row.attribute);
    case 'cause':
      return coded('cause', row.primaryCause);
    case 'measure':
      return coded('measure', row.primaryMeasure);
    case 'class':
      return row.helpClass === null ? '' : words.code('difficultyClass', row.helpClass);
    case 'income':
      return <Income row={row} text={text} />;
    case 'grade':
      return coded('houseGrade', row.houseGrade);
    case 'surveyed':
      return <Day day={row.surveyedOn} />;
    case 'listed':
      return row.listedOn === null ? '' : <Day day={row.listedOn} />;
  }
}

export function Income({ row, text }: { readonly row: HouseholdRow; readonly text: ListText }) {
  if (row.incomePerHeadFen === null) return <Unwritten />;
  const yuan = row.incomePerHeadFen / 100;
  const year = row.incomeYear === null ? '' : text('incomeYear', { year: row.incomeYear });
  return <span title={`${exactNumber(yuan, 2)} ${year}`}>{exactNumber(Math.round(yuan))}</span>;
}
