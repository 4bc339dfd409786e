// When two parts of a rule may meet: same type, same unit, same code list. Everything the checker
// reports passes through here, so that one sentence is worded once.

import type { Bilingual, RefusalFacts } from '#domain/kernel/refusal.ts';
import { printExpression } from '#domain/policy/expression-print.ts';
import {
  type ExpressionProblem,
  type ExpressionProblemCode,
  expressionProblem,
} from '#domain/policy/expression-problem.ts';
import type { BoundParameter, FactDeclaration, Rule } from '#domain/policy/expression-rule.ts';
import type { Scope } from '#domain/policy/expression-scope.ts';
import type { Expression } from '#domain/policy/expression-tree.ts';
import { isSameUnit, type Unit, unitText } from '#domain/policy/expression-unit.ts';
import type { ValueType } from '#domain/policy/expression-value.ts';
import { nearest } from '#domain/policy/nearest-name.ts';

/** A part that was checked: its rule, type, unit (undefined: any would do) and code list. */
export interface Found {
  readonly rule: Rule;
  readonly type: ValueType;
  readonly unit: Unit | undefined;
  readonly list?: string;
}

/** One run of the checker: what may be named, where problems go, and the way back into itself. */
export interface Checking {
  readonly scope: Scope;
  readonly problems: ExpressionProblem[];
  readonly check: (tree: Expression) => Found | undefined;
}

const typeNames: Readonly<Record<ValueType, Bilingual>> = {
  number: { zh: '数字', en: 'number' },
  boolean: { zh: '是否值', en: 'yes-no value' },
  text: { zh: '代码或文字', en: 'code or text' },
  codes: { zh: '一组代码', en: 'set of codes' },
};

export function report(
  { problems }: Checking,
  code: ExpressionProblemCode,
  tree: Expression,
  facts: RefusalFacts = {},
): undefined {
  problems.push(expressionProblem(code, tree.at, facts));
  return undefined;
}

/** Of one type, one unit and one code list, so that comparing them means something. */
export function areAlike(checking: Checking, left: Found, right: Found): boolean {
  if (left.type !== right.type) {
    report(checking, 'types-differ', right.rule.source, {
      ...both(left, right),
      leftType: typeNames[left.type].zh,
      leftTypeEn: typeNames[left.type].en,
      rightType: typeNames[right.type].zh,
      rightTypeEn: typeNames[right.type].en,
    });
    return false;
  }
  if (left.type === 'number') return haveSameUnit(checking, left, right);
  if (left.type !== 'text') return true;
  if (left.list !== undefined && right.list !== undefined && left.list !== right.list) {
    const lists = { leftList: left.list, rightList: right.list };
    report(checking, 'lists-differ', right.rule.source, { ...both(left, right), ...lists });
    return false;
  }
  return isListed(checking, left, right.list) && isListed(checking, right, left.list);
}

export function haveSameUnit(checking: Checking, left: Found, right: Found): boolean {
  if (left.unit === undefined || right.unit === undefined) return true;
  if (isSameUnit(left.unit, right.unit)) return true;
  const leftUnit = unitText(left.unit);
  const rightUnit = unitText(right.unit);
  report(checking, 'unit-mismatch', right.rule.source, {
    ...both(left, right),
    leftUnit: leftUnit.zh,
    leftUnitEn: leftUnit.en,
    rightUnit: rightUnit.zh,
    rightUnitEn: rightUnit.en,
  });
  return false;
}

/** A constant beside a coded field must be one of its codes. */
export function isListed(checking: Checking, found: Found, list: string | undefined): boolean {
  const codes = list === undefined ? undefined : checking.scope.lists.get(list);
  if (codes === undefined || list === undefined) return true;
  const { rule } = found;
  if (rule.kind !== 'constant' || typeof rule.value !== 'string') return true;
  if (codes.has(rule.value)) return true;
  const hints = hintAt(rule.value, [...codes]);
  report(checking, 'unknown-code', rule.source, { list, code: rule.value, ...hints });
  return false;
}

export function typed(checking: Checking, tree: Expression, type: ValueType): Found | undefined {
  const found = checking.check(tree);
  if (found === undefined || found.type === type) return found;
  return reportType(checking, tree, type, found.type);
}

/** Checks every operand, so that one report names all that is wrong. */
export function allTyped(
  checking: Checking,
  trees: readonly Expression[],
  type: ValueType,
): readonly Found[] | undefined {
  const found = trees.map((tree) => typed(checking, tree, type)).filter((one) => one !== undefined);
  return found.length === trees.length ? found : undefined;
}

export function reportType(
  checking: Checking,
  tree: Expression,
  wanted: ValueType,
  given: ValueType,
): undefined {
  return report(checking, 'wrong-type', tree, {
    text: printExpression(tree),
    wanted: typeNames[wanted].zh,
    wantedEn: typeNames[wanted].en,
    given: typeNames[given].zh,
    givenEn: typeNames[given].en,
  });
}

/** A declared number without a unit is a pure number; a literal takes its neighbour's unit. */
export function unitOf({ type, unit }: FactDeclaration | BoundParameter): Unit | undefined {
  return type === 'number' ? (unit ?? {}) : undefined;
}

export function yesNo(rule: Rule): Found {
  return { rule, type: 'boolean', unit: undefined };
}

export function rulesOf(found: readonly Found[]): readonly Rule[] {
  return found.map(({ rule }) => rule);
}

export function firstUnit(found: readonly Found[]): Unit | undefined {
  return found.find((one) => one.unit !== undefined)?.unit;
}

export function isConstant({ rule }: Found): boolean {
  return rule.kind === 'constant';
}

export function hintAt(name: string, names: readonly string[]): { hint: string; hintEn: string } {
  const guess = nearest(name, names);
  if (guess === undefined) return { hint: '', hintEn: '' };
  return { hint: `是否想写“${guess}”？`, hintEn: `Did you mean "${guess}"?` };
}

function both(left: Found, right: Found): { left: string; right: string } {
  return { left: printExpression(left.rule.source), right: printExpression(right.rule.source) };
}
