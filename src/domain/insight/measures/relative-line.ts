// A line drawn from the incomes themselves: a share of the weighted median (60 % for Eurostat's
// at-risk-of-poverty rate, Commission regulation 2019/2242, persons strictly below it). The line is
// then itself an estimate, so the interval adds what the median's uncertainty moves: the influence of
// the line is −share · (1{y ≤ m} − ½) / f(m), and the rate follows it with the density at the line
// (Osier 2009). Densities by a Gaussian kernel of bandwidth s · n^(−1/5).
import { createDesign, type Estimate, estimateOf } from '#domain/kernel/statistics/design.ts';
import { shortfallOf } from './fgt.ts';
import type { PlacedIncome } from './gini.ts';
import { type OrderedIncomes, weightedMedian } from './ordered-incomes.ts';

export interface RelativeLine {
  readonly share: number;
  readonly median: number;
  readonly line: number;
}

export function relativeLine(ordered: OrderedIncomes, share: number): RelativeLine {
  const median = weightedMedian(ordered);
  return { share, median, line: median * share };
}

/** P0, P1 and P2 under a relative line, with intervals that know the line is estimated. */
export function relativeFgt(
  ordered: OrderedIncomes,
  { line, median, share }: RelativeLine,
  sample: Iterable<PlacedIncome>,
  confidence = 0.95,
): readonly [Estimate, Estimate, Estimate] {
  const { totalPersons } = ordered;
  const values = [0, 1, 2].map((power) => meanShortfall(ordered, line, power));
  const [rate = 0, gap = 0, severity = 0] = values;
  const atMedian = densityAt(ordered, median);
  // What one yuan more of the line adds to each measure.
  const slopes = [densityAt(ordered, line), (rate - gap) / line, (2 * (gap - severity)) / line];
  const design = createDesign(3);
  let rows = 0;
  for (const row of sample) {
    rows += 1;
    const moved = (-share * ((row.income <= median ? 1 : 0) - 0.5)) / atMedian;
    const short = shortfallOf(row.income, line);
    const own = [row.income < line ? 1 : 0, short, short * short];
    design.add(
      row,
      own.map(
        (value, at) =>
          (row.persons * (value - (values[at] ?? 0) + (slopes[at] ?? 0) * moved)) / totalPersons,
      ),
    );
  }
  const closed = design.close();
  const estimate = (at: number): Estimate => {
    const own = [0, 0, 0];
    own[at] = 1;
    const kind = at === 0 ? 'share' : 'number';
    const options = { confidence, kind, low: 0, rows } as const;
    return estimateOf(values[at] ?? 0, closed.varianceOf(own), closed, options);
  };
  return [estimate(0), estimate(1), estimate(2)];
}

function meanShortfall(ordered: OrderedIncomes, line: number, power: number): number {
  const { incomes, persons, rows, totalPersons } = ordered;
  let sum = 0;
  for (let at = 0; at < rows && (incomes[at] ?? 0) < line; at += 1) {
    sum += (persons[at] ?? 0) * shortfallOf(incomes[at] ?? 0, line) ** power;
  }
  return sum / totalPersons;
}

function densityAt(
  { incomes, persons, rows, totalPersons, totalIncome }: OrderedIncomes,
  x: number,
) {
  const mean = totalIncome / totalPersons;
  let squares = 0;
  for (let at = 0; at < rows; at += 1) {
    squares += (persons[at] ?? 0) * ((incomes[at] ?? 0) - mean) ** 2;
  }
  const width = Math.sqrt(squares / totalPersons) * rows ** -0.2;
  if (!(width > 0)) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let at = 0; at < rows; at += 1) {
    sum += (persons[at] ?? 0) * Math.exp(-0.5 * (((incomes[at] ?? 0) - x) / width) ** 2);
  }
  return sum / (width * totalPersons * Math.sqrt(2 * Math.PI));
}
