// The checker's part for functions. How many operands each takes was settled when parsing; here are
// their types and units, and the few that ask for constants.

import {
  allTyped,
  areAlike,
  type Checking,
  type Found,
  firstUnit,
  haveSameUnit,
  report,
  rulesOf,
  typed,
  yesNo,
} from '#domain/policy/expression-agreement.ts';
import { checkConstant } from '#domain/policy/expression-check-in.ts';
import { printExpression } from '#domain/policy/expression-print.ts';
import type { Rule } from '#domain/policy/expression-rule.ts';
import type { Expression } from '#domain/policy/expression-tree.ts';

type Call = Extract<Expression, { kind: 'call' }>;

export function checkCall(checking: Checking, tree: Call): Found | undefined {
  switch (tree.name) {
    case 'isKnown':
      return checkIsKnown(checking, tree);
    case 'orElse':
      return checkOrElse(checking, tree);
    case 'bands':
      return checkBands(checking, tree);
    case 'round':
      return checkRound(checking, tree);
    case 'abs':
    case 'floor': {
      const [operand] = allTyped(checking, tree.operands, 'number') ?? [];
      const kind = tree.name;
      return operand && { ...operand, rule: { kind, operand: operand.rule, source: tree } };
    }
    case 'min':
    case 'max':
    case 'clamp':
    case 'between':
      return checkExtremes(checking, tree);
  }
}

/** min and max, and the two that are like them. */
function checkExtremes(checking: Checking, tree: Call): Found | undefined {
  const operands = allTyped(checking, tree.operands, 'number');
  const first = operands?.find((one) => one.unit !== undefined);
  if (operands === undefined) return undefined;
  for (const other of operands)
    if (first && !haveSameUnit(checking, first, other)) return undefined;
  const rules = rulesOf(operands);
  const [value, low, high] = rules;
  const unit = firstUnit(operands);
  if (tree.name === 'between' && value && low && high) {
    return yesNo({ kind: 'between', value, low, high, source: tree });
  }
  if (tree.name === 'clamp' && value && low && high) {
    const raised: Rule = { kind: 'greatest', operands: [value, low], source: tree };
    const rule: Rule = { kind: 'least', operands: [raised, high], source: tree };
    return { rule, type: 'number', unit };
  }
  const kind = tree.name === 'min' ? 'least' : 'greatest';
  return { rule: { kind, operands: rules, source: tree }, type: 'number', unit };
}

function checkIsKnown(checking: Checking, tree: Call): Found | undefined {
  const [inner] = tree.operands;
  if (inner === undefined) return undefined;
  const several = inner.kind === 'name' ? checking.scope.facts.get(inner.name) : undefined;
  const operand: Found | undefined =
    several?.type === 'codes'
      ? { rule: { kind: 'fact', fact: several, source: inner }, type: 'codes', unit: undefined }
      : checking.check(inner);
  if (operand === undefined) return undefined;
  if (isLiteral(operand)) return reportAlwaysKnown(checking, tree, inner);
  return yesNo({ kind: 'isKnown', operand: operand.rule, source: tree });
}

function checkOrElse(checking: Checking, tree: Call): Found | undefined {
  const [first, second] = tree.operands;
  if (first === undefined || second === undefined) return undefined;
  const operand = checking.check(first);
  const otherwise = checking.check(second);
  if (operand === undefined || otherwise === undefined) return undefined;
  if (isLiteral(operand)) return reportAlwaysKnown(checking, tree, first);
  if (!areAlike(checking, operand, otherwise)) return undefined;
  const parts = { operand: operand.rule, otherwise: otherwise.rule };
  const unit = operand.unit ?? otherwise.unit;
  return { ...operand, rule: { kind: 'orElse', ...parts, source: tree }, unit };
}

function checkRound(checking: Checking, tree: Call): Found | undefined {
  const [first, second] = tree.operands;
  const operand = first && typed(checking, first, 'number');
  const digits = second === undefined ? 0 : second.kind === 'literal' ? second.value : undefined;
  if (operand === undefined) return undefined;
  if (typeof digits !== 'number' || !Number.isInteger(digits) || digits < 0 || digits > 6) {
    return report(checking, 'digits-literal', second ?? tree);
  }
  return { ...operand, rule: { kind: 'round', operand: operand.rule, digits, source: tree } };
}

function checkBands(checking: Checking, tree: Call): Found | undefined {
  const [first, limitList, resultList] = tree.operands;
  const value = first && typed(checking, first, 'number');
  if (limitList?.kind !== 'list' || resultList?.kind !== 'list') {
    return report(checking, 'list-misplaced', tree);
  }
  const results = allTyped(checking, resultList.items, 'number');
  const limits = checkLimits(checking, limitList, value);
  if (value === undefined || results === undefined || limits === undefined) return undefined;
  const unlike = results.find((one) => !areAlike(checking, results[0] ?? one, one));
  if (unlike !== undefined) return undefined;
  if (results.length !== limits.length + 1) {
    const counts = { limits: limits.length, wanted: limits.length + 1, given: results.length };
    return report(checking, 'bands-length', tree, counts);
  }
  const parts = { value: value.rule, limits, results: rulesOf(results) };
  return {
    rule: { kind: 'bands', ...parts, source: tree },
    type: 'number',
    unit: firstUnit(results),
  };
}

/** Constants in rising order, in the unit of the value they divide. */
function checkLimits(
  checking: Checking,
  list: Extract<Expression, { kind: 'list' }>,
  value: Found | undefined,
): readonly number[] | undefined {
  const numbers: number[] = [];
  if (list.items.length === 0) return report(checking, 'list-misplaced', list);
  for (const item of list.items) {
    const limit = checkConstant(checking, item);
    if (limit === undefined) return undefined;
    if (value && !haveSameUnit(checking, value, limit)) return undefined;
    const number = limit.rule.kind === 'constant' ? limit.rule.value : null;
    if (typeof number !== 'number' || number <= (numbers.at(-1) ?? Number.NEGATIVE_INFINITY)) {
      return report(checking, 'bands-order', list);
    }
    numbers.push(number);
  }
  return numbers;
}

/** A parameter may be unknown on a day before its first date; a number written out never is. */
function isLiteral({ rule }: Found): boolean {
  return rule.kind === 'constant' && rule.parameter === undefined;
}

function reportAlwaysKnown(checking: Checking, tree: Call, inner: Expression): undefined {
  return report(checking, 'always-known', tree, { text: printExpression(inner) });
}
