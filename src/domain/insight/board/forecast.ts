// When a village will have nobody left in poverty, if households go on leaving as they did: the mean of the
// months known, carried on, with an interval from how much the months differed. It is a reading of the past,
// no promise, and of too short a past nothing is read.
import { studentQuantile } from '#domain/kernel/statistics/distributions.ts';

export const forecastRule = {
  /** Months of history below which nothing is said. */
  leastMonths: 6,
  /** Newest months that count. */
  mostMonths: 12,
  confidence: 0.8,
  /** Months ahead that are shown. */
  horizon: 60,
} as const;

export interface Forecast {
  /** Households that leave in a month, on average of the months that count. */
  readonly perMonth: number;
  readonly months: number;
  /** Months from now until nobody is left; null beyond the horizon. */
  readonly done: number | null;
  readonly soonest: number | null;
  readonly latest: number | null;
}

export type NoForecast = 'too-short' | 'nobody-left' | 'nobody-leaves';

/** By month, oldest first, this month last: households still poor at its end, and those that had left by then. */
export interface History {
  readonly poor: readonly number[];
  readonly exited: readonly number[];
}

/** What left in each of the newest months; whom the register only took in is no sign of a slower pace. */
function leavingOf({ poor, exited }: History): readonly number[] {
  const begun = poor.findIndex((n, at) => n + (exited[at] ?? 0) > 0);
  if (begun < 0) return [];
  return exited
    .slice(begun)
    .map((n, at, all) => n - (all[at - 1] ?? n))
    .slice(1)
    .slice(-forecastRule.mostMonths);
}

export function forecastOf(history: History): Forecast | NoForecast {
  const now = history.poor.at(-1) ?? 0;
  if (history.poor.length > 0 && now <= 0) return 'nobody-left';
  const gone = leavingOf(history);
  if (gone.length < forecastRule.leastMonths) return 'too-short';
  const mean = gone.reduce((sum, n) => sum + n, 0) / gone.length;
  if (mean <= 0) return 'nobody-leaves';
  return {
    perMonth: mean,
    months: gone.length,
    done: monthsUntil(now, (month) => mean * month),
    ...rangeOf(now, gone, mean),
  };
}

/** Households still poor so many months ahead: in the middle, at least, at most; never below nobody. */
export function standingAhead(
  history: History,
  month: number,
): { readonly middle: number; readonly least: number; readonly most: number } | undefined {
  const now = history.poor.at(-1) ?? 0;
  const forecast = forecastOf(history);
  if (forecast === 'nobody-left') return { middle: 0, least: 0, most: 0 };
  if (typeof forecast === 'string') return undefined;
  const off = doubtAt(leavingOf(history), forecast.perMonth)(month);
  const left = (gone: number) => Math.min(now, Math.max(0, now - gone));
  return {
    middle: left(forecast.perMonth * month),
    least: left(forecast.perMonth * month + off),
    most: left(forecast.perMonth * month - off),
  };
}

/** How far the sum of so many months may lie from its middle: months differ, and the mean is not known well. */
function doubtAt(gone: readonly number[], mean: number): (month: number) => number {
  const n = gone.length;
  const spread = gone.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const t = studentQuantile(forecastRule.confidence, n - 1);
  return (month) => t * Math.sqrt(spread * month + (spread * month * month) / n);
}

function rangeOf(now: number, gone: readonly number[], mean: number) {
  const off = doubtAt(gone, mean);
  return {
    soonest: monthsUntil(now, (month) => mean * month + off(month)),
    latest: monthsUntil(now, (month) => mean * month - off(month)),
  };
}

function monthsUntil(now: number, goneBy: (month: number) => number): number | null {
  for (let month = 1; month <= forecastRule.horizon; month += 1) {
    // Rounding of the last household is not a month.
    if (goneBy(month) >= now - 1e-9) return month;
  }
  return null;
}

/** Months from this month to the end of the planned year. */
export function monthsToEndOf(year: number, today: string): number {
  const [thisYear = 0, month = 1] = today.split('-').map(Number);
  return (year - thisYear) * 12 + (12 - month);
}

/** Households that should still be poor so many months ahead, by an even pace to nobody at the planned end. */
export function plannedAhead(now: number, { month, end }: { month: number; end: number }): number {
  if (end <= 0) return 0;
  return Math.max(0, now * (1 - month / end));
}

export type Standing = 'on-time' | 'late' | 'cannot-tell' | 'done' | 'unplanned';

/** Late where even the middle of the forecast lies beyond the planned end, or the end has passed. */
export function standingOf(history: History, year: number | null, today: string): Standing {
  if (history.poor.length > 0 && (history.poor.at(-1) ?? 0) <= 0) return 'done';
  if (year === null) return 'unplanned';
  const end = monthsToEndOf(year, today);
  if (end < 0) return 'late';
  const forecast = forecastOf(history);
  if (forecast === 'nobody-leaves') return 'late';
  if (typeof forecast === 'string') return 'cannot-tell';
  return forecast.done !== null && forecast.done <= end ? 'on-time' : 'late';
}
