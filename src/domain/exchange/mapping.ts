// Which column of a sheet means which field: found from the heading row, shown, corrected by a person,
// and kept as a profile by headings, so that the next file is recognised whatever the order of its
// columns. Refuses nothing itself; `missingColumns` says what an import cannot do without.

import {
  factorInHeading,
  headingKey,
  headingOf,
  matchHeading,
  yearInHeading,
} from '#domain/exchange/headings.ts';
import { findImportField, type ImportFieldId } from '#domain/exchange/import-field.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';

export interface ColumnMapping {
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
  /** Null when nobody knows what the column means; it is then left out and reported. */
  readonly field: ImportFieldId | null;
  readonly confidence: number;
  /** Numbers are taken this many times: 10,000 in a column of 万元. */
  readonly factor?: number;
  /** Year of an income column that names one. */
  readonly year?: number;
  /** Another column has the same heading or means the same field; only the first is read. */
  readonly duplicateOf?: number;
}

export interface SheetMapping {
  /** Rows up to and with this one are titles and headings; 1-based. */
  readonly headingRow: number;
  readonly columns: readonly ColumnMapping[];
}

export interface MappingProfile {
  readonly name: string;
  /** By heading key. */
  readonly fields: Readonly<Record<string, ImportFieldId | null>>;
}

export const headingRowsSearched = 30;

/** Below two columns that can be named, a row is a title and no heading. */
const namedColumnsMin = 2;

/** Finds the heading row among the first rows and says what each column means. */
export function guessMapping(
  rows: readonly SheetRow[],
  profile?: MappingProfile,
): SheetMapping | undefined {
  let best: SheetMapping | undefined;
  let most = namedColumnsMin - 0.5;
  for (const [index, row] of rows.entries()) {
    if (row.cells.some(isValue)) continue;
    const columns = withoutDuplicates(nameColumns(row, rows[index - 1], profile));
    const score = columns.reduce(
      (sum, column) => sum + (column.field === null ? 0 : column.confidence),
      0,
    );
    if (score > most) {
      best = { headingRow: row.number, columns };
      most = score;
    }
  }
  return best === undefined ? undefined : passNumbering(best, rows);
}

