// Pieces of SQL with what is known about them: form, bounds, whether they can be null, and how much
// it costs to write them twice. Everything that keeps PostgreSQL from raising an error where the
// JavaScript evaluator says "unknown" is here.

import {
  type Bounds,
  boundsOf,
  mayOverflow,
  mayVanish,
  settled,
} from '#domain/policy/expression-bounds.ts';
import {
  numberFloor,
  numberLimit,
  type Value,
  type ValueType,
} from '#domain/policy/expression-value.ts';

export interface Part {
  readonly sql: string;
  readonly form: 'integer' | 'float' | 'boolean' | 'text' | 'codes';
  readonly bounds: Bounds;
  /** True when it cannot be null. */
  readonly known: boolean;
  /** Leaves inside; a heavy part is computed once in a sub-select instead of being repeated. */
  readonly weight: number;
  /** Set when the part is a number written out. */
  readonly constant?: number;
}

const heavy = 6;
const noBounds = boundsOf(1);

export function floatLiteral(value: number): string {
  return `'${value}'::float8`;
}

export function constantPart(
  value: Value,
  type: ValueType,
  placeText: (text: string) => string,
): Part {
  const rest = { known: value !== null, weight: 1, bounds: noBounds };
  if (typeof value === 'number') {
    const isInteger = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
    const sql = isInteger ? String(value) : floatLiteral(value);
    const form = isInteger ? 'integer' : 'float';
    return { ...rest, sql, form, bounds: boundsOf(value), constant: value };
  }
  if (typeof value === 'boolean')
    return { ...rest, sql: value ? 'true' : 'false', form: 'boolean' };
  if (typeof value === 'string') return { ...rest, sql: placeText(value), form: 'text' };
  const nulls = { number: 'float8', boolean: 'boolean', text: 'text', codes: 'text[]' } as const;
  const forms = { number: 'float', boolean: 'boolean', text: 'text', codes: 'codes' } as const;
  return { ...rest, sql: `null::${nulls[type]}`, form: forms[type] };
}

export function yesNoPart(sql: string, parts: readonly Part[], known = areKnown(parts)): Part {
  return { sql, form: 'boolean', bounds: noBounds, known, weight: weightOf(parts) };
}

/** The same number as float8. */
export function asFloat(part: Part): Part {
  if (part.form !== 'integer') return part;
  const sql = part.constant === undefined ? `(${part.sql})::float8` : floatLiteral(part.constant);
  return { ...part, sql, form: 'float' };
}

/** Both as integers where both are, else both as float8. */
export function sameForm(parts: readonly Part[]): readonly Part[] {
  return parts.every(({ form }) => form !== 'float') ? parts : parts.map(asFloat);
}

/**
 * Turns what float8 cannot hold into what the language says: unknown beyond the limit, zero below the
 * floor. Written only where the bounds do not exclude it. least and greatest pass over null, which
 * the two nullifs then restore.
 */
export function guard(part: Part, names: Names): Part {
  const { bounds } = part;
  const wide = settled(bounds);
  if (mayVanish(bounds)) {
    const sql = once(part, names, (value) => {
      const size = `abs(${value})`;
      const zero = `when ${size} < ${floatLiteral(numberFloor)} then ${floatLiteral(0)}`;
      return `case ${zero} when ${size} < ${floatLiteral(numberLimit)} then ${value} end`;
    });
    return { ...part, sql, bounds: wide, known: false, weight: part.weight + 2 };
  }
  if (!mayOverflow(bounds)) return part;
  const [high, low] = [floatLiteral(numberLimit), floatLiteral(-numberLimit)];
  const sql = `nullif(nullif(least(greatest(${part.sql}, ${low}), ${high}), ${high}), ${low})`;
  return { ...part, sql, bounds: wide, known: false, weight: part.weight + 2 };
}

/** Numbers the sub-selects of one statement, so that none shadows another. */
export interface Names {
  readonly next: () => string;
}

/** Uses a part several times, computing it once where that pays. */
export function once(part: Part, names: Names, use: (sql: string) => string): string {
  return onceAll([part], names, ([sql = '']) => use(sql));
}

export function onceAll(
  parts: readonly Part[],
  names: Names,
  use: (sql: readonly string[]) => string,
): string {
  if (weightOf(parts) <= heavy) return `(${use(parts.map(({ sql }) => sql))})`;
  const name = names.next();
  const columns = parts.map((_, index) => `${name}_${index}`);
  const list = parts.map(({ sql }, index) => `${sql} as ${columns[index]}`).join(', ');
  // "offset 0" keeps the planner from writing the part back into every place that uses it.
  return `(select ${use(columns)} from (select ${list} offset 0) as ${name})`;
}

export function areKnown(parts: readonly Part[]): boolean {
  return parts.every(({ known }) => known);
}

export function weightOf(parts: readonly Part[]): number {
  return parts.reduce((total, { weight }) => total + weight, 0);
}
