// Errors of a list against a reference set of the poor. Two families of the same four counts, named
// apart because they answer different questions (domain research, section 4.5). By the programme: how
// much of what is spent goes astray. By the population: the rates by which exit is checked (漏评率 over
// the unlisted, 错评率 over the listed, 错退率 over those who left; opinions of the State Council's
// office, 2016, limits of 2 %). A composite rate adds remaining, wrongly exited and omitted.
import { type Interval, wilsonInterval } from '#domain/kernel/statistics/proportion-interval.ts';

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** Null where nobody is in the denominator. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

export interface TargetingCounts {
  /** Listed and poor. */
  readonly truePositive: number;
  /** Listed, not poor. */
  readonly falsePositive: number;
  /** Poor, not listed. */
  readonly falseNegative: number;
  readonly trueNegative: number;
}

export interface TargetingErrors {
  readonly programme: {
    /** FP / (TP + FP): of what is listed, what goes to the non-poor; leakage. */
    readonly inclusionError: Share;
    /** FN / (TP + FN): of the poor, those left out; undercoverage. */
    readonly exclusionError: Share;
    readonly coverageOfPoor: Share;
    /** (TP + FP) / all. */
    readonly programmeCoverage: Share;
  };
  readonly population: {
    /** 漏评率: FN / (FN + TN), of the unlisted. */
    readonly omissionRate: Share;
    /** FP / (FP + TN), of the non-poor: the false positive rate of a test. */
    readonly falsePositiveRate: Share;
    /** (TP + TN) / all. */
    readonly accuracy: Share;
  };
}

/** `effective`: by how much weights and clusters shrink what the counts are worth, at most 1. */
export function targetingErrors(
  counts: TargetingCounts,
  {
    confidence = 0.95,
    effective = 1,
  }: { readonly confidence?: number; readonly effective?: number } = {},
): TargetingErrors {
  const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
  const share = (numerator: number, denominator: number) =>
    shareOf(numerator, denominator, { confidence, effective });
  const listed = truePositive + falsePositive;
  const poor = truePositive + falseNegative;
  const all = listed + falseNegative + trueNegative;
  return {
    programme: {
      inclusionError: share(falsePositive, listed),
      exclusionError: share(falseNegative, poor),
      coverageOfPoor: share(truePositive, poor),
      programmeCoverage: share(listed, all),
    },
    population: {
      omissionRate: share(falseNegative, falseNegative + trueNegative),
      falsePositiveRate: share(falsePositive, falsePositive + trueNegative),
      accuracy: share(truePositive + trueNegative, all),
    },
  };
}

export function shareOf(
  numerator: number,
  denominator: number,
  {
    confidence = 0.95,
    effective = 1,
  }: { readonly confidence?: number; readonly effective?: number } = {},
): Share {
  if (!(denominator > 0)) return { numerator, denominator, value: null, interval: null };
  const value = numerator / denominator;
  const interval = wilsonInterval(value, denominator * effective, confidence);
  return { numerator, denominator, value, interval };
}

/** Coady, Grosh and Hoddinott 2004: share of transfers that reaches the poorest p, over p. 1 is neutral. */
export function cghIndex(shareOfTransfers: number, poorestShare: number): number {
  return shareOfTransfers / poorestShare;
}

/** 综合贫困发生率: (remaining poor + wrongly exited + omitted) / rural population. */
export function compositeRate(
  counts: Readonly<Record<'remaining' | 'wronglyExited' | 'omitted' | 'population', number>>,
): number {
  return (counts.remaining + counts.wronglyExited + counts.omitted) / counts.population;
}
