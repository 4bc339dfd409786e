// Arithmetic on what printed numbers stand for. A counted thing is a whole number, so its interval ends
// on whole numbers too; that is what makes 27.78 % of an unpublished base mean 18,431 to 18,437.

import { type Interval, tidy } from '#domain/policy/pack/printed-number.ts';

export type { Interval };

const crumb = 1e-9;

export function point(value: number): Interval {
  return { least: value, most: value };
}

export function isPoint({ least, most }: Interval): boolean {
  return least === most;
}

/** The whole numbers inside; undefined when there is none. */
export function wholeWithin({ least, most, mostOpen }: Interval): Interval | undefined {
  const slack = (end: number) => crumb * Math.max(1, Math.abs(end));
  const from = Math.ceil(least - slack(least));
  const to = mostOpen === true ? Math.ceil(most - slack(most)) - 1 : Math.floor(most + slack(most));
  return from <= to ? { least: from, most: to } : undefined;
}

export function add(all: readonly Interval[]): Interval {
  return { least: total(all, 'least'), most: total(all, 'most'), ...openIf(all) };
}

export function subtract(left: Interval, right: Interval): Interval {
  return { least: tidy(left.least - right.most), most: tidy(left.most - right.least) };
}

/** Of intervals that are not negative. */
export function multiply(left: Interval, right: Interval): Interval {
  return {
    least: tidy(left.least * right.least),
    most: tidy(left.most === 0 || right.most === 0 ? 0 : left.most * right.most),
    ...openIf([left, right]),
  };
}

/** Of intervals that are not negative; a divisor that may be nothing leaves no upper end. */
export function divide(left: Interval, right: Interval): Interval {
  return {
    least: right.most === 0 ? 0 : tidy(left.least / right.most),
    most: right.least <= 0 ? Number.POSITIVE_INFINITY : tidy(left.most / right.least),
    ...openIf([left]),
  };
}

/** Whole bases a rate can have been taken of: numerator ÷ rate, the open end of the rate left out. */
export function basesOf(numerator: Interval, rate: Interval): Interval | undefined {
  if (rate.least <= 0) return undefined;
  const least = numerator.least / rate.most;
  const whole = wholeWithin({ least, most: numerator.most / rate.least });
  if (whole === undefined || rate.mostOpen !== true) return whole;
  const touches = Math.abs(whole.least - least) < crumb * Math.max(1, least);
  const from = touches ? whole.least + 1 : whole.least;
  return from <= whole.most ? { least: from, most: whole.most } : undefined;
}

export function intersect(all: readonly Interval[]): Interval | undefined {
  const least = Math.max(...all.map((one) => one.least));
  const most = Math.min(...all.map((one) => one.most));
  const isOpen = all.some((one) => one.mostOpen === true && one.most === most);
  if (least > most + crumb * Math.max(1, Math.abs(most)) || (isOpen && least >= most)) {
    return undefined;
  }
  return isOpen ? { least, most, mostOpen: true } : { least, most };
}

export function isInside(inner: Interval, outer: Interval): boolean {
  const slack = crumb * Math.max(1, Math.abs(outer.least));
  return inner.least >= outer.least - slack && inner.most <= outer.most + slack;
}

function total(all: readonly Interval[], end: 'least' | 'most'): number {
  return tidy(all.reduce((sum, one) => sum + one[end], 0));
}

function openIf(all: readonly Interval[]): { readonly mostOpen?: true } {
  return all.some(({ mostOpen }) => mostOpen === true) ? { mostOpen: true } : {};
}
