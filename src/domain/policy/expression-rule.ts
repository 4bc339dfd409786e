// A checked rule: every name resolved, every type known, parameters bound to the value in force. Both
// evaluators read this tree and nothing else, so what the checker refused can never be evaluated.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type {
  Arithmetic,
  Comparison,
  Constant,
  Expression,
} from '#domain/policy/expression-tree.ts';
import type { Unit } from '#domain/policy/expression-unit.ts';
import type { Value, ValueType } from '#domain/policy/expression-value.ts';

/** A field a rule may use: from the form of the pack, or one of its numbered items. */
export interface FactDeclaration {
  readonly name: string;
  readonly type: ValueType;
  readonly unit?: Unit;
  /** Code list, for text and codes. */
  readonly list?: string;
  readonly label?: Bilingual;
}

/** A parameter with the value in force on the day of the decision. */
export interface BoundParameter {
  readonly name: string;
  readonly type: ValueType;
  readonly unit?: Unit;
  readonly list?: string;
  readonly label?: Bilingual;
  /** Null before its first date: unknown, as the law was silent. */
  readonly value: Constant;
  readonly from?: PlainDate;
  readonly verified?: boolean;
}

export type Rule = { readonly source: Expression } & (
  | {
      readonly kind: 'constant';
      readonly value: Value;
      readonly type: ValueType;
      readonly parameter?: BoundParameter;
    }
  | { readonly kind: 'fact'; readonly fact: FactDeclaration }
  | { readonly kind: 'criterion'; readonly name: string; readonly body: Rule }
  | { readonly kind: 'not'; readonly operand: Rule }
  | { readonly kind: 'minus'; readonly operand: Rule }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Rule[] }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Rule;
      readonly right: Rule;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Rule;
      readonly right: Rule;
    }
  | {
      readonly kind: 'among';
      readonly value: Rule;
      /** Null when the parameter that holds the set has no value in force. */
      readonly options: readonly (string | number)[] | null;
      readonly parameters: readonly BoundParameter[];
    }
  | { readonly kind: 'holds'; readonly fact: FactDeclaration; readonly code: Rule }
  | {
      readonly kind: 'choose';
      readonly condition: Rule;
      readonly yes: Rule;
      readonly no: Rule;
    }
  | { readonly kind: 'between'; readonly value: Rule; readonly low: Rule; readonly high: Rule }
  | { readonly kind: 'least' | 'greatest'; readonly operands: readonly Rule[] }
  | { readonly kind: 'abs'; readonly operand: Rule }
  | { readonly kind: 'floor'; readonly operand: Rule }
  | { readonly kind: 'round'; readonly operand: Rule; readonly digits: number }
  | {
      readonly kind: 'bands';
      readonly value: Rule;
      readonly limits: readonly number[];
      readonly results: readonly Rule[];
    }
  | { readonly kind: 'isKnown'; readonly operand: Rule }
  | { readonly kind: 'orElse'; readonly operand: Rule; readonly otherwise: Rule }
);

export interface CheckedRule {
  readonly rule: Rule;
  readonly type: ValueType;
  /** Undefined when any unit would do, as for a bare number. */
  readonly unit: Unit | undefined;
  /** Parts after criteria are opened up; bounded, or twenty criteria could name a million parts. */
  readonly size: number;
}

export function childrenOfRule(rule: Rule): readonly Rule[] {
  switch (rule.kind) {
    case 'constant':
    case 'fact':
      return [];
    case 'criterion':
      return [rule.body];
    case 'not':
    case 'minus':
    case 'abs':
    case 'floor':
    case 'round':
    case 'isKnown':
      return [rule.operand];
    case 'and':
    case 'or':
    case 'least':
    case 'greatest':
      return rule.operands;
    case 'compare':
    case 'arithmetic':
      return [rule.left, rule.right];
    case 'among':
      return [rule.value];
    case 'holds':
      return [rule.code];
    case 'choose':
      return [rule.condition, rule.yes, rule.no];
    case 'between':
      return [rule.value, rule.low, rule.high];
    case 'bands':
      return [rule.value, ...rule.results];
    case 'orElse':
      return [rule.operand, rule.otherwise];
  }
}

/** Facts and parameters a rule reads, each once, criteria opened up. */
export function leavesOf(rule: Rule): {
  readonly facts: readonly FactDeclaration[];
  readonly parameters: readonly BoundParameter[];
} {
  const facts = new Map<string, FactDeclaration>();
  const parameters = new Map<string, BoundParameter>();
  const visit = (node: Rule) => {
    if (node.kind === 'fact' || node.kind === 'holds') facts.set(node.fact.name, node.fact);
    if (node.kind === 'among') for (const one of node.parameters) parameters.set(one.name, one);
    if (node.kind === 'constant' && node.parameter)
      parameters.set(node.parameter.name, node.parameter);
    for (const child of childrenOfRule(node)) visit(child);
  };
  visit(rule);
  return { facts: [...facts.values()], parameters: [...parameters.values()] };
}
