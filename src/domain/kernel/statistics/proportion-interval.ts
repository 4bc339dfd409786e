// Intervals of a share. Wilson's is the one shown: near 0 and 1, where errors of targeting lie, the
// textbook interval p ± z·se fails (Brown, Cai and DasGupta 2001, Statistical Science 16(2), 101–133).
// Clopper and Pearson's is the cautious one; nothing found at all is bounded by 1 − α^(1/n).
import { betaQuantile, normalQuantile } from './distributions.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson 1927: the shares that a test of this confidence would not reject. `n` may be effective. */
export function wilsonInterval(share: number, n: number, confidence = 0.95): Interval {
  if (!(n > 0)) return { low: 0, high: 1 };
  return wilsonOf(share, n, normalQuantile(confidence));
}

/** Wilson's interval at a given quantile, for one of Student's where the design has few clusters. */
export function wilsonOf(share: number, n: number, z: number): Interval {
  const square = z * z;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const half = (z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return {
    low: share <= 0 ? 0 : Math.max(0, middle - half),
    high: share >= 1 ? 1 : Math.min(1, middle + half),
  };
}

/** Clopper and Pearson 1934: never less sure than it says. */
export function exactInterval(found: number, n: number, confidence = 0.95): Interval {
  if (!(n > 0)) return { low: 0, high: 1 };
  const tail = (1 - confidence) / 2;
  return {
    low: found <= 0 ? 0 : betaQuantile(tail, found, n - found + 1),
    high: found >= n ? 1 : betaQuantile(1 - tail, found + 1, n - found),
  };
}

/** The largest share that would still let `n` draws find nothing, one-sided. */
export function zeroErrorBound(n: number, confidence = 0.95): number {
  return n > 0 ? 1 - (1 - confidence) ** (1 / n) : 1;
}
