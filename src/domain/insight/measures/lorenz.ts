// The Lorenz curve: the share of all income that the poorest share of persons has, straight between the
// observed points, so that a household that straddles an ordinate is divided. Quantile shares are its
// differences. Undefined where all income together is not positive. Haughton and Khandker 2009,
// Handbook on Poverty and Inequality, ch. 6.
import type { OrderedIncomes } from './ordered-incomes.ts';

export interface LorenzPoint {
  /** Share of persons, from the poorest. */
  readonly persons: number;
  /** Their share of all income; below 0 where losses outweigh. */
  readonly income: number;
}

/** The curve at 0, 1/parts, …, 1; empty where there is no income to share. */
export function lorenzOrdinates(ordered: OrderedIncomes, parts: number): readonly LorenzPoint[] {
  const { incomes, persons, rows, totalPersons, totalIncome } = ordered;
  if (!(totalPersons > 0) || !(totalIncome > 0)) return [];
  const points: LorenzPoint[] = [{ persons: 0, income: 0 }];
  let at = 0;
  let passed = 0;
  let earned = 0;
  for (let part = 1; part < parts; part += 1) {
    const wanted = (part / parts) * totalPersons;
    while (at < rows && passed + (persons[at] ?? 0) <= wanted) {
      passed += persons[at] ?? 0;
      earned += (persons[at] ?? 0) * (incomes[at] ?? 0);
      at += 1;
    }
    const divided = at < rows ? (wanted - passed) * (incomes[at] ?? 0) : 0;
    points.push({ persons: part / parts, income: (earned + divided) / totalIncome });
  }
  return [...points, { persons: 1, income: 1 }];
}

export interface QuantileShare {
  /** 1 for the poorest part. */
  readonly part: number;
  readonly share: number;
  readonly meanIncome: number;
}

export function quantileShares(ordered: OrderedIncomes, parts: number): readonly QuantileShare[] {
  const points = lorenzOrdinates(ordered, parts);
  const mean = ordered.totalIncome / ordered.totalPersons;
  return points.slice(1).map((point, at) => {
    const share = point.income - (points[at]?.income ?? 0);
    return { part: at + 1, share, meanIncome: share * parts * mean };
  });
}
