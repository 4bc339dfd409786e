// The measures of a register: a full count, so there is no sampling error. What is not known of it is told
// instead: were all households of unknown income not poor, or all poor, the rate would be at the two ends
// (Manski 2003, Partial Identification of Probability Distributions, ch. 1). Takes incomes with how many
// have them, from the households themselves or from bands; within a band everyone stands at its middle,
// and the band that holds the line widens the ends.

import type { Interval } from '#domain/kernel/statistics/proportion-interval.ts';
import { shortfallOf } from './fgt.ts';
import { giniOf } from './gini.ts';
import { type LorenzPoint, lorenzOrdinates, type QuantileShare, quantileShares } from './lorenz.ts';
import { orderIncomes, weightedMedian } from './ordered-incomes.ts';

export interface IncomeCount {
  /** Yuan per head and year. */
  readonly income: number;
  readonly households: number;
  readonly persons: number;
}

export interface Unknown {
  readonly households: number;
  readonly persons: number;
}

export interface RegisterPoverty {
  /** Of known income. */
  readonly households: number;
  readonly persons: number;
  readonly unknown: Unknown;
  readonly poorHouseholds: number;
  readonly poorPersons: number;
  /** Null where no income is known. */
  readonly headcount: number | null;
  readonly bounds: Interval;
  readonly gap: number | null;
  readonly severity: number | null;
  readonly gapYuan: number;
}

export interface RegisterDistribution {
  readonly meanIncome: number | null;
  readonly medianIncome: number | null;
  readonly gini: number | null;
  readonly quantiles: readonly QuantileShare[];
  readonly lorenz: readonly LorenzPoint[];
}

/** `width`: breadth of the bands in yuan where incomes are their middles; 0 for exact incomes. */
export function registerPoverty(
  counts: readonly IncomeCount[],
  unknown: Unknown,
  { line, width = 0 }: { readonly line: number; readonly width?: number },
): RegisterPoverty {
  const sum = (of: (count: IncomeCount) => number) =>
    counts.reduce((total, count) => total + of(count), 0);
  const persons = sum((count) => count.persons);
  const shareBelow = (count: IncomeCount) => {
    if (width === 0) return count.income < line ? 1 : 0;
    return Math.max(0, Math.min(1, (line - (count.income - width / 2)) / width));
  };
  const poorPersons = sum((count) => count.persons * shareBelow(count));
  const straddling = counts.filter((count) => shareBelow(count) > 0 && shareBelow(count) < 1);
  const below = straddling.reduce((total, count) => total + count.persons * shareBelow(count), 0);
  const held = straddling.reduce((total, count) => total + count.persons, 0);
  const gaps = sum((count) => count.persons * shortfallOf(count.income, line));
  const squares = sum((count) => count.persons * shortfallOf(count.income, line) ** 2);
  const all = persons + unknown.persons;
  return {
    households: sum((count) => count.households),
    persons,
    unknown,
    poorHouseholds: sum((count) => count.households * shareBelow(count)),
    poorPersons,
    headcount: persons > 0 ? poorPersons / persons : null,
    bounds: {
      low: all > 0 ? (poorPersons - below) / all : 0,
      high: all > 0 ? (poorPersons - below + held + unknown.persons) / all : 1,
    },
    gap: persons > 0 ? gaps / persons : null,
    severity: persons > 0 ? squares / persons : null,
    // Sums of shares differ by their order in the last places; money ends at the fen.
    gapYuan: Math.round(gaps * line * 100) / 100,
  };
}

export function registerDistribution(counts: readonly IncomeCount[]): RegisterDistribution {
  const ordered = orderIncomes(
    counts.map((count) => count.income),
    counts.map((count) => count.persons),
  );
  const hasIncome = ordered.totalPersons > 0 && ordered.totalIncome > 0;
  return {
    meanIncome: ordered.totalPersons > 0 ? ordered.totalIncome / ordered.totalPersons : null,
    medianIncome: ordered.totalPersons > 0 ? weightedMedian(ordered) : null,
    gini: hasIncome ? giniOf(ordered) : null,
    quantiles: hasIncome ? quantileShares(ordered, 5) : [],
    lorenz: lorenzOrdinates(ordered, 20),
  };
}
