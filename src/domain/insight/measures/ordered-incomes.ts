// Incomes in order with the persons each stands for: what quantiles, the Gini coefficient and the Lorenz
// curve need; rows of the same income may be given together. Weighted quantile: the inverse of the weighted distribution function,
// and the mean of two neighbours where the share falls exactly between them (Hyndman and Fan 1996,
// definition 2, with weights; the definition Eurostat's indicators are computed with).

export interface OrderedIncomes {
  readonly rows: number;
  /** Ascending. */
  readonly incomes: Float64Array;
  /** Persons each stands for. */
  readonly persons: Float64Array;
  readonly totalPersons: number;
  readonly totalIncome: number;
}

export function orderIncomes(
  incomes: ArrayLike<number>,
  persons: ArrayLike<number>,
): OrderedIncomes {
  const rows = incomes.length;
  const order = Uint32Array.from({ length: rows }, (_, at) => at);
  // A database gives them in order already, and sorting is most of the work.
  if (!isAscending(incomes)) {
    order.sort((left, right) => (incomes[left] ?? 0) - (incomes[right] ?? 0));
  }
  const sorted = Float64Array.from(order, (at) => incomes[at] ?? 0);
  const weights = Float64Array.from(order, (at) => persons[at] ?? 0);
  let totalPersons = 0;
  let totalIncome = 0;
  for (let at = 0; at < rows; at += 1) {
    totalPersons += weights[at] ?? 0;
    totalIncome += (weights[at] ?? 0) * (sorted[at] ?? 0);
  }
  return { rows, incomes: sorted, persons: weights, totalPersons, totalIncome };
}

function isAscending(incomes: ArrayLike<number>): boolean {
  for (let at = 1; at < incomes.length; at += 1) {
    if ((incomes[at] ?? 0) < (incomes[at - 1] ?? 0)) return false;
  }
  return true;
}

/** Income below which this share of the persons live. NaN of nobody. */
export function weightedQuantile(ordered: OrderedIncomes, share: number): number {
  const { incomes, persons, rows, totalPersons } = ordered;
  const wanted = share * totalPersons;
  const slack = 1e-9 * totalPersons;
  let passed = 0;
  for (let at = 0; at < rows; at += 1) {
    passed += persons[at] ?? 0;
    if (passed < wanted - slack) continue;
    const here = incomes[at] ?? 0;
    if (passed > wanted + slack) return here;
    return (here + nextIncome(ordered, at)) / 2;
  }
  return rows === 0 ? Number.NaN : (incomes[rows - 1] ?? Number.NaN);
}

export function weightedMedian(ordered: OrderedIncomes): number {
  return weightedQuantile(ordered, 0.5);
}

/** The next income that anybody has; rows without weight stand for nobody. */
function nextIncome({ incomes, persons, rows }: OrderedIncomes, at: number): number {
  for (let next = at + 1; next < rows; next += 1) {
    if ((persons[next] ?? 0) > 0) return incomes[next] ?? 0;
  }
  return incomes[at] ?? 0;
}
