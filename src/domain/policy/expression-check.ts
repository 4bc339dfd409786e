// From tree to checked rule: names resolved, types, units and codes agree, or a list of problems that
// say where and what to do. CEL's own checker is not used at run time because it knows neither units
// nor code lists and speaks one language; a test holds that whatever passes here passes there too.

import {
  allTyped,
  areAlike,
  type Checking,
  type Found,
  haveSameUnit,
  hintAt,
  report,
  reportType,
  rulesOf,
  typed,
  unitOf,
  yesNo,
} from '#domain/policy/expression-agreement.ts';
import { checkCall } from '#domain/policy/expression-check-call.ts';
import { checkIn } from '#domain/policy/expression-check-in.ts';
import { parseExpression } from '#domain/policy/expression-parse.ts';
import type { ExpressionProblem } from '#domain/policy/expression-problem.ts';
import { type CheckedRule, childrenOfRule, type Rule } from '#domain/policy/expression-rule.ts';
import type { Scope, Wanted } from '#domain/policy/expression-scope.ts';
import { type Expression, isConstantSet } from '#domain/policy/expression-tree.ts';
import {
  divideUnits,
  isSameUnit,
  multiplyUnits,
  unitText,
} from '#domain/policy/expression-unit.ts';
import type { ValueType } from '#domain/policy/expression-value.ts';

export const sizeLimit = 3000;

export type Checked =
  | ({ readonly ok: true } & CheckedRule)
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

/** Parses and checks in one go: what packs do with every rule they hold. */
export function checkSource(source: string, scope: Scope, wanted: Wanted): Checked {
  const parsed = parseExpression(source);
  return parsed.ok ? checkExpression(parsed.tree, scope, wanted) : parsed;
}

export function checkExpression(tree: Expression, scope: Scope, wanted: Wanted): Checked {
  const problems: ExpressionProblem[] = [];
  const checking: Checking = { scope, problems, check: (part) => check(checking, part) };
  const found = checking.check(tree);
  if (found === undefined) return { ok: false, problems };
  demand(checking, found, wanted);
  const size = sizeOf(found.rule, scope);
  if (size > sizeLimit) report(checking, 'too-large', tree, { size, limit: sizeLimit });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, rule: found.rule, type: found.type, unit: found.unit, size };
}

type Node<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

function check(checking: Checking, tree: Expression): Found | undefined {
  switch (tree.kind) {
    case 'literal':
      return checkLiteral(tree);
    case 'name':
      return checkName(checking, tree);
    case 'list':
      return report(checking, 'list-misplaced', tree);
    case 'not': {
      const operand = typed(checking, tree.operand, 'boolean');
      return operand && yesNo({ kind: 'not', operand: operand.rule, source: tree });
    }
    case 'minus': {
      const operand = typed(checking, tree.operand, 'number');
      return (
        operand && { ...operand, rule: { kind: 'minus', operand: operand.rule, source: tree } }
      );
    }
    case 'and':
    case 'or': {
      const operands = allTyped(checking, tree.operands, 'boolean');
      return operands && yesNo({ kind: tree.kind, operands: rulesOf(operands), source: tree });
    }
    case 'compare':
      return checkCompare(checking, tree);
    case 'arithmetic':
      return checkArithmetic(checking, tree);
    case 'in':
      return checkIn(checking, tree);
    case 'choose':
      return checkChoose(checking, tree);
    case 'call':
      return checkCall(checking, tree);
  }
}

function checkLiteral(tree: Node<'literal'>): Found {
  const { value } = tree;
  const type: ValueType =
    typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'boolean' : 'number';
  return { rule: { kind: 'constant', value, type, source: tree }, type, unit: undefined };
}

