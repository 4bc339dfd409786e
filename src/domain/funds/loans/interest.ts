// Interest and its subsidy by days: principal at the end of a day bears interest for that day, by the rate
// of the contract and the day count of the pack. What is due for a period is the difference of two running
// sums, each cut to the fen once, so that periods put together give exactly the whole.
import type { Fen } from '#domain/kernel/fen.ts';
import { daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import { owedOn, type PrincipalChange } from './principal.ts';

export interface InterestRule {
  /** Per year, in millionths: 4.75 % is 47,500. */
  readonly ratePpm: number;
  /** Days of a year: 360 or 365. */
  readonly dayBasis: number;
  /** The first day that bears none any more. */
  readonly until: PlainDate;
}

/** Interest of all days before this one. */
export function interestBefore(
  changes: readonly PrincipalChange[],
  { ratePpm, dayBasis, until }: InterestRule,
  day: PlainDate,
): Fen {
  const last = day < until ? day : until;
  const steps = [...new Set(changes.map(({ on }) => on))].filter((on) => on < last).sort();
  let fenDays = 0n;
  for (const [index, on] of steps.entries()) {
    const next = steps[index + 1] ?? last;
    fenDays += owedOn(changes, on) * BigInt(daysBetween(on, next));
  }
  return (fenDays * BigInt(ratePpm)) / (1_000_000n * BigInt(dayBasis));
}

/** Interest from a day on, before another. */
export function interestBetween(
  changes: readonly PrincipalChange[],
  rule: InterestRule,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Fen {
  return interestBefore(changes, rule, until) - interestBefore(changes, rule, from);
}

/** Percent a year as a pack writes it, in millionths. */
export function ppmOf(percent: number): number {
  return Math.round(percent * 10_000);
}

/** The part of a rate that is subsidised: a share of the contract's, but of no more than the benchmark. */
export function subsidisedPpm(ratePpm: number, benchmarkPpm: number, sharePercent: number): number {
  return Math.round((Math.min(ratePpm, benchmarkPpm) * sharePercent) / 100);
}
