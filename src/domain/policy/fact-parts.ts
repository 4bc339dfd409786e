// Facts that count or measure parts of what another one counts: no more labourers than members, no more
// irrigated land than arable. A change of one value, all others staying, may only be named where the
// household could be so; which facts are parts of which is said where the facts are.

import type { Facts, FactValue } from '#domain/policy/expression-value.ts';
import { readValue } from '#domain/policy/expression-value.ts';
import type { Choices, ChoicesOf } from '#domain/policy/nearest-change.ts';

/** The parts together are at most the whole. */
export interface Parts {
  readonly whole: string;
  readonly parts: readonly string[];
}

interface Ends {
  readonly least: number;
  readonly most: number;
}

/** What a fact could be instead without contradicting the others; nothing where they do so already. */
export function withinParts(
  choicesOf: ChoicesOf,
  facts: Facts,
  relations: readonly Parts[],
): ChoicesOf {
  return (fact) => {
    const choices = choicesOf(fact);
    return choices === undefined
      ? undefined
      : narrowed(choices, endsOf(fact.name, facts, relations));
  };
}

/** An unknown part takes up nothing yet, an unknown whole holds whatever is in it. */
function endsOf(name: string, facts: Facts, relations: readonly Parts[]): Ends {
  const known = (fact: string) => numberOf(readValue(facts[fact], 'number'));
  const sumOf = (parts: readonly string[]) =>
    parts.reduce((sum, part) => sum + (known(part) ?? 0), 0);
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (const { whole, parts } of relations) {
    const size = known(whole);
    if (whole === name) least = Math.max(least, sumOf(parts));
    else if (parts.includes(name) && size !== undefined) {
      most = Math.min(most, size - sumOf(parts.filter((part) => part !== name)));
    }
  }
  return { least, most };
}

function numberOf(value: FactValue): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function narrowed(choices: Choices, ends: Ends): Choices | undefined {
  const isWithin = (value: FactValue) =>
    typeof value !== 'number' || (value >= ends.least && value <= ends.most);
  switch (choices.kind) {
    case 'set':
      return choices;
    case 'options':
      return { ...choices, options: choices.options.filter(isWithin) };
    case 'numbers': {
      const least = Math.max(choices.least, firstStep(ends.least, choices.perUnit));
      const most = Math.min(choices.most, -firstStep(-ends.most, choices.perUnit));
      return least > most ? undefined : { ...choices, least, most };
    }
  }
}

/** The first step not below an end; a product of decimals may lie a hair beside the step it is. */
function firstStep(end: number, perUnit: number): number {
  const step = Math.ceil(end * perUnit) - 1;
  return step / perUnit >= end ? step : (step + 1) / perUnit >= end ? step + 1 : step + 2;
}
