// How large and how small a number in a rule can get, found before it runs. PostgreSQL raises an error
// where a float8 overflows or underflows; a guard costs time on every row; so a guard is written only
// where these bounds cannot exclude the accident. They may be too wide, never too narrow.

import type { Arithmetic } from '#domain/policy/expression-tree.ts';
import { numberFloor, numberLimit } from '#domain/policy/expression-value.ts';

export interface Bounds {
  /** No value is larger in size. */
  readonly most: number;
  /** No value other than zero is smaller in size. */
  readonly least: number;
  /** Only whole numbers that float8 holds exactly. */
  readonly whole: boolean;
}

const exact = 2 ** 53;
const slack = 1 + 2 ** -50;

export const anyNumber: Bounds = { most: numberLimit, least: numberFloor, whole: false };

export function boundsOf(value: number): Bounds {
  if (value === 0) return { most: 1, least: 1, whole: true };
  const size = Math.abs(value);
  return { most: size, least: size, whole: Number.isInteger(value) && size < exact };
}

export function wholeUpTo(most: number): Bounds {
  return { most, least: 1, whole: most < exact };
}

export function arithmeticBounds(operator: Arithmetic, left: Bounds, right: Bounds): Bounds {
  switch (operator) {
    case '+':
    case '-': {
      const most = (left.most + right.most) * slack;
      const whole = left.whole && right.whole && most < exact;
      // Two unequal float8 differ by no less than the last bit of the smaller one.
      return { most, least: whole ? 1 : Math.min(left.least, right.least) * 2 ** -53, whole };
    }
    case '*': {
      const most = left.most * right.most * slack;
      const whole = left.whole && right.whole && most < exact;
      return { most, least: (left.least * right.least) / slack, whole };
    }
    case '/':
      return {
        most: (left.most / right.least) * slack,
        least: left.least / right.most / slack,
        whole: false,
      };
  }
}

export function roundedBounds({ most }: Bounds, digits: number): Bounds {
  const up = (most + 1) * slack;
  return { most: up, least: 10 ** -digits / slack, whole: digits === 0 && up < exact };
}

export function widest(all: readonly Bounds[]): Bounds {
  return {
    most: Math.max(...all.map(({ most }) => most)),
    least: Math.min(...all.map(({ least }) => least)),
    whole: all.every(({ whole }) => whole),
  };
}

/** A sum or product may pass the limit; then it is unknown. */
export function mayOverflow({ most }: Bounds): boolean {
  return !(most < numberLimit);
}

/** A difference or product may come nearer to zero than the floor; then it is zero. */
export function mayVanish({ least }: Bounds): boolean {
  return !(least >= numberFloor);
}

/** What is left after a guard. */
export function settled(bounds: Bounds): Bounds {
  return {
    most: Math.min(bounds.most, numberLimit),
    least: Math.max(bounds.least, numberFloor),
    whole: bounds.whole,
  };
}
