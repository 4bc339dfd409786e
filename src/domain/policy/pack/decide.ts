// The outcome of a decision from its parts, for one household and for one number that moves; the second
// allows every outcome the first can have.

import { compileToFunction } from '#domain/policy/expression-function.ts';
import { onlyValue, type Possible } from '#domain/policy/expression-possible.ts';
import { possibleWhile, reads } from '#domain/policy/expression-range.ts';
import { type FactDeclaration, leavesOf } from '#domain/policy/expression-rule.ts';
import type { Facts, Value } from '#domain/policy/expression-value.ts';
import { type Decided, undecided } from '#domain/policy/nearest-change.ts';
import type { Decision, DecisionPart } from '#domain/policy/pack/decision.ts';

/** Outcomes of `all` are holds and fails, of `first` the ids of rows and none, of a sheet its four. */
export function decidedOf(decision: Decision): Decided {
  const { parts } = decision;
  const functions = parts.map(({ rule }) => compileToFunction(rule));
  const known = new WeakMap<Facts, readonly Value[]>();
  const valuesOf = (facts: Facts): readonly Value[] => {
    const before = known.get(facts);
    if (before !== undefined) return before;
    const values = functions.map((evaluate) => evaluate(facts));
    known.set(facts, values);
    return values;
  };
  return {
    // Who is beyond the line is not listed, with a veto or without.
    sameAs: (outcome) => (outcome === 'beyond' ? ['vetoed'] : []),
    facts: factsOf(parts),
    outcomeOf: (facts) => outcomeOf(decision, valuesOf(facts)),
    outcomeWith: (facts, moving) => {
      const still = valuesOf(facts);
      const moves = parts.map(({ rule }) => reads(rule, moving));
      return (value) => {
        const changed = { ...facts, [moving]: value };
        const values = still.map((own, index) =>
          moves[index] === true ? (functions[index]?.(changed) ?? null) : own,
        );
        return outcomeOf(decision, values);
      };
    },
    outcomesWhile: (facts, moving) => {
      const still = valuesOf(facts).map(onlyValue);
      const moves = parts.map(({ rule }) =>
        reads(rule, moving) ? possibleWhile(rule, facts, moving) : undefined,
      );
      return (least, most) =>
        outcomesOf(
          decision,
          still.map((own, index) => moves[index]?.(least, most) ?? own),
        );
    },
  };
}

/** Facts the parts read, each once. */
export function factsOf(parts: readonly DecisionPart[]): readonly FactDeclaration[] {
  const facts = parts.flatMap(({ rule }) => leavesOf(rule).facts);
  return [...new Map(facts.map((fact) => [fact.name, fact])).values()];
}

export function outcomeOf(decision: Decision, values: readonly Value[]): string {
  switch (decision.shape) {
    case 'all':
      if (values.includes(false)) return 'fails';
      return values.includes(null) ? undecided : 'holds';
    case 'first': {
      const index = values.findIndex((value) => value !== false);
      if (index === -1) return 'none';
      return values[index] === null ? undecided : (decision.parts[index]?.id ?? 'none');
    }
    case 'sheet':
      return sheetOutcome(decision, values);
  }
}

function sheetOutcome({ parts, sheet }: Decision, values: readonly Value[]): string {
  const vetoes = values.filter((_, index) => parts[index]?.role === 'veto');
  if (vetoes.includes(true)) return 'vetoed';
  const total = totalOf(parts, values);
  if (total === null || vetoes.includes(null)) return undecided;
  return side(sheet, total);
}

/** The points of all items; null as soon as one is unknown. */
export function totalOf(parts: readonly DecisionPart[], values: readonly Value[]): number | null {
  let total = 0;
  for (const [index, value] of values.entries()) {
    if (parts[index]?.role !== 'item') continue;
    if (typeof value !== 'number') return null;
    total += value;
  }
  return total;
}

function side(sheet: Decision['sheet'], total: number): 'within' | 'beyond' | 'noCutOff' {
  if (sheet === undefined || sheet.cutOff === null) return 'noCutOff';
  const { cutOff, direction } = sheet;
  return (direction === 'lowerIsPoorer' ? total <= cutOff : total >= cutOff) ? 'within' : 'beyond';
}

function outcomesOf(decision: Decision, values: readonly Possible[]): ReadonlySet<string> {
  switch (decision.shape) {
    case 'all': {
      if (values.some((one) => isOnly(one, false))) return new Set(['fails']);
      const outcomes = new Set<string>();
      if (values.some(({ others }) => others.has(false))) outcomes.add('fails');
      if (values.every(({ others }) => others.has(true))) outcomes.add('holds');
      if (values.some(({ unknown }) => unknown)) outcomes.add(undecided);
      return outcomes;
    }
    case 'first':
      return rowsOf(decision, values);
    case 'sheet':
      return sheetOutcomesOf(decision, values);
  }
}

function rowsOf({ parts }: Decision, values: readonly Possible[]): ReadonlySet<string> {
  const outcomes = new Set<string>();
  for (const [index, { others, unknown }] of values.entries()) {
    if (others.has(true)) outcomes.add(parts[index]?.id ?? 'none');
    if (unknown) outcomes.add(undecided);
    if (!others.has(false)) return outcomes;
  }
  return outcomes.add('none');
}

function sheetOutcomesOf({ parts, sheet }: Decision, values: readonly Possible[]) {
  const outcomes = new Set<string>();
  const vetoes = values.filter((_, index) => parts[index]?.role === 'veto');
  const items = values.filter((_, index) => parts[index]?.role === 'item');
  if (vetoes.some((one) => isOnly(one, true))) return outcomes.add('vetoed');
  if (vetoes.some(({ others }) => others.has(true))) outcomes.add('vetoed');
  if (values.some(({ unknown }) => unknown)) outcomes.add(undecided);
  if (!vetoes.every(({ others }) => others.has(false))) return outcomes;
  let least = 0;
  let most = 0;
  for (const { numbers } of items) {
    if (numbers === null) return outcomes;
    least += numbers.least;
    most += numbers.most;
  }
  // Both ends on one side: everything between them is, too.
  return outcomes.add(side(sheet, least)).add(side(sheet, most));
}

function isOnly({ others, unknown }: Possible, answer: boolean): boolean {
  return !unknown && others.has(answer) && !others.has(!answer);
}
