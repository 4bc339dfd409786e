// Proxy means test and scorecard. A proxy means test predicts the logarithm of income from what can be
// seen: ln ŷ = b0 + Σ b x, listed where ŷ is below the cut (Grosh and Baker 1995, World Bank LSMS 118).
// A scorecard gives points; a table of likelihoods turns points into the probability of being below each
// line, and the mean of them is the poverty rate of a group (Schreiner; Poverty Probability Index). The
// likelihood speaks of a group: it is never evidence against one household.
import {
  createDesign,
  type Estimate,
  estimateOf,
  type Place,
} from '#domain/kernel/statistics/design.ts';

export interface ProxyMeans {
  readonly intercept: number;
  readonly terms: readonly { readonly id: string; readonly coefficient: number }[];
  /** Income a year below which a household is taken. */
  readonly cut: number;
}

export interface ProxyScore {
  readonly predicted: number;
  readonly isTaken: boolean;
  /** What each item adds to the logarithm, largest first; `factor` is what it multiplies income by. */
  readonly contributions: readonly {
    readonly id: string;
    readonly value: number;
    readonly added: number;
    readonly factor: number;
  }[];
}

export function proxyScore(
  { intercept, terms, cut }: ProxyMeans,
  values: Readonly<Record<string, number>>,
): ProxyScore {
  const contributions = terms
    .map(({ id, coefficient }) => {
      const value = values[id] ?? 0;
      const added = coefficient * value;
      return { id, value, added, factor: Math.exp(added) };
    })
    .sort((left, right) => Math.abs(right.added) - Math.abs(left.added));
  const predicted = Math.exp(contributions.reduce((sum, { added }) => sum + added, intercept));
  return { predicted, isTaken: predicted < cut, contributions };
}

/** Points up to and including `upTo` have this probability of being below the line. */
export interface LikelihoodStep {
  readonly upTo: number;
  readonly probability: number;
}

/** Undefined above the last step: the table does not say. */
export function likelihoodOf(steps: readonly LikelihoodStep[], points: number): number | undefined {
  return steps.find(({ upTo }) => points <= upTo)?.probability;
}

export interface ScoredRow extends Place {
  readonly points: number;
  readonly weight: number;
  readonly members: number;
}

export type ScoredRate = Estimate & { readonly rows: number; readonly beyondTable: number };

export interface ScoredRateTally {
  add(row: ScoredRow): void;
  result(): ScoredRate;
}

/** The poverty rate that the points of a sample imply; its interval is of the sampling alone. Streams. */
export function createScoredRate(
  steps: readonly LikelihoodStep[],
  confidence = 0.95,
): ScoredRateTally {
  const design = createDesign(2);
  let rows = 0;
  let beyondTable = 0;
  return {
    add(row) {
      const likelihood = likelihoodOf(steps, row.points);
      if (likelihood === undefined) {
        beyondTable += 1;
        return;
      }
      rows += 1;
      const persons = row.weight * row.members;
      design.add(row, [persons * likelihood, persons]);
    },
    result() {
      const closed = design.close();
      const [below = 0, persons = 0] = closed.totals;
      const rate = below / persons;
      const variance = closed.varianceOf([1 / persons, -rate / persons]);
      const options = { confidence, kind: 'number', low: 0, high: 1, rows } as const;
      return { ...estimateOf(rate, variance, closed, options), rows, beyondTable };
    },
  };
}

export interface CalibrationBand {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly predicted: number;
  readonly actual: number;
}

/** Predicted against actual shares, in bands of the prediction: what a calibration plot draws. */
export function calibrationBands(
  rows: readonly {
    readonly probability: number;
    readonly isPoor: boolean;
    readonly weight: number;
  }[],
  bands: number,
): readonly CalibrationBand[] {
  return Array.from({ length: bands }, (_, band) => {
    const [from, to] = [band / bands, (band + 1) / bands];
    const inside = rows.filter(
      ({ probability }) =>
        probability >= from && (probability < to || (band === bands - 1 && probability <= 1)),
    );
    const weight = inside.reduce((sum, row) => sum + row.weight, 0);
    const mean = (of: (row: (typeof inside)[number]) => number) =>
      inside.reduce((sum, row) => sum + row.weight * of(row), 0) / weight;
    return {
      from,
      to,
      rows: inside.length,
      predicted: mean((row) => row.probability),
      actual: mean((row) => (row.isPoor ? 1 : 0)),
    };
  }).filter((band) => band.rows > 0);
}
