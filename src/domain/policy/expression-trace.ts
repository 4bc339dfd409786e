// Why a rule came out as it did: a tree of clauses with their text, value and the fields they read,
// each marked whether it decided the clause above. The household's card, the letter and the audit
// line all show this one tree, so that nobody has to trust a number they cannot take apart.

import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import { printExpression, type Wording } from '#domain/policy/expression-print.ts';
import {
  type BoundParameter,
  childrenOfRule,
  leavesOf,
  type Rule,
} from '#domain/policy/expression-rule.ts';
import type { Constant } from '#domain/policy/expression-tree.ts';
import { unitText } from '#domain/policy/expression-unit.ts';
import { type Facts, readCodes, readValue, type Value } from '#domain/policy/expression-value.ts';

export interface Leaf {
  readonly kind: 'fact' | 'parameter';
  readonly name: string;
  /** Null is unknown. */
  readonly value: Constant;
  readonly unit?: Bilingual;
  readonly list?: string;
  readonly label?: Bilingual;
  /** Since when a parameter has this value, and whether somebody verified it. */
  readonly from?: PlainDate;
  readonly verified?: boolean;
}

export interface Clause {
  readonly kind: 'all' | 'any' | 'not' | 'choice' | 'criterion' | 'test';
  /** The clause as it is written in the pack. */
  readonly text: string;
  /** The clause with the fields' own names; the written text where no names were given. */
  readonly words: Bilingual;
  readonly value: Value;
  /** True when the clause above came out as it did because of this one. */
  readonly decisive: boolean;
  readonly leaves: readonly Leaf[];
  readonly children: readonly Clause[];
}

export interface Wordings {
  readonly zh: Wording;
  readonly en: Wording;
}

export function explain(rule: Rule, facts: Facts, wordings?: Wordings): Clause {
  return clauseOf(rule, facts, wordings, true);
}

/** The undecided leaves: what somebody must find out before this can be decided. */
export function missingIn(clause: Clause): readonly string[] {
  if (clause.value !== null) return [];
  const own = clause.leaves.filter(({ value }) => value === null).map(({ name }) => name);
  return [...new Set([...own, ...clause.children.flatMap(missingIn)])];
}

function clauseOf(
  rule: Rule,
  facts: Facts,
  wordings: Wordings | undefined,
  decisive: boolean,
): Clause {
  const value = compileToFunction(rule)(facts);
  const text = printExpression(rule.source);
  const words = {
    zh: wordings ? printExpression(rule.source, wordings.zh) : text,
    en: wordings ? printExpression(rule.source, wordings.en) : text,
  };
  const kind = kindOf(rule);
  const parts = kind === 'test' ? [] : childrenOfRule(rule);
  const children = parts.flatMap((part, index) => {
    const role = roleOf(rule, index, value, facts);
    return role === 'untaken' ? [] : [clauseOf(part, facts, wordings, role === 'decisive')];
  });
  const leaves = kind === 'test' ? leavesIn(rule, facts) : [];
  return { kind, text, words, value, decisive, leaves, children };
}

function kindOf(rule: Rule): Clause['kind'] {
  switch (rule.kind) {
    case 'and':
      return 'all';
    case 'or':
      return 'any';
    case 'not':
      return 'not';
    case 'choose':
      return 'choice';
    case 'criterion':
      return 'criterion';
    default:
      return 'test';
  }
}

type Role = 'decisive' | 'beside' | 'untaken';

function roleOf(rule: Rule, index: number, value: Value, facts: Facts): Role {
  switch (rule.kind) {
    case 'and':
    case 'or': {
      const part = rule.operands[index];
      const own = part === undefined ? null : compileToFunction(part)(facts);
      return own === value ? 'decisive' : 'beside';
    }
    case 'choose': {
      const condition = compileToFunction(rule.condition)(facts);
      const taken = condition === null ? 0 : condition ? 1 : 2;
      return index === 0 || index === taken ? 'decisive' : 'untaken';
    }
    default:
      return 'decisive';
  }
}

function leavesIn(rule: Rule, facts: Facts): readonly Leaf[] {
  const { facts: read, parameters } = leavesOf(rule);
  return [
    ...read.map(
      ({ name, type, unit, list, label }): Leaf => ({
        kind: 'fact',
        name,
        value: type === 'codes' ? readCodes(facts[name]) : readValue(facts[name], type),
        unit: unit && unitText(unit),
        list,
        label,
      }),
    ),
    ...parameters.map(parameterLeaf),
  ];
}

function parameterLeaf({ name, value, unit, list, label, from, verified }: BoundParameter): Leaf {
  const words = unit && unitText(unit);
  return { kind: 'parameter', name, value, unit: words, list, label, from, verified };
}
