// Where facts are stored, and a column as a part of SQL: cast to float8 where it is not a small whole
// number, divided where the stored unit is not the fact's unit, guarded where nothing promises that
// a double is a number one can decide on.

import {
  anyNumber,
  arithmeticBounds,
  type Bounds,
  wholeUpTo,
} from '#domain/policy/expression-bounds.ts';
import type { FactDeclaration } from '#domain/policy/expression-rule.ts';
import {
  asFloat,
  floatLiteral,
  guard,
  type Names,
  type Part,
} from '#domain/policy/expression-sql-part.ts';
import type { FactValue } from '#domain/policy/expression-value.ts';

/** Where a fact is stored. */
export interface Column {
  /** A column or another expression that is cheap to repeat, such as `household.item_01`. */
  readonly sql: string;
  readonly storage: 'smallint' | 'integer' | 'bigint' | 'double' | 'boolean' | 'text' | 'textArray';
  /** What the stored number is divided by to give the fact: 100 where fen are stored, yuan meant. */
  readonly divisor?: number;
  /** True where a constraint excludes null. */
  readonly known?: boolean;
  /** For doubles: the range a constraint of the column promises, which saves a guard on every row. */
  readonly promised?: { readonly most: number; readonly least: number };
}

export type ColumnOf = (fact: FactDeclaration) => Column;

export function columnPart(column: Column, names: Names): Part {
  const { sql, storage, divisor, known = false, promised } = column;
  const part = (form: Part['form'], bounds: Bounds): Part => ({
    sql,
    form,
    bounds,
    known,
    weight: 1,
  });
  switch (storage) {
    case 'boolean':
      return part('boolean', anyNumber);
    case 'text':
      return part('text', anyNumber);
    case 'textArray':
      return part('codes', anyNumber);
    case 'smallint':
    case 'integer': {
      const whole = part('integer', wholeUpTo(storage === 'smallint' ? 2 ** 15 : 2 ** 31));
      return divisor === undefined ? whole : divided(asFloat(whole), divisor);
    }
    case 'bigint': {
      const number = { ...part('float', wholeUpTo(2 ** 63)), sql: `${sql}::float8` };
      return divisor === undefined ? number : divided(number, divisor);
    }
    case 'double': {
      const bounds = promised === undefined ? unbounded : { ...promised, whole: false };
      const number = guard(part('float', bounds), names);
      return divisor === undefined ? number : guard(divided(number, divisor), names);
    }
  }
}

const unbounded: Bounds = { most: Number.POSITIVE_INFINITY, least: 0, whole: false };

function divided(part: Part, divisor: number): Part {
  const size = Math.abs(divisor);
  const bounds = arithmeticBounds('/', part.bounds, { most: size, least: size, whole: true });
  return { ...part, sql: `(${part.sql} / ${floatLiteral(divisor)})`, bounds };
}

/** A stored value as the fact the JavaScript evaluator is given; the same division as in SQL. */
export function readStored(column: Column, stored: FactValue | undefined): FactValue {
  if (typeof stored !== 'number' && typeof stored !== 'bigint') return stored ?? null;
  return column.divisor === undefined ? Number(stored) : Number(stored) / column.divisor;
}
