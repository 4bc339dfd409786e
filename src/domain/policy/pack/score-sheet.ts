// Scoring by a compiled sheet: one household with its traces, many without, or a whole province in one
// SQL statement. All three give the same points, vetoes and undetermined households.

import { compileToFunction } from '#domain/policy/expression-function.ts';
import { openSqlStatement } from '#domain/policy/expression-sql.ts';
import type { ColumnOf } from '#domain/policy/expression-sql-column.ts';
import { type Clause, explain, missingIn, type Wordings } from '#domain/policy/expression-trace.ts';
import type { Facts, Value } from '#domain/policy/expression-value.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';

export interface ItemScore {
  readonly id: string;
  /** Null when a value it needs is unknown. */
  readonly points: number | null;
  readonly max: number;
  readonly trace: Clause;
}

export interface VetoScore {
  readonly id: string;
  readonly holds: boolean | null;
  readonly trace: Clause;
}

export interface SheetScore {
  readonly items: readonly ItemScore[];
  /** Null when an item is. */
  readonly total: number | null;
  readonly vetoes: readonly VetoScore[];
  /** No veto holds, and the total or some veto cannot be told. */
  readonly undetermined: boolean;
  /** Fields somebody must find out before this can be decided. */
  readonly missing: readonly string[];
}

export function scoreHousehold(
  { items, vetoes }: CompiledSheet,
  facts: Facts,
  wordings?: Wordings,
): SheetScore {
  const scored = items.map(({ row, rule }): ItemScore => {
    const trace = explain(rule, facts, wordings);
    return { id: row.id, points: asNumber(trace.value), max: row.max, trace };
  });
  const tested = vetoes.map(({ row, rule }): VetoScore => {
    const trace = explain(rule, facts, wordings);
    return { id: row.id, holds: typeof trace.value === 'boolean' ? trace.value : null, trace };
  });
  const total = sumOf(scored.map(({ points }) => points));
  const isVetoed = tested.some(({ holds }) => holds === true);
  const undetermined = !isVetoed && (total === null || tested.some(({ holds }) => holds === null));
  const missing = [...scored, ...tested].flatMap(({ trace }) => missingIn(trace));
  return { items: scored, total, vetoes: tested, undetermined, missing: [...new Set(missing)] };
}

export interface FastScore {
  readonly items: readonly (number | null)[];
  readonly total: number | null;
  /** Positions of the vetoes that hold, counted from 1. */
  readonly vetoes: readonly number[];
  readonly undetermined: boolean;
}

/** The same without traces: for many households, and for the browser. */
export function compileScore({ items, vetoes }: CompiledSheet): (facts: Facts) => FastScore {
  const itemFunctions = items.map(({ rule }) => compileToFunction(rule));
  const vetoFunctions = vetoes.map(({ rule }) => compileToFunction(rule));
  return (facts) => {
    const points = itemFunctions.map((evaluate) => asNumber(evaluate(facts)));
    const tested = vetoFunctions.map((evaluate) => evaluate(facts));
    const total = sumOf(points);
    const holding = tested.flatMap((holds, index) => (holds === true ? [index + 1] : []));
    const isOpen = total === null || tested.includes(null);
    return { items: points, total, vetoes: holding, undetermined: holding.length === 0 && isOpen };
  };
}

/**
 * A sheet as SQL in two layers: `inner` computes every item and veto once, named points_1 …, veto_1 …;
 * `outer` reads those names. Put "offset 0" between them, or the planner computes everything twice.
 * @example select id, ${outer.total} from (select id, ${inner} from registry_household offset 0) s
 */
export interface SheetSql {
  readonly inner: string;
  readonly outer: {
    /** double precision[] in the order of the sheet. */
    readonly items: string;
    readonly total: string;
    /** smallint[]: positions of the vetoes that hold, counted from 1. */
    readonly vetoes: string;
    readonly undetermined: string;
  };
  readonly parameters: readonly string[];
}

export function compileScoreToSql(
  { items, vetoes }: CompiledSheet,
  columnOf: ColumnOf,
  firstParameter = 1,
): SheetSql {
  const statement = openSqlStatement(columnOf, firstParameter);
  const points = items.map((_, index) => `points_${index + 1}`);
  const tests = vetoes.map((_, index) => `veto_${index + 1}`);
  const inner = [
    ...items.map(({ rule }, index) => `${statement.compile(rule)} as ${points[index]}`),
    ...vetoes.map(({ rule }, index) => `${statement.compile(rule)} as ${tests[index]}`),
  ].join(', ');
  const total = `(${points.join(' + ')})`;
  const held = tests.map((name, index) => `case when ${name} then ${index + 1}::smallint end`);
  const isVetoed =
    tests.length === 0 ? 'false' : `coalesce(${tests.map(isTrue).join(' or ')}, false)`;
  const isOpen = [total, ...tests].map((name) => `${name} is null`).join(' or ');
  return {
    inner,
    outer: {
      items: `array[${points.join(', ')}]::float8[]`,
      total,
      vetoes:
        tests.length === 0 ? `'{}'::smallint[]` : `array_remove(array[${held.join(', ')}], null)`,
      undetermined: `(not ${isVetoed} and (${isOpen}))`,
    },
    parameters: statement.parameters,
  };
}

function asNumber(value: Value): number | null {
  return typeof value === 'number' ? value : null;
}

function sumOf(points: readonly (number | null)[]): number | null {
  let total = 0;
  for (const one of points) {
    if (one === null) return null;
    total += one;
  }
  return total;
}

function isTrue(name: string): string {
  return `${name} is true`;
}
