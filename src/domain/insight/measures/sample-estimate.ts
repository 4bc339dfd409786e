// Estimates from a drawn sample. Weights are one over the probability of being drawn, so that several
// stages multiply. Stratified and multi-stage: ultimate clusters (design.ts), with the finite population
// correction where the population's units are given. Drawn with probability proportional to size and put
// back: Hansen and Hurwitz 1943. Formulas as in Lohr 2022, Sampling: Design and Analysis, ch. 3, 5, 6.
import {
  createDesign,
  type Estimate,
  estimateOf,
  type Place,
} from '#domain/kernel/statistics/design.ts';

export interface SampleRow extends Place {
  readonly value: number;
  /** Probabilities of each stage, multiplied; or given as their inverse. */
  readonly weight: number;
}

export interface SampleEstimate {
  readonly rows: number;
  readonly units: number;
  readonly strata: number;
  readonly lonelyStrata: number;
  readonly total: Estimate;
  readonly mean: Estimate;
  /** How many units the sample stands for. */
  readonly population: number;
  /** Variance of the mean over that of a simple sample of as many rows. */
  readonly designEffect: number;
  /** Kish 1965: rows that a sample of equal weights would have needed. */
  readonly effectiveByWeights: number;
}

export interface SampleOptions {
  readonly confidence?: number;
  /** Primary units in the population, by stratum. */
  readonly populationUnits?: ReadonlyMap<string, number> | undefined;
  /** Whether the values are 0 and 1. */
  readonly isShare?: boolean;
}

export interface SampleTally {
  add(row: SampleRow): void;
  result(): SampleEstimate;
}

/** Streams: memory grows with strata and clusters. */
export function createSampleTally(options: SampleOptions = {}): SampleTally {
  const { confidence = 0.95, populationUnits, isShare = false } = options;
  const design = createDesign(2, { populationUnits });
  let rows = 0;
  let squaresOfWeights = 0;
  let squares = 0;
  return {
    add(row) {
      rows += 1;
      squaresOfWeights += row.weight ** 2;
      squares += row.weight * row.value ** 2;
      design.add(row, [row.weight * row.value, row.weight]);
    },
    result() {
      const closed = design.close();
      const [total = 0, population = 0] = closed.totals;
      const mean = total / population;
      const variance = closed.varianceOf([1 / population, -mean / population]);
      const spread = Math.max(0, squares / population - mean * mean);
      const simple = rows > 1 ? spread / (rows - 1) : Number.NaN;
      const number = { confidence, kind: 'number', rows } as const;
      return {
        rows,
        units: closed.units,
        strata: closed.strata,
        lonelyStrata: closed.lonely,
        total: estimateOf(total, closed.varianceOf([1, 0]), closed, number),
        mean: estimateOf(mean, variance, closed, { ...number, kind: isShare ? 'share' : 'number' }),
        population,
        designEffect: simple > 0 ? variance / simple : 1,
        effectiveByWeights: population ** 2 / squaresOfWeights,
      };
    },
  };
}

/** One draw: what the unit holds in all, and the probability that a single draw takes it. */
export interface SizeDraw {
  readonly total: number;
  readonly probability: number;
}

/** A unit drawn twice counts twice. */
export function hansenHurwitz(draws: readonly SizeDraw[], confidence = 0.95): Estimate {
  const n = draws.length;
  const values = draws.map(({ total, probability }) => total / probability);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = n > 1 ? squares / (n * (n - 1)) : 0;
  const spread = { units: n, strata: 1 };
  return estimateOf(mean, variance, spread, { confidence, kind: 'number', rows: n });
}

/** Draws needed for a share within ± margin; a design effect and a finite population may be given. */
export function sampleSizeForShare(
  share: number,
  margin: number,
  { z, population, designEffect = 1 }: { z: number; population?: number; designEffect?: number },
): number {
  const endless = ((z * z * share * (1 - share)) / (margin * margin)) * designEffect;
  const finite = population === undefined ? endless : endless / (1 + (endless - 1) / population);
  return Math.ceil(finite - 1e-9);
}
