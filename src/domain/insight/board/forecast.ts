// When a village will have nobody left in poverty, if households go on leaving as they did. A household leaves in two
// moments: it applies, and months later its exit is announced. So the pace is read from those that apply, carried on
// from the mean of the months known with an interval from how much they differed, and each is announced as long after
// as it took so far. It is a reading of the past, no promise, and of too short a past nothing is read.
import { studentQuantile } from '#domain/kernel/statistics/distributions.ts';

export const forecastRule = {
  /** Months of history below which nothing is said. */
  leastMonths: 5,
  /** Newest months that count. */
  mostMonths: 12,
  confidence: 0.8,
  /** Months ahead that are shown. */
  horizon: 60,
} as const;

export interface Forecast {
  /** Households that apply in a month, on average of the months that count. */
  readonly perMonth: number;
  readonly months: number;
  /** Months from applying to being announced, as it took for whoever was announced last. */
  readonly passage: number;
  /** Months from now until nobody is left; null beyond the horizon. */
  readonly done: number | null;
  readonly soonest: number | null;
  readonly latest: number | null;
}

export type NoForecast = 'too-short' | 'nobody-left' | 'nobody-leaves';

/**
 * By month, oldest first, this month last: households still poor at its end, those of them that had applied and were
 * not announced yet, and those that had left by then.
 */
export interface History {
  readonly poor: readonly number[];
  readonly underWay: readonly number[];
  readonly exited: readonly number[];
}

/** All that had applied by the end of each month, whether announced or not. */
function appliedOf({ underWay, exited }: History): readonly number[] {
  return exited.map((n, at) => n + (underWay[at] ?? 0));
}

/**
 * Who applied in each of the newest months. Whom the register only took in is no sign of a slower pace, and neither are
 * the months before the first applied: nobody could yet.
 */
function paceOf(history: History): readonly number[] {
  const { poor, exited } = history;
  const begun = poor.findIndex((n, at) => n + (exited[at] ?? 0) > 0);
  if (begun < 0) return [];
  const steps = appliedOf(history)
    .slice(begun)
    .map((n, at, all) => n - (all[at - 1] ?? n))
    .slice(1);
  const first = steps.findIndex((n) => n !== 0);
  return steps.slice(Math.max(0, first)).slice(-forecastRule.mostMonths);
}

/** How long ago as many had applied as are announced now, between two months by their share. */
function passageOf(history: History): number {
  const applied = appliedOf(history);
  const last = applied.length - 1;
  const announced = history.exited.at(-1) ?? 0;
  if ((history.underWay.at(-1) ?? 0) <= 0) return 0;
  const before = applied.findLastIndex((n) => n <= announced);
  if (before < 0) return Math.max(0, last);
  const [from = 0, to = 0] = [applied[before], applied[before + 1]];
  return last - before - (announced - from) / (to - from);
}

type Announced = (month: number, more: (months: number) => number) => number;

/** Households announced from now on by so many months ahead, where whoever applies from now on is `more` by then. */
function announcedOf(history: History): Announced {
  const applied = appliedOf(history);
  const last = applied.length - 1;
  const passage = passageOf(history);
  const now = history.exited.at(-1) ?? 0;
  const underWay = history.underWay.at(-1) ?? 0;
  return (month, more) => {
    const at = month - passage;
    if (at >= 0) return underWay + more(at);
    const from = Math.floor(last + at);
    const [before = 0, after = 0] = [applied[from], applied[from + 1]];
    return Math.max(0, before + (after - before) * (last + at - from) - now);
  };
}

export function forecastOf(history: History): Forecast | NoForecast {
  const now = history.poor.at(-1) ?? 0;
  if (history.poor.length > 0 && now <= 0) return 'nobody-left';
  const pace = paceOf(history);
  if (pace.length < forecastRule.leastMonths) return 'too-short';
  const mean = pace.reduce((sum, n) => sum + n, 0) / pace.length;
  if (mean <= 0) return 'nobody-leaves';
  const off = doubtAt(pace, mean);
  const announced = announcedOf(history);
  const until = (more: (months: number) => number) =>
    monthsUntil(now, (month) => announced(month, more));
  return {
    perMonth: mean,
    months: pace.length,
    passage: passageOf(history),
    done: until((months) => mean * months),
    soonest: until((months) => mean * months + off(months)),
    latest: until((months) => mean * months - off(months)),
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
  const mean = forecast.perMonth;
  const off = doubtAt(paceOf(history), mean);
  const announced = announcedOf(history);
  const left = (more: (months: number) => number) =>
    Math.min(now, Math.max(0, now - announced(month, more)));
  return {
    middle: left((months) => mean * months),
    least: left((months) => mean * months + off(months)),
    most: left((months) => mean * months - off(months)),
  };
}

/** How far the sum of so many months may lie from its middle: months differ, and the mean is not known well. */
function doubtAt(gone: readonly number[], mean: number): (month: number) => number {
  const n = gone.length;
  const spread = gone.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const t = studentQuantile(forecastRule.confidence, n - 1);
  return (month) => t * Math.sqrt(spread * month + (spread * month * month) / n);
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

export type Standing = 'on-time' | 'late' | 'behind' | 'cannot-tell' | 'done' | 'unplanned';

/**
 * Late where the planned year is over, or is this one and even the middle of the forecast lies beyond its end. A village
 * planned for a later year is not due and not late: it is behind where its forecast lies beyond.
 */
export function standingOf(history: History, year: number | null, today: string): Standing {
  if (history.poor.length > 0 && (history.poor.at(-1) ?? 0) <= 0) return 'done';
  if (year === null) return 'unplanned';
  const end = monthsToEndOf(year, today);
  if (end < 0) return 'late';
  const missed = end < 12 ? 'late' : 'behind';
  const forecast = forecastOf(history);
  if (forecast === 'nobody-leaves') return missed;
  if (typeof forecast === 'string') return 'cannot-tell';
  return forecast.done !== null && forecast.done <= end ? 'on-time' : missed;
}
