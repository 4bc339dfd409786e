// Whether two raters say the same. Kappa takes away what chance alone would give (Cohen 1960; weighted,
// 1968, with linear or quadratic weights); its standard error is that of Fleiss, Cohen and Everitt 1969.
// For numbers: share within a tolerance, mean difference with the limits of agreement of Bland and Altman
// 1986, and the intraclass correlations of Shrout and Fleiss 1979, of which ICC(2,1) is for raters that
// stand for all raters.
import { normalQuantile } from './distributions.ts';
import type { Interval } from './proportion-interval.ts';

export type KappaWeights = 'none' | 'linear' | 'quadratic';

export interface Kappa {
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/** `table[i][j]`: how many the first rater put into category i and the second into j, in order. */
export function kappaOf(
  table: readonly (readonly number[])[],
  { weights = 'none', confidence = 0.95 }: { weights?: KappaWeights; confidence?: number } = {},
): Kappa {
  const size = table.length;
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const share = (row: number, column: number) => (table[row]?.[column] ?? 0) / n;
  const places = Array.from({ length: size }, (_, at) => at);
  const rows = places.map((row) => places.reduce((sum, column) => sum + share(row, column), 0));
  const columns = places.map((column) => places.reduce((sum, row) => sum + share(row, column), 0));
  const weight = (row: number, column: number) => creditOf(row, column, size, weights);
  const pairs = places.flatMap((row) => places.map((column) => [row, column] as const));
  const total = (of: (row: number, column: number) => number) =>
    pairs.reduce((sum, [row, column]) => sum + of(row, column), 0);

  const observed = total((row, column) => weight(row, column) * share(row, column));
  const expected = total(
    (row, column) => weight(row, column) * (rows[row] ?? 0) * (columns[column] ?? 0),
  );
  const kappa = expected === 1 ? 1 : (observed - expected) / (1 - expected);
  const meanOfRow = places.map((row) =>
    places.reduce((sum, column) => sum + weight(row, column) * (columns[column] ?? 0), 0),
  );
  const meanOfColumn = places.map((column) =>
    places.reduce((sum, row) => sum + weight(row, column) * (rows[row] ?? 0), 0),
  );
  const spread = total((row, column) => {
    const usual = (meanOfRow[row] ?? 0) + (meanOfColumn[column] ?? 0);
    return share(row, column) * (weight(row, column) - usual * (1 - kappa)) ** 2;
  });
  const variance =
    expected === 1
      ? 0
      : Math.max(0, spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  const standardError = Math.sqrt(variance);
  const half = normalQuantile(confidence) * standardError;
  const interval = { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) };
  return { n, observed, expected, kappa, standardError, interval };
}

export interface NumberAgreement {
  readonly n: number;
  /** Share of pairs that differ by no more than the tolerance. */
  readonly withinTolerance: number;
  readonly meanDifference: number;
  /** Of the differences, with n − 1. */
  readonly deviation: number;
  /** Mean difference ± 1.96 deviations: where 95 % of differences lie. */
  readonly limits: Interval;
}

export function numberAgreement(
  pairs: readonly (readonly [number, number])[],
  { tolerance = 0, confidence = 0.95 }: { tolerance?: number; confidence?: number } = {},
): NumberAgreement {
  const n = pairs.length;
  const differences = pairs.map(([first, second]) => first - second);
  const meanDifference = differences.reduce((sum, value) => sum + value, 0) / n;
  const squares = differences.reduce((sum, value) => sum + (value - meanDifference) ** 2, 0);
  const deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : Number.NaN;
  const half = normalQuantile(confidence) * deviation;
  return {
    n,
    withinTolerance: differences.filter((value) => Math.abs(value) <= tolerance + 1e-9).length / n,
    meanDifference,
    deviation,
    limits: { low: meanDifference - half, high: meanDifference + half },
  };
}

export interface Icc {
  readonly subjects: number;
  readonly raters: number;
  /** One-way, one rater: raters differ from subject to subject. */
  readonly icc11: number;
  /** Two-way random, one rater, absolute agreement. */
  readonly icc21: number;
  /** Two-way mixed, one rater, consistency. */
  readonly icc31: number;
}

/** `ratings[subject][rater]`; every rater has rated every subject. */
export function iccOf(ratings: readonly (readonly number[])[]): Icc {
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const grand = mean(ratings.flat());
  const ofSubject = ratings.map(mean);
  const ofRater = Array.from({ length: k }, (_, rater) =>
    mean(ratings.map((row) => row[rater] ?? 0)),
  );
  const spread = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const betweenSubjects = k * spread(ofSubject);
  const betweenRaters = n * spread(ofRater);
  const all = spread(ratings.flat());
  const bms = betweenSubjects / (n - 1);
  const wms = (all - betweenSubjects) / (n * (k - 1));
  const jms = betweenRaters / (k - 1);
  const ems = (all - betweenSubjects - betweenRaters) / ((n - 1) * (k - 1));
  return {
    subjects: n,
    raters: k,
    icc11: (bms - wms) / (bms + (k - 1) * wms),
    icc21: (bms - ems) / (bms + (k - 1) * ems + (k * (jms - ems)) / n),
    icc31: (bms - ems) / (bms + (k - 1) * ems),
  };
}

/** Credit for a pair of categories: 1 for the same, less the further apart. */
function creditOf(row: number, column: number, size: number, weights: KappaWeights): number {
  if (row === column) return 1;
  if (weights === 'none' || size < 2) return 0;
  const distance = Math.abs(row - column) / (size - 1);
  return weights === 'linear' ? 1 - distance : 1 - distance * distance;
}
