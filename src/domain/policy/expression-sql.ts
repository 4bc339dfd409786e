// The SQL evaluator: a checked rule becomes one PostgreSQL 15 expression that means the same as the
// JavaScript function, for a whole province in one statement. Numbers are float8, except that whole
// columns compared with whole constants stay integers, which changes nothing but the time it takes.
// Texts travel as parameters; numbers are printed from checked float8. Decision 0006.

import { arithmeticBounds, roundedBounds, widest } from '#domain/policy/expression-bounds.ts';
import { belowHalf, compileToFunction } from '#domain/policy/expression-function.ts';
import { childrenOfRule, type Rule } from '#domain/policy/expression-rule.ts';
import { type ColumnOf, columnPart } from '#domain/policy/expression-sql-column.ts';
import {
  areKnown,
  asFloat,
  constantPart,
  floatLiteral,
  guard,
  type Names,
  once,
  onceAll,
  type Part,
  sameForm,
  weightOf,
  yesNoPart,
} from '#domain/policy/expression-sql-part.ts';
import type { Comparison } from '#domain/policy/expression-tree.ts';
import type { Value } from '#domain/policy/expression-value.ts';

export interface SqlFragment {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** Rules compiled into one statement share its parameters. */
export interface SqlStatement {
  readonly compile: (rule: Rule) => string;
  /** Texts of the parameters, in order; complete when every rule is compiled. */
  readonly parameters: readonly string[];
}

/** @example compileToSql(rule, columnOf) // { sql: '(members < 3)', parameters: [] } */
export function compileToSql(rule: Rule, columnOf: ColumnOf, firstParameter = 1): SqlFragment {
  const statement = openSqlStatement(columnOf, firstParameter);
  const sql = statement.compile(rule);
  return { sql, parameters: statement.parameters };
}

export function openSqlStatement(columnOf: ColumnOf, firstParameter = 1): SqlStatement {
  const parameters: string[] = [];
  let subselects = 0;
  const writing: Writing = {
    columnOf,
    placeText: (text) => {
      const found = parameters.indexOf(text);
      const index = found < 0 ? parameters.push(text) - 1 : found;
      return `$${firstParameter + index}::text`;
    },
    next: () => {
      subselects += 1;
      return `once_${subselects}`;
    },
  };
  return { compile: (rule) => asFloat(write(writing, rule, true)).sql, parameters };
}

interface Writing extends Names {
  readonly columnOf: ColumnOf;
  readonly placeText: (text: string) => string;
}

/** `float` asks for float8 where there is a choice, so that no cast is left to run on every row. */
function write(writing: Writing, rule: Rule, float = false): Part {
  const folded = rule.kind === 'constant' ? rule : fold(rule);
  if (folded !== undefined) {
    const part = constantPart(folded.value, folded.type, writing.placeText);
    return float ? asFloat(part) : part;
  }
  switch (rule.kind) {
    case 'constant':
      return constantPart(rule.value, rule.type, writing.placeText);
    case 'fact':
      return columnPart(writing.columnOf(rule.fact), writing);
    case 'criterion':
      return write(writing, rule.body, float);
    case 'not': {
      const operand = write(writing, rule.operand);
      return yesNoPart(`(not ${operand.sql})`, [operand]);
    }
    case 'and':
    case 'or': {
      const operands = rule.operands.map((operand) => write(writing, operand));
      return yesNoPart(`(${operands.map(({ sql }) => sql).join(` ${rule.kind} `)})`, operands);
    }
    case 'compare':
      return writeCompare(writing, rule);
    case 'arithmetic':
      return writeArithmetic(writing, rule, float);
    case 'minus':
    case 'abs':
    case 'floor':
    case 'round':
      return writeOfNumber(writing, rule);
    case 'among':
      return writeAmong(writing, rule);
    case 'holds': {
      const column = writing.columnOf(rule.fact);
      const code = write(writing, rule.code);
      const known = column.known === true && code.known;
      return yesNoPart(`(${column.sql} @> array[${code.sql}])`, [code], known);
    }
    case 'choose':
      return writeChoose(writing, rule, float);
    case 'between': {
      const operands = [rule.value, rule.low, rule.high].map((part) => write(writing, part));
      const parts = sameForm(operands);
      const sql = onceAll(parts, writing, ([v, low, high]) => `${v} >= ${low} and ${v} <= ${high}`);
      return yesNoPart(sql, parts);
    }
    case 'least':
    case 'greatest':
      return writeExtreme(writing, rule, float);
    case 'bands':
      return writeBands(writing, rule, float);
    case 'isKnown': {
      const operand = write(writing, rule.operand);
      const sql = operand.known ? 'true' : `(${operand.sql} is not null)`;
      return yesNoPart(sql, [operand], true);
    }
    case 'orElse': {
      const operands = [rule.operand, rule.otherwise].map((part) => write(writing, part, float));
      const parts = sameForm(operands);
      const sql = `coalesce(${parts.map((part) => part.sql).join(', ')})`;
      return joined(
        parts,
        sql,
        parts.some(({ known }) => known),
      );
    }
  }
}

type Kind<Name extends Rule['kind']> = Extract<Rule, { kind: Name }>;

/** What reads no field is computed once, here, by the other evaluator. */
function fold(rule: Rule): { value: Value; type: 'number' | 'boolean' | 'text' } | undefined {
  if (!isConstantRule(rule)) return undefined;
  const value = compileToFunction(rule)({});
  if (typeof value === 'string') return { value, type: 'text' };
  if (typeof value === 'number') return { value, type: 'number' };
  return typeof value === 'boolean' ? { value, type: 'boolean' } : undefined;
}

const constantRules = new WeakMap<Rule, boolean>();

function isConstantRule(rule: Rule): boolean {
  if (rule.kind === 'fact' || rule.kind === 'holds') return false;
  const before = constantRules.get(rule);
  if (before !== undefined) return before;
  const answer = childrenOfRule(rule).every(isConstantRule);
  constantRules.set(rule, answer);
  return answer;
}

const comparisons: Readonly<Record<Comparison, string>> = {
  '==': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function writeCompare(writing: Writing, rule: Kind<'compare'>): Part {
  const sides = [write(writing, rule.left), write(writing, rule.right)];
  const parts = sameForm(sides);
  const [left, right] = parts.map(({ sql }) => sql);
  return yesNoPart(`(${left} ${comparisons[rule.operator]} ${right})`, parts);
}

function writeArithmetic(writing: Writing, rule: Kind<'arithmetic'>, float: boolean): Part {
  const sides = [write(writing, rule.left, float), write(writing, rule.right, float)];
  const [left, right] = sides;
  if (left === undefined || right === undefined) throw new Error('arithmetic has two sides');
  const bounds = arithmeticBounds(rule.operator, left.bounds, right.bounds);
  const weight = left.weight + right.weight;
  const staysInteger = rule.operator !== '/' && bounds.most < 2 ** 31;
  if (staysInteger && left.form === 'integer' && right.form === 'integer') {
    const sql = `(${left.sql}::integer ${rule.operator} ${right.sql}::integer)`;
    return { sql, form: 'integer', bounds, known: areKnown(sides), weight };
  }
  const [dividend, divisor] = [asFloat(left), asFloat(right)];
  if (rule.operator !== '/') {
    const sql = `(${dividend.sql} ${rule.operator} ${divisor.sql})`;
    return guard({ sql, form: 'float', bounds, known: areKnown(sides), weight }, writing);
  }
  const isSafe = divisor.constant !== undefined && divisor.constant !== 0;
  const by = isSafe ? divisor.sql : `nullif(${divisor.sql}, ${floatLiteral(0)})`;
  const known = isSafe && dividend.known;
  const sql = `(${dividend.sql} / ${by})`;
  return guard({ sql, form: 'float', bounds, known, weight }, writing);
}

function writeOfNumber(writing: Writing, rule: Kind<'minus' | 'abs' | 'floor' | 'round'>): Part {
  const operand = asFloat(write(writing, rule.operand, true));
  switch (rule.kind) {
    case 'minus':
      return { ...operand, sql: `(- ${operand.sql})`, constant: undefined };
    case 'abs':
      return { ...operand, sql: `abs(${operand.sql})`, constant: undefined };
    case 'floor': {
      const bounds = roundedBounds(operand.bounds, 0);
      return guard({ ...operand, sql: `floor(${operand.sql})`, bounds }, writing);
    }
    case 'round': {
      const power = floatLiteral(Number(`1e${rule.digits}`));
      const sql = once(operand, writing, (value) => {
        const size = `floor(abs(${value}) * ${power} + ${floatLiteral(belowHalf)}) / ${power}`;
        return `case when ${value} < ${floatLiteral(0)} then - (${size}) else ${size} end`;
      });
      const bounds = roundedBounds(operand.bounds, rule.digits);
      return guard({ ...operand, sql, bounds, weight: operand.weight + 2 }, writing);
    }
  }
}

function writeAmong(writing: Writing, rule: Kind<'among'>): Part {
  const value = write(writing, rule.value);
  if (rule.options === null) return yesNoPart('null::boolean', [value], false);
  const options = rule.options.map((option) =>
    constantPart(option, typeof option === 'string' ? 'text' : 'number', writing.placeText),
  );
  const [first, ...rest] = sameForm([value, ...options]);
  const list = rest.map(({ sql }) => sql).join(', ');
  return yesNoPart(`(${first?.sql} in (${list}))`, [value]);
}

function writeChoose(writing: Writing, rule: Kind<'choose'>, float: boolean): Part {
  const condition = write(writing, rule.condition);
  const branches = [rule.yes, rule.no].map((branch) => write(writing, branch, float));
  const parts = sameForm(branches);
  const [yes, no] = parts.map(({ sql }) => sql);
  const sql = condition.known
    ? `case when ${condition.sql} then ${yes} else ${no} end`
    : `case ${condition.sql} when true then ${yes} when false then ${no} end`;
  const whole = joined(parts, `(${sql})`, condition.known && areKnown(parts));
  return { ...whole, weight: whole.weight + condition.weight };
}

function writeExtreme(writing: Writing, rule: Kind<'least' | 'greatest'>, float: boolean): Part {
  const operands = rule.operands.map((operand) => write(writing, operand, float));
  const parts = sameForm(operands);
  const list = (sql: readonly string[]) => `${rule.kind}(${sql.join(', ')})`;
  if (areKnown(parts)) return joined(parts, list(parts.map(({ sql }) => sql)), true);
  // least and greatest pass over null; here an unknown operand makes the result unknown.
  const sql = onceAll(parts, writing, (values) => {
    const unknown = values.filter((_, index) => parts[index]?.known === false);
    const test = unknown.map((value) => `${value} is not null`).join(' and ');
    return `case when ${test} then ${list(values)} end`;
  });
  return joined(parts, sql, false);
}

function writeBands(writing: Writing, rule: Kind<'bands'>, float: boolean): Part {
  const whole = rule.limits.every((limit) => Number.isInteger(limit) && Math.abs(limit) < 2 ** 31);
  const found = write(writing, rule.value);
  const value = whole ? found : asFloat(found);
  const limits = rule.limits.map((limit) =>
    value.form === 'integer' ? String(limit) : floatLiteral(limit),
  );
  const results = sameForm(rule.results.map((result) => write(writing, result, float)));
  const last = results.at(-1)?.sql;
  const sql = once(value, writing, (tested) => {
    const steps = limits.map(
      (limit, index) => `when ${tested} < ${limit} then ${results[index]?.sql}`,
    );
    const end = value.known ? `else ${last}` : `when ${tested} is not null then ${last}`;
    return `case ${steps.join(' ')} ${end} end`;
  });
  const part = joined(results, sql, value.known && areKnown(results));
  return { ...part, weight: part.weight + value.weight };
}

/** A part that is one of several others. */
function joined(parts: readonly Part[], sql: string, known: boolean): Part {
  const form = parts[0]?.form ?? 'float';
  const bounds = widest(parts.map((part) => part.bounds));
  return { sql, form, bounds, known, weight: weightOf(parts) };
}
