// What an expression may come to when one of its numbers is only known to lie in a range: how the
// operators carry bounds, possible answers and the possibility of not knowing from parts to whole. More
// than really comes out is allowed, less never is. expression-range.ts walks a rule with it.

import type { Arithmetic, Comparison } from '#domain/policy/expression-tree.ts';
import { numberLimit, settle, type Value } from '#domain/policy/expression-value.ts';

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Everything a rule may come to; more than it really does is allowed, less is not. */
export interface Possible {
  readonly unknown: boolean;
  readonly numbers: Range | null;
  /** Answers and codes. */
  readonly others: ReadonlySet<boolean | string>;
}

const none: ReadonlySet<boolean | string> = new Set();
export const onlyUnknown: Possible = { unknown: true, numbers: null, others: none };

export function onlyValue(value: Value): Possible {
  if (value === null) return onlyUnknown;
  if (typeof value === 'number') {
    return { unknown: false, numbers: { least: value, most: value }, others: none };
  }
  return { unknown: false, numbers: null, others: new Set([value]) };
}

/** Numbers between two computed bounds, brought into what a known number may be. */
export function spread(least: number, most: number, unknown: boolean): Possible {
  if (!(least < numberLimit && most > -numberLimit)) return onlyUnknown;
  const low = settle(least) ?? -numberLimit;
  const high = settle(most) ?? numberLimit;
  const overflows = settle(least) === null || settle(most) === null;
  return { unknown: unknown || overflows, numbers: { least: low, most: high }, others: none };
}

export function union(all: readonly Possible[]): Possible {
  const ranges = all.flatMap(({ numbers }) => numbers ?? []);
  return {
    unknown: all.some(({ unknown }) => unknown),
    numbers:
      ranges.length === 0
        ? null
        : {
            least: Math.min(...ranges.map(({ least }) => least)),
            most: Math.max(...ranges.map(({ most }) => most)),
          },
    others: new Set(all.flatMap(({ others }) => [...others])),
  };
}

export function isSome({ numbers, others }: Possible): boolean {
  return numbers !== null || others.size > 0;
}

export function known(possible: Possible): Possible {
  return { ...possible, unknown: false };
}

const answerSets = [
  none,
  new Set<boolean | string>([false]),
  new Set<boolean | string>([true]),
  new Set<boolean | string>([true, false]),
] as const;

export function answers(yes: boolean, no: boolean, unknown: boolean): Possible {
  const others = answerSets[(yes ? 2 : 0) + (no ? 1 : 0)] ?? none;
  return { unknown, numbers: null, others };
}

export function negated({ unknown, others }: Possible): Possible {
  return answers(others.has(false), others.has(true), unknown);
}

/** Kleene's and, or his or, of what each operand can be. */
export function joined(all: readonly Possible[], settling: boolean): Possible {
  const settles = all.some(({ others }) => others.has(settling));
  const passes = all.every(({ others }) => others.has(!settling));
  const mayStay = all.every(({ others, unknown }) => others.has(!settling) || unknown);
  const unknown = mayStay && all.some((one) => one.unknown);
  return settling ? answers(settles, passes, unknown) : answers(passes, settles, unknown);
}

export function compared(operator: Comparison) {
  return (left: Possible, right: Possible): Possible => {
    if (left.numbers !== null && right.numbers !== null) {
      return comparedRanges(operator, left.numbers, right.numbers);
    }
    const same = [...left.others].some((one) => right.others.has(one));
    const apart = [...left.others].some((one) => [...right.others].some((other) => one !== other));
    return operator === '==' ? answers(same, apart, false) : answers(apart, same, false);
  };
}

function comparedRanges(operator: Comparison, a: Range, b: Range): Possible {
  switch (operator) {
    case '<':
      return answers(a.least < b.most, a.most >= b.least, false);
    case '<=':
      return answers(a.least <= b.most, a.most > b.least, false);
    case '>':
      return answers(a.most > b.least, a.least <= b.most, false);
    case '>=':
      return answers(a.most >= b.least, a.least < b.most, false);
    default: {
      const same = a.least <= b.most && b.least <= a.most;
      const isPoint = a.least === a.most && b.least === b.most && a.least === b.least;
      return operator === '==' ? answers(same, !isPoint, false) : answers(!isPoint, same, false);
    }
  }
}

export function combined(operator: Arithmetic) {
  return ({ numbers: a }: Possible, { numbers: b }: Possible): Possible => {
    if (a === null || b === null) return onlyUnknown;
    switch (operator) {
      case '+':
        return spread(a.least + b.least, a.most + b.most, false);
      case '-':
        return spread(a.least - b.most, a.most - b.least, false);
      case '*':
        return corners(a, b, (x, y) => x * y);
      case '/': {
        if (b.least > 0 || b.most < 0) return corners(a, b, (x, y) => x / y);
        if (b.least === 0 && b.most === 0) return onlyUnknown;
        return spread(-numberLimit, numberLimit, true);
      }
    }
  };
}

function corners(a: Range, b: Range, apply: (x: number, y: number) => number): Possible {
  const all = [
    apply(a.least, b.least),
    apply(a.least, b.most),
    apply(a.most, b.least),
    apply(a.most, b.most),
  ];
  return spread(Math.min(...all), Math.max(...all), false);
}

export function applied(
  { least, most }: Range,
  kind: 'minus' | 'abs' | 'floor' | 'round',
  apply: (value: number) => number,
): Possible {
  const ends = [apply(least), apply(most)];
  if (kind === 'abs' && least < 0 && most > 0) ends.push(0);
  return spread(Math.min(...ends), Math.max(...ends), false);
}

export function found(value: Possible, options: readonly (string | number)[] | null): Possible {
  if (options === null || !isSome(value)) return onlyUnknown;
  const { numbers } = value;
  const texts = [...value.others].map((one) => options.includes(one as string));
  const hits =
    numbers === null
      ? []
      : options.filter(
          (one) => typeof one === 'number' && one >= numbers.least && one <= numbers.most,
        );
  const isPoint = numbers !== null && numbers.least === numbers.most;
  const yes = hits.length > 0 || texts.includes(true);
  const no = (numbers !== null && !(isPoint && hits.length > 0)) || texts.includes(false);
  return answers(yes, no, value.unknown);
}
