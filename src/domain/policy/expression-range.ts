// What a rule can come to while one number it reads moves over a range and every other fact stays as it
// is: bounds for numbers, the answers that are possible, and whether it may be unknown. Correct for the
// evaluator to the last bit, because each of its operations is monotone and so are its roundings. The
// search for the nearest change (nearest-change.ts) leaves out whole ranges by it.

import { compileToFunction, numberFunction } from '#domain/policy/expression-function.ts';
import {
  answers,
  applied,
  combined,
  compared,
  found,
  isSome,
  joined,
  known,
  negated,
  onlyUnknown,
  onlyValue,
  type Possible,
  type Range,
  spread,
  union,
} from '#domain/policy/expression-possible.ts';
import { childrenOfRule, type Rule } from '#domain/policy/expression-rule.ts';
import { type Facts, readCodes } from '#domain/policy/expression-value.ts';

/** The numbers from `least` to `most` that the moving fact takes. */
export type PossibleWhile = (least: number, most: number) => Possible;

export function possibleWhile(rule: Rule, facts: Facts, moving: string): PossibleWhile {
  if (!reads(rule, moving)) {
    const still = onlyValue(compileToFunction(rule)(facts));
    return () => still;
  }
  const of = (part: Rule) => possibleWhile(part, facts, moving);
  switch (rule.kind) {
    case 'constant':
    case 'fact':
      return (least, most) => spread(least, most, false);
    case 'criterion':
      return of(rule.body);
    case 'not': {
      const operand = of(rule.operand);
      return (least, most) => negated(operand(least, most));
    }
    case 'and':
    case 'or': {
      const operands = rule.operands.map(of);
      const settling = rule.kind === 'or';
      return (least, most) =>
        joined(
          operands.map((operand) => operand(least, most)),
          settling,
        );
    }
    case 'compare':
      return ofTwo(of(rule.left), of(rule.right), compared(rule.operator));
    case 'arithmetic':
      return ofTwo(of(rule.left), of(rule.right), combined(rule.operator));
    case 'minus':
    case 'abs':
    case 'floor':
    case 'round': {
      const apply = numberFunction(rule);
      return ofOne(of(rule.operand), (range) => applied(range, rule.kind, apply));
    }
    case 'among': {
      const { options } = rule;
      return ofOneAny(of(rule.value), (value) => found(value, options));
    }
    case 'holds': {
      const codes = readCodes(facts[rule.fact.name]);
      return ofOneAny(of(rule.code), (code) => found(code, codes));
    }
    case 'choose':
      return chosen(of(rule.condition), of(rule.yes), of(rule.no));
    case 'between':
      return within(of(rule.value), of(rule.low), of(rule.high));
    case 'least':
    case 'greatest':
      return extreme(rule.operands.map(of), rule.kind === 'least' ? Math.min : Math.max);
    case 'bands':
      return banded(of(rule.value), rule.limits, rule.results.map(of));
    case 'isKnown': {
      const operand = of(rule.operand);
      return (least, most) => {
        const inner = operand(least, most);
        return answers(isSome(inner), inner.unknown, false);
      };
    }
    case 'orElse': {
      const operand = of(rule.operand);
      const otherwise = of(rule.otherwise);
      return (least, most) => {
        const inner = operand(least, most);
        return inner.unknown ? union([known(inner), otherwise(least, most)]) : inner;
      };
    }
  }
}

export function reads(rule: Rule, name: string): boolean {
  if ((rule.kind === 'fact' || rule.kind === 'holds') && rule.fact.name === name) return true;
  return childrenOfRule(rule).some((child) => reads(child, name));
}

function ofOne(operand: PossibleWhile, apply: (range: Range) => Possible): PossibleWhile {
  return (least, most) => {
    const { numbers, unknown } = operand(least, most);
    if (numbers === null) return onlyUnknown;
    const result = apply(numbers);
    return unknown ? { ...result, unknown: true } : result;
  };
}

function ofOneAny(operand: PossibleWhile, apply: (value: Possible) => Possible): PossibleWhile {
  return (least, most) => apply(operand(least, most));
}

function ofTwo(
  left: PossibleWhile,
  right: PossibleWhile,
  apply: (left: Possible, right: Possible) => Possible,
): PossibleWhile {
  return (least, most) => {
    const a = left(least, most);
    const b = right(least, most);
    const result = isSome(a) && isSome(b) ? apply(a, b) : onlyUnknown;
    return a.unknown || b.unknown ? { ...result, unknown: true } : result;
  };
}

function chosen(condition: PossibleWhile, yes: PossibleWhile, no: PossibleWhile): PossibleWhile {
  return (least, most) => {
    const { others, unknown } = condition(least, most);
    return union([
      ...(unknown ? [onlyUnknown] : []),
      ...(others.has(true) ? [yes(least, most)] : []),
      ...(others.has(false) ? [no(least, most)] : []),
    ]);
  };
}

function within(value: PossibleWhile, low: PossibleWhile, high: PossibleWhile): PossibleWhile {
  const above = ofTwo(value, low, compared('>='));
  const below = ofTwo(value, high, compared('<='));
  return (least, most) => joined([above(least, most), below(least, most)], false);
}

function extreme(
  operands: readonly PossibleWhile[],
  pick: (left: number, right: number) => number,
): PossibleWhile {
  return (least, most) => {
    const all = operands.map((operand) => operand(least, most));
    const ranges = all.flatMap(({ numbers }) => numbers ?? []);
    if (ranges.length < all.length) return onlyUnknown;
    const low = ranges.map((range) => range.least).reduce((one, other) => pick(one, other));
    const high = ranges.map((range) => range.most).reduce((one, other) => pick(one, other));
    return spread(
      low,
      high,
      all.some(({ unknown }) => unknown),
    );
  };
}

function banded(
  value: PossibleWhile,
  limits: readonly number[],
  results: readonly PossibleWhile[],
): PossibleWhile {
  const bandOf = (number: number) => {
    const index = limits.findIndex((limit) => number < limit);
    return index === -1 ? limits.length : index;
  };
  return (least, most) => {
    const { numbers, unknown } = value(least, most);
    if (numbers === null) return onlyUnknown;
    const taken = results.slice(bandOf(numbers.least), bandOf(numbers.most) + 1);
    const all = taken.map((result) => result(least, most));
    return union(unknown ? [...all, onlyUnknown] : all);
  };
}
