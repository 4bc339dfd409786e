// The JavaScript evaluator: a checked rule becomes a function from facts to a value, without a trace,
// for whole tables and for the browser without a network. Unknown spreads by Kleene's rules; every
// computed number is settled, so that SQL and JavaScript agree to the last bit. Decision 0006.

import type { FactDeclaration, Rule } from '#domain/policy/expression-rule.ts';
import type { Arithmetic, Comparison } from '#domain/policy/expression-tree.ts';
import {
  type Facts,
  readCodes,
  readValue,
  settle,
  type Value,
} from '#domain/policy/expression-value.ts';

export type Evaluate = (facts: Facts) => Value;

export function compileToFunction(rule: Rule): Evaluate {
  switch (rule.kind) {
    case 'constant': {
      const { value } = rule;
      return () => value;
    }
    case 'fact':
      return readFact(rule.fact);
    case 'criterion':
      return compileToFunction(rule.body);
    case 'not': {
      const operand = compileToFunction(rule.operand);
      return (facts) => not(operand(facts));
    }
    case 'and':
      return conjunction(rule.operands.map(compileToFunction), false);
    case 'or':
      return conjunction(rule.operands.map(compileToFunction), true);
    case 'compare': {
      const left = compileToFunction(rule.left);
      const right = compileToFunction(rule.right);
      return comparison(rule.operator, left, right);
    }
    case 'arithmetic': {
      const left = compileToFunction(rule.left);
      const right = compileToFunction(rule.right);
      return arithmetic(rule.operator, left, right);
    }
    case 'minus':
    case 'abs':
    case 'floor':
    case 'round':
      return ofNumber(compileToFunction(rule.operand), numberFunction(rule));
    case 'among':
      return among(compileToFunction(rule.value), rule.options);
    case 'holds':
      return holds(rule.fact.name, compileToFunction(rule.code));
    case 'choose': {
      const condition = compileToFunction(rule.condition);
      const yes = compileToFunction(rule.yes);
      const no = compileToFunction(rule.no);
      return (facts) => {
        const value = condition(facts);
        return value === null ? null : value ? yes(facts) : no(facts);
      };
    }
    case 'between': {
      const value = compileToFunction(rule.value);
      const low = compileToFunction(rule.low);
      const high = compileToFunction(rule.high);
      return (facts) => {
        const found = value(facts);
        const above = atLeast(found, low(facts));
        return both(above, atLeast(high(facts), found));
      };
    }
    case 'least':
      return extreme(rule.operands.map(compileToFunction), Math.min);
    case 'greatest':
      return extreme(rule.operands.map(compileToFunction), Math.max);
    case 'bands':
      return bands(compileToFunction(rule.value), rule.limits, rule.results.map(compileToFunction));
    case 'isKnown': {
      const { operand } = rule;
      if (operand.kind === 'fact' && operand.fact.type === 'codes') {
        const { name } = operand.fact;
        return (facts) => readCodes(facts[name]) !== null;
      }
      const inner = compileToFunction(operand);
      return (facts) => inner(facts) !== null;
    }
    case 'orElse': {
      const inner = compileToFunction(rule.operand);
      const otherwise = compileToFunction(rule.otherwise);
      return (facts) => inner(facts) ?? otherwise(facts);
    }
  }
}

function readFact({ name, type }: FactDeclaration): Evaluate {
  return (facts) => readValue(facts[name], type);
}

export function not(value: Value): Value {
  return value === null ? null : !value;
}

function both(left: Value, right: Value): Value {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

function atLeast(left: Value, right: Value): Value {
  return left === null || right === null ? null : left >= right;
}

/** Kleene's and, or his or: one operand that settles it settles it, whatever is unknown beside it. */
function conjunction(operands: readonly Evaluate[], settling: boolean): Evaluate {
  return (facts) => {
    let result: Value = !settling;
    for (const operand of operands) {
      const value = operand(facts);
      if (value === settling) return settling;
      if (value === null) result = null;
    }
    return result;
  };
}

function comparison(operator: Comparison, left: Evaluate, right: Evaluate): Evaluate {
  const holdsFor = comparisons[operator];
  return (facts) => {
    const a = left(facts);
    const b = right(facts);
    return a === null || b === null ? null : holdsFor(a, b);
  };
}

type Known = Exclude<Value, null>;

const comparisons: Readonly<Record<Comparison, (left: Known, right: Known) => boolean>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function arithmetic(operator: Arithmetic, left: Evaluate, right: Evaluate): Evaluate {
  const combine = arithmetics[operator];
  return (facts) => {
    const a = left(facts);
    const b = right(facts);
    return typeof a === 'number' && typeof b === 'number' ? combine(a, b) : null;
  };
}

const arithmetics: Readonly<Record<Arithmetic, (left: number, right: number) => Value>> = {
  '+': (left, right) => settle(left + right),
  '-': (left, right) => settle(left - right),
  '*': (left, right) => settle(left * right),
  '/': (left, right) => (right === 0 ? null : settle(left / right)),
};

function ofNumber(operand: Evaluate, apply: (value: number) => number): Evaluate {
  return (facts) => {
    const value = operand(facts);
    return typeof value === 'number' ? settle(apply(value)) : null;
  };
}

export function numberFunction(
  rule: Extract<Rule, { kind: 'minus' | 'abs' | 'floor' | 'round' }>,
): (value: number) => number {
  switch (rule.kind) {
    case 'minus':
      return (value) => -value;
    case 'abs':
      return Math.abs;
    case 'floor':
      return Math.floor;
    case 'round': {
      const power = Number(`1e${rule.digits}`);
      return (value) => {
        const size = Math.floor(Math.abs(value) * power + belowHalf) / power;
        return value < 0 ? -size : size;
      };
    }
  }
}

/** The largest float8 below one half: adding it rounds halves away from zero and nothing else. */
export const belowHalf = 0.49999999999999994;

function among(value: Evaluate, options: readonly (string | number)[] | null): Evaluate {
  if (options === null) return () => null;
  const set = new Set<Value>(options);
  return (facts) => {
    const found = value(facts);
    return found === null ? null : set.has(found);
  };
}

function holds(name: string, code: Evaluate): Evaluate {
  return (facts) => {
    const codes = readCodes(facts[name]);
    const wanted = code(facts);
    return codes === null || typeof wanted !== 'string' ? null : codes.includes(wanted);
  };
}

function extreme(
  operands: readonly Evaluate[],
  pick: (left: number, right: number) => number,
): Evaluate {
  return (facts) => {
    let best: number | undefined;
    for (const operand of operands) {
      const value = operand(facts);
      if (typeof value !== 'number') return null;
      best = best === undefined ? value : pick(best, value);
    }
    return best ?? null;
  };
}

function bands(value: Evaluate, limits: readonly number[], results: readonly Evaluate[]): Evaluate {
  return (facts) => {
    const found = value(facts);
    if (typeof found !== 'number') return null;
    let index = 0;
    for (const limit of limits) {
      if (found < limit) break;
      index += 1;
    }
    return results[index]?.(facts) ?? null;
  };
}
