// Distribution functions and their inverses, from jstat (MIT), under the names used here. The binomial
// is taken through the incomplete beta function: P(X ≤ k) = I(1 − p; n − k, k + 1), which holds for
// samples of any size.
import jStat from 'jstat';

/** z of a two-sided interval: 1.96 for 0.95. */
export function normalQuantile(confidence: number): number {
  return jStat.normal.inv((1 + confidence) / 2, 0, 1);
}

/** t of a two-sided interval; z where the degrees of freedom are endless. */
export function studentQuantile(confidence: number, freedom: number): number {
  if (freedom > 1e6) return normalQuantile(confidence);
  return jStat.studentt.inv((1 + confidence) / 2, freedom);
}

export function betaQuantile(probability: number, alpha: number, beta: number): number {
  return jStat.beta.inv(probability, alpha, beta);
}

/** Probability of at most this many successes. */
export function binomialAtMost(count: number, draws: number, probability: number): number {
  if (count < 0) return 0;
  if (count >= draws || probability <= 0) return 1;
  if (probability >= 1) return 0;
  return jStat.ibeta(1 - probability, draws - count, count + 1);
}

/** The same when drawing without replacement from a population that holds so many. */
export function hypergeometricAtMost(count: number, draw: FiniteDraw): number {
  const { population, successes, draws } = draw;
  const least = Math.max(0, draws - (population - successes));
  const most = Math.min(count, successes, draws);
  let sum = 0;
  for (let found = least; found <= most; found += 1) sum += Math.exp(logTerm(found, draw));
  return Math.min(1, sum);
}

export interface FiniteDraw {
  readonly population: number;
  readonly successes: number;
  readonly draws: number;
}

export function incompleteBeta(x: number, a: number, b: number): number {
  return jStat.ibeta(x, a, b) * jStat.betafn(a, b);
}

export function completeBeta(a: number, b: number): number {
  return jStat.betafn(a, b);
}

function logTerm(found: number, { population, successes, draws }: FiniteDraw): number {
  return (
    logChoose(successes, found) +
    logChoose(population - successes, draws - found) -
    logChoose(population, draws)
  );
}

function logChoose(all: number, some: number): number {
  return jStat.gammaln(all + 1) - jStat.gammaln(some + 1) - jStat.gammaln(all - some + 1);
}

/** Coefficients of the least squares fit, NaN of too few rows; a column of ones is the caller's. */
export function leastSquares(
  values: readonly number[],
  rows: readonly (readonly number[])[],
): readonly number[] {
  const width = rows[0]?.length ?? 0;
  if (rows.length < width || width === 0) return [Number.NaN, Number.NaN, Number.NaN];
  return jStat.models.ols(values, rows).coef;
}