function checkName(checking: Checking, tree: Node<'name'>): Found | undefined {
  const { facts, parameters, criteria } = checking.scope;
  const fact = facts.get(tree.name);
  if (fact !== undefined) {
    if (fact.type === 'codes') return reportType(checking, tree, 'text', 'codes');
    const rule: Rule = { kind: 'fact', fact, source: tree };
    return { rule, type: fact.type, unit: unitOf(fact), list: fact.list };
  }
  const parameter = parameters.get(tree.name);
  if (parameter !== undefined) {
    const { value, type, list } = parameter;
    if (isConstantSet(value)) return report(checking, 'list-misplaced', tree);
    const rule: Rule = { kind: 'constant', value, type, parameter, source: tree };
    return { rule, type, unit: unitOf(parameter), list };
  }
  const criterion = criteria.get(tree.name);
  if (criterion === undefined) return reportUnknownName(checking, tree);
  const rule: Rule = { kind: 'criterion', name: tree.name, body: criterion.rule, source: tree };
  return { rule, type: criterion.type, unit: criterion.unit };
}

function reportUnknownName(checking: Checking, tree: Node<'name'>): undefined {
  const { facts, parameters, criteria, unusable } = checking.scope;
  const kind = unusable.get(tree.name);
  if (kind !== undefined) {
    const words = { name: tree.name, type: kind.zh, typeEn: kind.en };
    return report(checking, 'not-usable', tree, words);
  }
  const names = [...facts.keys(), ...parameters.keys(), ...criteria.keys()];
  const hints = hintAt(tree.name, names);
  return report(checking, 'unknown-name', tree, { name: tree.name, ...hints });
}

function checkCompare(checking: Checking, tree: Node<'compare'>): Found | undefined {
  const left = checking.check(tree.left);
  const right = checking.check(tree.right);
  if (left === undefined || right === undefined) return undefined;
  if (!areAlike(checking, left, right)) return undefined;
  const { operator } = tree;
  if (operator !== '==' && operator !== '!=') {
    if (left.type === 'text') return report(checking, 'text-order', tree);
    if (left.type === 'boolean') return reportType(checking, tree.left, 'number', 'boolean');
  }
  return yesNo({ kind: 'compare', operator, left: left.rule, right: right.rule, source: tree });
}

function checkArithmetic(checking: Checking, tree: Node<'arithmetic'>): Found | undefined {
  const left = typed(checking, tree.left, 'number');
  const right = typed(checking, tree.right, 'number');
  if (left === undefined || right === undefined) return undefined;
  const { operator } = tree;
  const sides = { left: left.rule, right: right.rule };
  const rule: Rule = { kind: 'arithmetic', operator, ...sides, source: tree };
  if (operator === '+' || operator === '-') {
    if (!haveSameUnit(checking, left, right)) return undefined;
    return { rule, type: 'number', unit: left.unit ?? right.unit };
  }
  if (left.unit === undefined && right.unit === undefined) {
    return { rule, type: 'number', unit: undefined };
  }
  const combine = operator === '*' ? multiplyUnits : divideUnits;
  return { rule, type: 'number', unit: combine(left.unit ?? {}, right.unit ?? {}) };
}

function checkChoose(checking: Checking, tree: Node<'choose'>): Found | undefined {
  const condition = typed(checking, tree.condition, 'boolean');
  const yes = checking.check(tree.yes);
  const no = checking.check(tree.no);
  if (condition === undefined || yes === undefined || no === undefined) return undefined;
  if (!areAlike(checking, yes, no)) return undefined;
  const branches = { condition: condition.rule, yes: yes.rule, no: no.rule };
  const rule: Rule = { kind: 'choose', ...branches, source: tree };
  return { rule, type: yes.type, unit: yes.unit ?? no.unit, list: yes.list ?? no.list };
}

/** The place where the rule stands asks for a type and perhaps a unit. */
function demand(checking: Checking, found: Found, wanted: Wanted): void {
  const tree = found.rule.source;
  if (found.type !== wanted.type) {
    reportType(checking, tree, wanted.type, found.type);
  } else if (wanted.unit && found.unit && !isSameUnit(wanted.unit, found.unit)) {
    const unit = unitText(found.unit);
    const asked = unitText(wanted.unit);
    const words = { unit: unit.zh, unitEn: unit.en, wanted: asked.zh, wantedEn: asked.en };
    report(checking, 'result-unit', tree, words);
  }
}

/** Parts with criteria opened up, counted without opening them. */
function sizeOf(rule: Rule, scope: Scope): number {
  if (rule.kind === 'criterion') return 1 + (scope.criteria.get(rule.name)?.size ?? 0);
  return childrenOfRule(rule).reduce((total, child) => total + sizeOf(child, scope), 1);
}
