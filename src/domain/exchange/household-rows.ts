// Gathers the rows of one household: one row per member with the household repeated or left blank
// below, or one row per household. The household changes where its number, its head's number or its
// head's name changes; where a sheet names none of these, each head begins a household.

import {
  type ImportContext,
  type ImportPlan,
  isTrailingNote,
} from '#domain/exchange/import-plan.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';

export interface RowGroup {
  /** Unique in the file; empty for rows that belong to no household. */
  readonly key: string;
  readonly rows: readonly SheetRow[];
  /** The first row of an earlier group with the same key, where the file scatters a household. */
  readonly earlierRow?: number;
}

export interface RowGrouper {
  /** Takes a row below the headings and returns the groups it completed. */
  push(row: SheetRow): readonly RowGroup[];
  end(): readonly RowGroup[];
}

export type GroupContext = Pick<ImportContext, 'codeOf' | 'headRelation'>;

/** For rows in the order of the file; memory does not grow with the file but for the keys seen. */
export function createRowGrouper(plan: ImportPlan, context: GroupContext): RowGrouper {
  const keyOf = keyReader(plan, context);
  const firstRowOf = new Map<string, number>();
  let key = '';
  let rows: SheetRow[] = [];
  let heads = 0;

  function close(): readonly RowGroup[] {
    if (rows.length === 0) return [];
    const first = rows[0]?.number ?? 0;
    const earlierRow = key === '' ? undefined : firstRowOf.get(key);
    const group: RowGroup = { key, rows, ...(earlierRow === undefined ? {} : { earlierRow }) };
    if (earlierRow === undefined && key !== '') firstRowOf.set(key, first);
    rows = [];
    return [group];
  }

  return {
    push(row) {
      const own = keyOf(row);
      const begins = own === 'next-head' || (own !== '' && own !== key);
      const done = begins ? close() : [];
      if (begins) {
        heads += own === 'next-head' ? 1 : 0;
        key = own === 'next-head' ? `head ${heads}` : own;
      }
      rows.push(row);
      return done;
    },
    end: close,
  };
}

/** For files that scatter households: all rows first, groups in the order of their first rows. */
export function gatherRows(
  rows: Iterable<SheetRow>,
  plan: ImportPlan,
  context: GroupContext,
): readonly RowGroup[] {
  const grouper = createRowGrouper(plan, context);
  const gathered = new Map<string, { key: string; rows: SheetRow[] }>();
  const take = (groups: readonly RowGroup[]): void => {
    for (const { key, rows: own } of groups) {
      const known = gathered.get(key);
      if (known === undefined) gathered.set(key, { key, rows: [...own] });
      else known.rows.push(...own);
    }
  };
  for (const row of rows) take(grouper.push(row));
  take(grouper.end());
  return [...gathered.values()];
}

/** Whether a row below the headings carries data at all. */
export function isDataRow(row: SheetRow, plan: ImportPlan): boolean {
  if (row.number <= plan.headingRow) return false;
  const own = plan.columns.some(({ column }) => (row.cells[column] ?? '') !== '');
  return (own || row.marks.length > 0) && !isTrailingNote(row.cells);
}

type KeyReader = (row: SheetRow) => string;

const placeFields = ['area.code', 'area.township', 'area.village', 'area.hamlet'];

/** The texts that name a household; empty to stay with the one above, `next-head` to begin another. */
function keyReader(plan: ImportPlan, context: GroupContext): KeyReader {
  const number =
    plan.byField.get('household.householdNo') ?? plan.byField.get('external.household');
  if (number !== undefined) return (row) => cell(row, number.column);
  const identity = plan.byField.get('head.identity');
  const name = plan.byField.get('head.name');
  const named = identity ?? name;
  if (named !== undefined) {
    const places = placeFields.flatMap((id) => plan.byField.get(id)?.column ?? []);
    const last = places.map(() => '');
    return (row) => {
      const own = cell(row, named.column);
      if (own === '') return plan.shape === 'households' ? `row ${row.number}` : '';
      // A place left blank below its first mention is still the same place.
      for (const [index, column] of places.entries())
        last[index] = cell(row, column) || (last[index] ?? '');
      return [own, ...last].join('\n');
    };
  }
  const relation = plan.byField.get('person.relation');
  if (relation === undefined) return (row) => `row ${row.number}`;
  return (row) => {
    const text = cell(row, relation.column);
    return text !== '' && context.codeOf('relation', text) === context.headRelation
      ? 'next-head'
      : '';
  };
}

function cell(row: SheetRow, column: number): string {
  return (row.cells[column] ?? '').normalize('NFKC').replace(/\s/g, '');
}
