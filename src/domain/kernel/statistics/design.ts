// What a sample design does to a result: totals are collected by primary unit and stratum, and the
// variance of any linear combination of them is the spread of the units within strata (ultimate
// clusters; Hansen, Hurwitz and Madow 1953; Wolter 2007, ch. 1–2). Ratios, FGT and deprivation measures
// are linearised by their users (Deville 1999; Osier 2009): no resampling, hence no seed. A stratum
// with one unit has no spread of its own: it is centred at the mean of all units, which overstates.
import { studentQuantile } from './distributions.ts';
import { type Interval, wilsonOf } from './proportion-interval.ts';

export interface Place {
  readonly stratum?: string | undefined;
  /** Primary unit of a clustered sample; each row is its own where absent. */
  readonly cluster?: string | undefined;
}

export interface Design {
  add(place: Place, values: readonly number[]): void;
  /** Closes the clusters; nothing can be added afterwards. */
  close(): ClosedDesign;
}

export interface ClosedDesign {
  readonly totals: readonly number[];
  readonly units: number;
  readonly strata: number;
  /** Strata with a single unit, whose spread is borrowed. */
  readonly lonely: number;
  /** Variance of Σ coefficient × total. Of a part of a sample: `whole` is the sample it is part of. */
  varianceOf(coefficients: readonly number[], whole?: ClosedDesign): number;
  unitsOf(stratum: string): number;
}

interface Stratum {
  units: number;
  readonly sums: Float64Array;
  /** Sums of products, row by row. */
  readonly products: Float64Array;
}

export interface DesignOptions {
  /** Primary units that each stratum has in the population, for the finite population correction. */
  readonly populationUnits?: ReadonlyMap<string, number> | undefined;
}

/** `width`: how many totals are followed together. Memory grows with strata and clusters, not rows. */
export function createDesign(width: number, { populationUnits }: DesignOptions = {}): Design {
  const strata = new Map<string, Stratum>();
  const clusters = new Map<string, { readonly stratum: string; readonly sums: Float64Array }>();

  function take(name: string, values: ArrayLike<number>): void {
    let stratum = strata.get(name);
    if (stratum === undefined) {
      stratum = {
        units: 0,
        sums: new Float64Array(width),
        products: new Float64Array(width * width),
      };
      strata.set(name, stratum);
    }
    stratum.units += 1;
    for (let row = 0; row < width; row += 1) {
      const value = values[row] ?? 0;
      stratum.sums[row] = (stratum.sums[row] ?? 0) + value;
      if (value === 0) continue;
      for (let column = 0; column < width; column += 1) {
        const at = row * width + column;
        stratum.products[at] = (stratum.products[at] ?? 0) + value * (values[column] ?? 0);
      }
    }
  }

  return {
    add({ stratum = '', cluster }, values) {
      if (cluster === undefined) {
        take(stratum, values);
        return;
      }
      const key = `${stratum}\u0000${cluster}`;
      const known = clusters.get(key);
      if (known === undefined) {
        clusters.set(key, { stratum, sums: Float64Array.from(values) });
        return;
      }
      for (let at = 0; at < width; at += 1) {
        known.sums[at] = (known.sums[at] ?? 0) + (values[at] ?? 0);
      }
    },
    close() {
      for (const { stratum, sums } of clusters.values()) take(stratum, sums);
      clusters.clear();
      return closed(width, strata, populationUnits);
    },
  };
}

function closed(
  width: number,
  strata: ReadonlyMap<string, Stratum>,
  populationUnits: ReadonlyMap<string, number> | undefined,
): ClosedDesign {
  const all = [...strata.values()];
  const totals = Array.from({ length: width }, (_, at) =>
    all.reduce((sum, stratum) => sum + (stratum.sums[at] ?? 0), 0),
  );
  const units = all.reduce((sum, stratum) => sum + stratum.units, 0);
  return {
    totals,
    units,
    strata: strata.size,
    lonely: all.filter((stratum) => stratum.units === 1).length,
    unitsOf: (stratum) => strata.get(stratum)?.units ?? 0,
    varianceOf(coefficients, whole) {
      const unitsOfAll = whole?.units ?? units;
      const sumOfAll = dot(coefficients, totals);
      let variance = 0;
      for (const [name, stratum] of strata) {
        const n = whole?.unitsOf(name) ?? stratum.units;
        const sum = dot(coefficients, stratum.sums);
        const square = quadratic(coefficients, stratum.products, width);
        if (n > 1) {
          const N = populationUnits?.get(name);
          const unseen = N === undefined || N < n ? 1 : 1 - n / N;
          variance += unseen * (n / (n - 1)) * Math.max(0, square - (sum * sum) / n);
        } else if (unitsOfAll > 1) {
          const mean = sumOfAll / unitsOfAll;
          variance += Math.max(0, square - 2 * sum * mean + mean * mean);
        }
      }
      return Math.max(0, variance);
    },
  };
}

export interface Estimate {
  readonly value: number;
  /** Null where one unit alone says nothing of its spread. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/** How the interval of a share, of a measure within bounds, or of any number is drawn. */
export interface EstimateOptions {
  readonly confidence: number;
  readonly kind: 'share' | 'number';
  readonly low?: number;
  readonly high?: number;
  /** Rows behind the value: what a share of 0 or 1, which shows no spread, rests on. */
  readonly rows: number;
}

/** A value with its interval by Student's t; units less strata are the degrees of freedom. */
export function estimateOf(
  value: number,
  variance: number,
  { units, strata }: Pick<ClosedDesign, 'units' | 'strata'>,
  { confidence, kind, rows, low = Number.NEGATIVE_INFINITY, high = Infinity }: EstimateOptions,
): Estimate {
  const freedom = units - strata;
  if (!Number.isFinite(value) || freedom < 1) {
    return { value, standardError: null, interval: null };
  }
  const standardError = Math.sqrt(variance);
  const t = studentQuantile(confidence, freedom);
  if (kind === 'share') {
    const spread = value * (1 - value);
    // A share's own variance against the design's: the sample that simple drawing would have needed.
    const effective = spread > 1e-12 && variance > 0 ? spread / variance : rows;
    return { value, standardError, interval: wilsonOf(value, effective, t) };
  }
  return {
    value,
    standardError,
    interval: {
      low: Math.max(low, value - t * standardError),
      high: Math.min(high, value + t * standardError),
    },
  };
}

function dot(left: readonly number[], right: ArrayLike<number>): number {
  return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
}

function quadratic(
  coefficients: readonly number[],
  products: ArrayLike<number>,
  width: number,
): number {
  let sum = 0;
  for (let row = 0; row < width; row += 1) {
    const left = coefficients[row] ?? 0;
    if (left === 0) continue;
    for (let column = 0; column < width; column += 1) {
      sum += left * (coefficients[column] ?? 0) * (products[row * width + column] ?? 0);
    }
  }
  return sum;
}
