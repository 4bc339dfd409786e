// One row of a department's list as what it says: who, what, since when. What is wrong with it comes
// beside it, never a thrown error: one bad row does not stop a list.
import { readSheetDate } from '#domain/exchange/sheet-date.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { readIdentityNumber } from '#domain/registry/identity-number.ts';
import type { ListColumn, ListField } from './list-field.ts';
import { formOf } from './list-field.ts';
import type { ListProblem, ListProblemCode } from './list-problem.ts';

export interface ListEntry {
  readonly row: number;
  /** The 18 characters that name a person; undefined where the list has none. */
  readonly citizen: string | undefined;
  readonly hash: string | undefined;
  readonly check: string;
  readonly name: string;
  readonly birthDate: PlainDate | undefined;
  readonly place: string;
  readonly object: string;
  readonly since: PlainDate | undefined;
}

export interface ReadRow {
  /** Undefined where an error leaves nobody to compare. */
  readonly entry: ListEntry | undefined;
  readonly problems: readonly ListProblem[];
}

export interface RowContext {
  readonly today: PlainDate;
  readonly demonstration: boolean;
}

const textMax = 120;

/** A blank row is nobody's. */
export function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

export function listRowReader(
  columns: readonly ListColumn[],
  context: RowContext,
): (row: SheetRow) => ReadRow {
  const at = new Map(
    columns.flatMap(({ field, column }): [ListField, number][] =>
      field === null ? [] : [[field, column]],
    ),
  );
  const form = formOf(columns);
  const identityContext = {
    today: context.today,
    demonstration: context.demonstration,
    isKnownCounty: () => true,
  };
  return (row) => {
    const problems: ListProblem[] = [];
    const add = (code: ListProblemCode, field?: ListField, facts = {}) =>
      problems.push({
        row: row.number,
        column: field === undefined ? null : (at.get(field) ?? null),
        code,
        facts,
      });
    const cell = (field: ListField) => {
      const column = at.get(field);
      return column === undefined ? '' : (row.cells[column] ?? '').trim().slice(0, textMax);
    };
    const day = (field: 'birthDate' | 'since', code: ListProblemCode) => {
      const text = cell(field);
      if (text === '') return undefined;
      const read = readSheetDate(text);
      if (read === undefined) add(code, field);
      return read;
    };
    const since = day('since', 'targeting/since-unreadable');
    if (since !== undefined && since > context.today) {
      add('targeting/since-in-future', 'since', { today: context.today });
    }
    const said = {
      row: row.number,
      check: cell('check').toLowerCase(),
      name: cell('name'),
      birthDate: day('birthDate', 'targeting/birth-unreadable'),
      place: cell('place'),
      object: cell('object'),
      since,
    };
    if (form === 'hash') {
      const hash = cell('hash').toLowerCase();
      if (/^[0-9a-f]{64}$/.test(hash)) {
        return { entry: { ...said, hash, citizen: undefined }, problems };
      }
      add('targeting/hash-malformed', 'hash');
      return { entry: undefined, problems };
    }
    const number = cell('identity');
    if (number !== '') {
      const reading = readIdentityNumber(number, identityContext);
      for (const { code } of reading.problems) add(code, 'identity');
      const citizen = reading.number?.citizen;
      if (citizen === undefined) return { entry: undefined, problems };
      return { entry: { ...said, citizen, hash: undefined }, problems };
    }
    const isNamed = form === 'name' && said.name !== '';
    if (!isNamed) add('targeting/row-names-nobody');
    else if (Array.from(said.name).length < 2) add('targeting/name-too-short', 'name');
    else return { entry: { ...said, citizen: undefined, hash: undefined }, problems };
    return { entry: undefined, problems };
  };
}
