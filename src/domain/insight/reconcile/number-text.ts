// Numbers in arithmetic that people repeat by hand: grouped, short, language-free.

import type { Interval } from './interval.ts';
import { isPoint } from './interval.ts';

/** 18,431 · 48,622.54 · 3.61; at most six meaningful digits after a whole part. */
export function numberText(value: number, decimals = decimalsFor(value)): string {
  if (!Number.isFinite(value)) return '∞';
  const text = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: decimals });
  return value < 0 ? `−${text}` : text;
}

export function exactly(value: number, decimals: number): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Between two near shares two decimals would not tell: 27.775–27.785. */
export function rangeText(interval: Interval): string {
  const near = interval.most < 100 && interval.most - interval.least < 0.05;
  if (isPoint(interval)) return numberText(interval.least);
  if (!Number.isFinite(interval.most)) return `≥ ${numberText(interval.least)}`;
  if (interval.least === 0) return `≤ ${numberText(interval.most)}`;
  const decimals = near ? 3 : undefined;
  return `${numberText(interval.least, decimals)}–${numberText(interval.most, decimals)}`;
}

export function percentText(share: number): string {
  return `${numberText(share * 100, 2)}%`;
}

function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return 0;
  return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
}
