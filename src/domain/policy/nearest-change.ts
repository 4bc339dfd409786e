// What would have changed a decision: for every value it looks at, the nearest other value that flips it,
// all the rest staying as it is. Found exactly: whole ranges in which nothing can change are left out
// (expression-range.ts), what remains is halved until a single value decides, and that value is tried.
// A value may become another known value, never unknown; a change that leaves the decision open is none.

import type { FactDeclaration } from '#domain/policy/expression-rule.ts';
import {
  type Facts,
  type FactValue,
  readCodes,
  readValue,
} from '#domain/policy/expression-value.ts';

/** What a fact could be: whole steps of 1/perUnit between two ends, one of several, or several of many. */
export type Choices =
  | {
      readonly kind: 'numbers';
      readonly least: number;
      readonly most: number;
      readonly perUnit: number;
    }
  | { readonly kind: 'options'; readonly options: readonly (string | number | boolean)[] }
  | { readonly kind: 'set'; readonly codes: readonly string[]; readonly most: number };

/** The outcome of a decision nobody can take yet. */
export const undecided = 'unknown';

/** A decision as a function of facts, and what it can come to while one number moves. */
export interface Decided {
  readonly facts: readonly FactDeclaration[];
  readonly outcomeOf: (facts: Facts) => string;
  /** The outcome with one fact another, all others as they are. */
  readonly outcomeWith: (facts: Facts, moving: string) => (value: FactValue) => string;
  readonly outcomesWhile: (
    facts: Facts,
    moving: string,
  ) => (least: number, most: number) => ReadonlySet<string>;
  /** Outcomes that would be no other decision than this one, beside itself. */
  readonly sameAs?: (outcome: string) => readonly string[];
}

export interface Flip {
  readonly fact: string;
  readonly from: FactValue;
  /** The nearest value that flips it; of codes, every one that leads to the same outcome. */
  readonly to: readonly FactValue[];
  readonly outcome: string;
  /** Nearness by `sizeOfChange`: 0 is no change, 1 a whole answer. */
  readonly size: number;
  /** Another value flips the decision by a change of the same size. */
  readonly tie: boolean;
}

/** What would be decided if an unknown value were known: by ranges of numbers or groups of answers. */
export interface IfKnown {
  readonly fact: string;
  readonly cases: readonly {
    /** Numbers from the first to the last of two, or each of the answers listed. */
    readonly kind: 'range' | 'each';
    readonly values: readonly FactValue[];
    readonly outcome: string;
  }[];
}

export interface NearestChanges {
  /** Nearest first. */
  readonly flips: readonly Flip[];
  readonly ifKnown: readonly IfKnown[];
  /** False when a rule was so entangled that the search was broken off. */
  readonly exact: boolean;
}

export type ChoicesOf = (fact: FactDeclaration) => Choices | undefined;

/** Ranges looked at for one fact before the search is broken off. */
const looksMost = 20_000;
/** Cases told of one unknown value. */
const casesMost = 6;

export function nearestChanges(
  decided: Decided,
  facts: Facts,
  choicesOf: ChoicesOf,
): NearestChanges {
  const now = decided.outcomeOf(facts);
  const none = [now, undecided, ...(decided.sameAs?.(now) ?? [])];
  const flips: Found[] = [];
  const ifKnown: IfKnown[] = [];
  let exact = true;
  for (const fact of decided.facts) {
    const choices = choicesOf(fact);
    if (choices === undefined) continue;
    const from =
      fact.type === 'codes' ? readCodes(facts[fact.name]) : readValue(facts[fact.name], fact.type);
    const search =
      choices.kind === 'numbers'
        ? searchNumbers(decided, facts, fact.name, choices)
        : searchAnswers(decided, facts, fact.name, choices);
    if (from === null) {
      const cases = search.cases();
      const tells = cases.some(({ outcome }) => outcome !== now && outcome !== undecided);
      if (tells) ifKnown.push({ fact: fact.name, cases });
    } else {
      flips.push(...search.flips(from, none).map((one) => ({ fact: fact.name, from, ...one })));
    }
    exact &&= search.isExact();
  }
  return { flips: inOrder(flips), ifKnown, exact };
}

/**
 * The measure of nearness: of a number, the change as a share of the larger of old and new value, so that
 * 80 to 60 is a quarter; of an answer or a code, 1, for it changes as a whole.
 */
export function sizeOfChange(from: FactValue, to: FactValue): number {
  if (typeof from !== 'number' || typeof to !== 'number') return 1;
  return Math.min(1, Math.abs(to - from) / Math.max(Math.abs(from), Math.abs(to)));
}

