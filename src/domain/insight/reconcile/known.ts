// Quantities somebody published, and how a sum of them is written down.

import { tidy } from '#domain/policy/pack/printed-number.ts';
import type { Quantity } from './book.ts';
import type { Interval } from './interval.ts';
import { numberText } from './number-text.ts';

export interface Known extends Quantity {
  readonly interval: Interval;
  readonly nominal: number;
}

export function isKnown(quantity: Quantity): quantity is Known {
  return quantity.interval !== undefined && quantity.nominal !== undefined;
}

export function sumOf(known: readonly Known[]): number {
  return tidy(known.reduce((sum, { nominal }) => sum + nominal, 0));
}

export function terms(known: readonly Known[]): string {
  return known.map(({ nominal }) => numberText(nominal)).join(' + ');
}

export function sumText(known: readonly Known[], unknown: number): string {
  const more = unknown > 0 ? ` + ${Array.from({ length: unknown }, () => '?').join(' + ')}` : '';
  const isSingle = known.length < 2 && unknown === 0;
  return isSingle
    ? terms(known)
    : `${terms(known)}${more} ${unknown > 0 ? '≥' : '='} ${numberText(sumOf(known))}`;
}
