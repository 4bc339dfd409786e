// The rule language as a tree: what the two evaluators, the checker, the printer and the trace read.
// It is smaller than CEL on purpose: no maps, no member calls, no text functions, no iteration, so
// every rule ends in time proportional to its length and means the same in SQL.

import type { Value } from '#domain/policy/expression-value.ts';

/** Where something stands in the source text: `from` inclusive, `to` exclusive, counted from 0. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';

export type FunctionName =
  | 'min'
  | 'max'
  | 'abs'
  | 'round'
  | 'floor'
  | 'clamp'
  | 'between'
  | 'bands'
  | 'isKnown'
  | 'orElse';

/** As written, before names are resolved. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: number | boolean | string; readonly at: Span }
  | { readonly kind: 'name'; readonly name: string; readonly at: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly at: Span }
  | { readonly kind: 'not'; readonly operand: Expression; readonly at: Span }
  | { readonly kind: 'minus'; readonly operand: Expression; readonly at: Span }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[]; readonly at: Span }
  | Binary<'compare', Comparison>
  | Binary<'arithmetic', Arithmetic>
  | { readonly kind: 'in'; readonly value: Expression; readonly set: Expression; readonly at: Span }
  | {
      readonly kind: 'choose';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly operands: readonly Expression[];
      readonly at: Span;
    };

interface Binary<Kind extends string, Operator extends string> {
  readonly kind: Kind;
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: Span;
}

/** What a constant of the pack may be: a number, yes or no, a code, or a set of codes or numbers. */
export type Constant = Value | readonly (string | number)[];

/** Children in the order they are written. */
export function childrenOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
      return tree.items;
    case 'not':
    case 'minus':
      return [tree.operand];
    case 'and':
    case 'or':
    case 'call':
      return tree.operands;
    case 'compare':
    case 'arithmetic':
      return [tree.left, tree.right];
    case 'in':
      return [tree.value, tree.set];
    case 'choose':
      return [tree.condition, tree.yes, tree.no];
  }
}

/** Every name the expression mentions, each once, in the order of first mention. */
export function namesIn(tree: Expression): readonly string[] {
  const names = new Set<string>();
  const visit = (node: Expression) => {
    if (node.kind === 'name') names.add(node.name);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(tree);
  return [...names];
}

export function isConstantSet(value: Constant): value is readonly (string | number)[] {
  return Array.isArray(value);
}