type Found = Omit<Flip, 'tie'>;

/** Nearest first; of equals the one that the rules read first. */
function inOrder(flips: readonly Found[]): readonly Flip[] {
  const isTied = (flip: Found) => flips.some((other) => other !== flip && other.size === flip.size);
  return flips
    .map((flip) => ({ ...flip, tie: isTied(flip) }))
    .sort((left, right) => left.size - right.size);
}

interface Search {
  /** Nearest changes whose outcome is none of these. */
  flips(from: FactValue, none: readonly string[]): readonly Pick<Flip, 'to' | 'outcome' | 'size'>[];
  cases(): IfKnown['cases'];
  isExact(): boolean;
}

type Of<Kind extends Choices['kind']> = Extract<Choices, { kind: Kind }>;

function searchAnswers(
  { outcomeWith }: Decided,
  facts: Facts,
  name: string,
  choices: Of<'options'> | Of<'set'>,
): Search {
  const outcomeAt = outcomeWith(facts, name);
  const byOutcome = (values: readonly FactValue[]) => {
    const groups = new Map<string, FactValue[]>();
    for (const value of values) {
      const outcome = outcomeAt(value);
      groups.set(outcome, [...(groups.get(outcome) ?? []), value]);
    }
    return [...groups];
  };
  return {
    flips: (from, none) =>
      byOutcome(othersOf(from, choices))
        .filter(([outcome]) => !none.includes(outcome))
        .map(([outcome, to]) => ({ to, outcome, size: 1 })),
    cases: () =>
      byOutcome(othersOf(choices.kind === 'set' ? [] : null, choices)).map(([outcome, values]) => ({
        kind: 'each',
        values,
        outcome,
      })),
    isExact: () => true,
  };
}

/** Every other answer; of several codes, those one code away. */
function othersOf(from: FactValue, choices: Of<'options'> | Of<'set'>): readonly FactValue[] {
  if (choices.kind === 'options') return choices.options.filter((one) => one !== from);
  const held = Array.isArray(from) ? from : [];
  const more = choices.codes.filter((code) => !held.includes(code));
  return [
    ...held.map((code) => held.filter((one) => one !== code)),
    ...(held.length < choices.most ? more.map((code) => [...held, code]) : []),
  ];
}

function searchNumbers(
  decided: Decided,
  facts: Facts,
  name: string,
  choices: Of<'numbers'>,
): Search {
  const { least, most, perUnit } = choices;
  const outcomes = decided.outcomesWhile(facts, name);
  let looks = 0;
  const valueAt = (step: number) => step / perUnit;
  const outcomeWith = decided.outcomeWith(facts, name);
  const outcomeAt = (step: number) => outcomeWith(valueAt(step));

  /** The step nearest to `from`, going towards `to`, whose outcome is none of these. */
  const first = (from: number, to: number, none: readonly string[]): number | undefined => {
    looks += 1;
    if (looks > looksMost) return undefined;
    if (from === to) return none.includes(outcomeAt(from)) ? undefined : from;
    const [low, high] = from < to ? [from, to] : [to, from];
    const possible = outcomes(valueAt(low), valueAt(high));
    if ([...possible].every((one) => none.includes(one))) return undefined;
    const half =
      from < to ? from + Math.floor((to - from) / 2) : from - Math.floor((from - to) / 2);
    return first(from, half, none) ?? first(half + Math.sign(to - from), to, none);
  };

  return {
    flips: (from, none) => {
      if (typeof from !== 'number') return [];
      const step = from * perUnit;
      const below = Math.min(most, Math.ceil(step) - 1);
      const above = Math.max(least, Math.floor(step) + 1);
      const found = [
        below < least ? undefined : first(below, least, none),
        above > most ? undefined : first(above, most, none),
      ];
      return found.flatMap((at) =>
        at === undefined
          ? []
          : [{ to: [valueAt(at)], outcome: outcomeAt(at), size: sizeOfChange(from, valueAt(at)) }],
      );
    },
    cases: () => {
      const cases: IfKnown['cases'][number][] = [];
      let start: number | undefined = least;
      while (start !== undefined && cases.length < casesMost) {
        const outcome = outcomeAt(start);
        const next: number | undefined =
          start < most ? first(start + 1, most, [outcome]) : undefined;
        const values = [valueAt(start), valueAt(next === undefined ? most : next - 1)];
        cases.push({ kind: 'range', values, outcome });
        start = next;
      }
      return cases;
    },
    isExact: () => looks <= looksMost,
  };
}