/** Headings are words: a row with long numbers or days is data, whatever else it says. */
function isValue(cell: string): boolean {
  return /^(?:\d{5,}[\dXx]?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/.test(cell.normalize('NFKC'));
}

function nameColumns(
  row: SheetRow,
  above: SheetRow | undefined,
  profile: MappingProfile | undefined,
): ColumnMapping[] {
  const columns: ColumnMapping[] = [];
  const groups = groupsOf(above);
  const width = Math.max(row.cells.length, groups.length);
  for (let column = 0; column < width; column += 1) {
    const own = tidy(row.cells[column]);
    const group = tidy(groups[column]);
    if (own === '' && group === '') continue;
    columns.push(nameColumn(column, own, group, profile));
  }
  return columns;
}

function tidy(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** A row whose cells all say the same is a title above the whole table, no row of groups. */
function groupsOf(above: SheetRow | undefined): readonly string[] {
  const cells = above?.cells ?? [];
  return new Set(cells.filter((cell) => cell !== '')).size > 1 ? cells : [];
}

function nameColumn(
  column: number,
  own: string,
  group: string,
  profile: MappingProfile | undefined,
): ColumnMapping {
  const heading = own === '' || own === group ? group : own;
  const full = group === '' || group === heading ? heading : `${group} ${heading}`;
  const known = profile?.fields[headingKey(full)] ?? profile?.fields[headingKey(heading)];
  const match =
    known === undefined
      ? bestMatch(heading, group)
      : { field: known, confidence: known === null ? 0 : 1 };
  const factor = factorInHeading(full);
  const year = yearInHeading(full);
  return {
    column,
    heading: full,
    field: match?.field ?? null,
    confidence: match?.confidence ?? 0,
    ...(factor === 1 ? {} : { factor }),
    ...(year === undefined ? {} : { year }),
  };
}

/** Below a group 户主情况 the heading 姓名 is the head's name, so the two are read together first. */
function bestMatch(heading: string, group: string) {
  const ofHead = group.includes('户主') ? matchHeading(`户主${heading}`) : undefined;
  if (ofHead?.confidence === 1) return ofHead;
  return matchHeading(heading) ?? (group === '' ? undefined : matchHeading(group));
}

function withoutDuplicates(columns: readonly ColumnMapping[]): ColumnMapping[] {
  const first = new Map<ImportFieldId, ColumnMapping>();
  for (const column of columns) {
    if (column.field === null || column.field === 'ignore') continue;
    const key = meaningOf(column);
    const before = first.get(key);
    if (before === undefined || column.confidence > before.confidence) first.set(key, column);
  }
  return columns.map((column) => {
    if (column.field === null || column.field === 'ignore') return column;
    const kept = first.get(meaningOf(column));
    return kept === undefined || kept === column
      ? column
      : { ...column, field: null, duplicateOf: kept.column };
  });
}

/** Incomes of two years are two things; a year beside anything else is only part of its heading. */
function meaningOf({ field, year }: ColumnMapping): string {
  return field?.startsWith('income.') === true ? `${field} ${year ?? ''}` : (field ?? '');
}

/** Below the headings of a printed form often stands a row of numbers: 1 2 3, or A1 A2 A3. */
function passNumbering(mapping: SheetMapping, rows: readonly SheetRow[]): SheetMapping {
  const next = rows.find((row) => row.number > mapping.headingRow);
  const cells = next?.cells.filter((cell) => cell !== '') ?? [];
  const isNumbering =
    cells.length >= 3 &&
    cells.every((cell) => /^(?:[A-Z]?\d{1,3}[a-z]?|[甲乙丙丁])$/.test(cell)) &&
    new Set(cells).size === cells.length;
  return next !== undefined && isNumbering && cells.length >= mapping.columns.length * 0.8
    ? { ...mapping, headingRow: next.number }
    : mapping;
}

/** A person's corrections: column to field. */
export function correctMapping(
  mapping: SheetMapping,
  corrections: ReadonlyMap<number, ImportFieldId | null>,
): SheetMapping {
  const columns = mapping.columns.map((column): ColumnMapping => {
    const field = corrections.get(column.column);
    if (field === undefined) return column;
    const { duplicateOf: _, ...rest } = column;
    return { ...rest, field, confidence: field === null ? 0 : 1 };
  });
  return { ...mapping, columns };
}

export function profileOf(name: string, mapping: SheetMapping): MappingProfile {
  const fields: Record<string, ImportFieldId | null> = {};
  for (const { heading, field, duplicateOf } of mapping.columns) {
    if (duplicateOf === undefined) fields[headingKey(heading)] = field;
  }
  return { name, fields };
}

/** How much of a sheet's headings a profile knows, 0 to 1. */
export function profileFit(profile: MappingProfile, headings: readonly string[]): number {
  if (headings.length === 0) return 0;
  const known = headings.filter((heading) => headingKey(heading) in profile.fields);
  return known.length / headings.length;
}

/** The shape of a sheet: rows are members, or rows are households that only name their head. */
export function shapeOf(mapping: SheetMapping): 'persons' | 'households' {
  return hasField(mapping, 'person.name') ? 'persons' : 'households';
}

export function hasField(mapping: SheetMapping, field: ImportFieldId): boolean {
  return mapping.columns.some((column) => column.field === field);
}

/** Headings of columns an import cannot do without. A village's own file need not name the village. */
export function missingColumns(mapping: SheetMapping, isVillageFile: boolean): readonly string[] {
  const missing: string[] = [];
  if (!hasField(mapping, 'person.name') && !hasField(mapping, 'head.name')) {
    missing.push(headingOf('person.name'));
  }
  const hasPlace = hasField(mapping, 'area.village') || hasField(mapping, 'area.code');
  if (!isVillageFile && !hasPlace) missing.push(headingOf('area.village'));
  return missing;
}

/** Problems with a mapping that came from outside: fields nobody knows, fields given twice. */
export function mappingFaults(mapping: SheetMapping): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const column of mapping.columns) {
    const { field } = column;
    if (field === null || field === 'ignore') continue;
    if (findImportField(field) === undefined) faults.push(field);
    const key = meaningOf(column);
    if (seen.has(key)) faults.push(field);
    seen.add(key);
  }
  return faults;
}
