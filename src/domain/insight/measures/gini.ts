// The Gini coefficient of persons: G = Σ F(1 − F) Δy / mean over the gaps between ordered incomes, which
// is the mean difference of two persons drawn with replacement over twice the mean. No small-sample
// factor n/(n − 1), so that copying everybody changes nothing. Above 1 where losses are large; undefined
// where the mean is not positive. Influence of a person: Deville 1999; Osier 2009, Survey Research
// Methods 3(3), 167–195, here in closed form: a difference of two integrals of the distribution function.
import {
  createDesign,
  type Estimate,
  estimateOf,
  type Place,
} from '#domain/kernel/statistics/design.ts';
import type { OrderedIncomes } from './ordered-incomes.ts';

export function giniOf(ordered: OrderedIncomes): number {
  const { incomes, persons, rows, totalPersons, totalIncome } = ordered;
  if (!(totalPersons > 0) || !(totalIncome > 0)) return Number.NaN;
  let passed = 0;
  let sum = 0;
  for (let at = 0; at < rows - 1; at += 1) {
    passed += persons[at] ?? 0;
    const below = passed / totalPersons;
    sum += below * (1 - below) * ((incomes[at + 1] ?? 0) - (incomes[at] ?? 0));
  }
  return sum / (totalIncome / totalPersons);
}

/** What a person of this income adds to the Gini coefficient, for incomes that stand in the list. */
export function giniInfluence(ordered: OrderedIncomes): (income: number) => number {
  const { incomes, persons, rows, totalPersons, totalIncome } = ordered;
  const mean = totalIncome / totalPersons;
  const gini = giniOf(ordered);
  const above = new Float64Array(rows);
  let passed = totalPersons;
  let constant = 0;
  for (let at = rows - 2; at >= 0; at -= 1) {
    passed -= persons[at + 1] ?? 0;
    const below = passed / totalPersons;
    const gap = (incomes[at + 1] ?? 0) - (incomes[at] ?? 0);
    above[at] = (above[at + 1] ?? 0) + (1 - 2 * below) * gap;
    constant += below * (1 - 2 * below) * gap;
  }
  return (income) => {
    const place = firstAtLeast(incomes, income);
    return ((above[place] ?? 0) - constant - gini * (income - mean)) / mean;
  };
}

export interface PlacedIncome extends Place {
  readonly income: number;
  readonly persons: number;
}

/** The coefficient with its interval; the sample is passed over a second time for it. */
export function giniEstimate(
  ordered: OrderedIncomes,
  sample: Iterable<PlacedIncome>,
  confidence = 0.95,
): Estimate {
  const influence = giniInfluence(ordered);
  const design = createDesign(1);
  let rows = 0;
  for (const row of sample) {
    rows += 1;
    design.add(row, [(row.persons * influence(row.income)) / ordered.totalPersons]);
  }
  const closed = design.close();
  const options = { confidence, kind: 'number', low: 0, rows } as const;
  return estimateOf(giniOf(ordered), closed.varianceOf([1]), closed, options);
}

/** Index of the first income that is not smaller. */
function firstAtLeast(incomes: Float64Array, income: number): number {
  let low = 0;
  let high = incomes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((incomes[middle] ?? 0) < income) low = middle + 1;
    else high = middle;
  }
  return low;
}
