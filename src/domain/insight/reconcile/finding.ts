// What one relation between figures comes to: a verdict, why, the arithmetic as anybody can repeat it,
// its numbers, what is missing, and the base it implies.

import type { Relation } from '#domain/policy/pack/figure-schemas.ts';
import type { Interval } from './interval.ts';
import type { Reason } from './reason-words.ts';
import type { Verdict } from './verdict.ts';

export const missings = [
  'numerator',
  'denominator',
  'total',
  'part',
  'definition',
  'counting',
  'pool',
  'series',
  'items',
  'target',
  'value',
  'method',
  'date',
  'author',
] as const;
export type Missing = (typeof missings)[number];

/** One bar on the common axis of a base: where a figure allows it to lie. */
export interface Bar {
  /** Figure, or the sum of several. */
  readonly figures: readonly string[];
  readonly arithmetic: string;
  readonly least: number;
  readonly most: number;
  /** Takes part in the intersection; the others are shown beside it. */
  readonly counts: boolean;
}

export interface Finding {
  readonly kind: Relation['kind'];
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly arithmetic: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly missing: readonly Missing[];
  readonly implied?: Interval & { readonly unit: string };
  readonly bars?: readonly Bar[];
}

type Rest = Partial<Omit<Finding, 'kind' | 'verdict' | 'reason' | 'arithmetic'>>;

/** A finding before it is known which relation it belongs to. */
export type Found = Omit<Finding, 'kind'>;

export function found(
  verdict: Verdict,
  reason: Reason,
  arithmetic: string,
  rest: Rest = {},
): Found {
  return { verdict, reason, arithmetic, numbers: {}, missing: [], ...rest };
}
