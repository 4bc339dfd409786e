// Foster, Greer and Thorbecke (1984), Econometrica 52(3), 761–766: P_a = Σ w ((z − y)/z)^a / Σ w over
// those with y < z. Poor is who has less than the line, strictly. Weights multiply: what a sampled
// household stands for (survey weight) times its members, since poverty is a state of persons; the
// households themselves are counted beside them. Streams: memory grows with strata and clusters only.
import {
  type ClosedDesign,
  createDesign,
  type Estimate,
  estimateOf,
  type Place,
} from '#domain/kernel/statistics/design.ts';

export interface IncomeRow extends Place {
  /** Per head and year, in yuan. */
  readonly income: number;
  /** How many households (or persons) of the population this row stands for. */
  readonly weight: number;
  /** Persons of the household; 1 where a row is a person. */
  readonly members: number;
  /** Households it adds; its weight where absent, 0 for a second person of the same household. */
  readonly households?: number;
}

export interface FgtResult {
  readonly line: number;
  readonly rows: number;
  readonly households: number;
  readonly persons: number;
  readonly poorHouseholds: number;
  readonly poorPersons: number;
  readonly meanIncome: number;
  /** Share of poor persons, P0. */
  readonly headcount: Estimate;
  /** Mean shortfall as a share of the line, P1. */
  readonly gap: Estimate;
  /** Mean squared shortfall, P2. */
  readonly severity: Estimate;
  /** Yuan a year that would lift everyone exactly to the line. */
  readonly gapYuan: number;
  /** Mean shortfall of the poor alone, as a share of the line: P1 / P0. */
  readonly incomeGapRatio: number;
}

export interface FgtTally {
  add(row: IncomeRow): void;
  close(): ClosedFgt;
}

export interface ClosedFgt {
  readonly design: ClosedDesign;
  result(whole?: ClosedDesign): FgtResult;
}

export interface FgtOptions {
  readonly confidence?: number;
  readonly populationUnits?: ReadonlyMap<string, number> | undefined;
}

/** Shortfall as a share of the line; 0 for whoever is not below it. A loss is below any line. */
export function shortfallOf(income: number, line: number): number {
  return income < line ? (line - income) / line : 0;
}

export function createFgtTally(line: number, options: FgtOptions = {}): FgtTally {
  const { confidence = 0.95, populationUnits } = options;
  const design = createDesign(4, { populationUnits });
  let rows = 0;
  let households = 0;
  let poorHouseholds = 0;
  let income = 0;
  return {
    add(row) {
      const persons = row.weight * row.members;
      const isPoor = row.income < line;
      const short = shortfallOf(row.income, line);
      rows += 1;
      const homes = row.households ?? row.weight;
      households += homes;
      if (isPoor) poorHouseholds += homes;
      income += persons * row.income;
      design.add(row, [isPoor ? persons : 0, persons * short, persons * short * short, persons]);
    },
    close() {
      const closed = design.close();
      return {
        design: closed,
        result(whole) {
          const [poor = 0, gaps = 0, squares = 0, persons = 0] = closed.totals;
          const ratio = (numerator: number, at: number): Estimate => {
            const value = numerator / persons;
            const own = [0, 0, 0, -value / persons];
            own[at] = 1 / persons;
            const spread = { units: (whole ?? closed).units, strata: (whole ?? closed).strata };
            return estimateOf(value, closed.varianceOf(own, whole), spread, {
              confidence,
              kind: at === 0 ? 'share' : 'number',
              low: 0,
              rows,
            });
          };
          return {
            line,
            rows,
            households,
            persons,
            poorHouseholds,
            poorPersons: poor,
            meanIncome: income / persons,
            headcount: ratio(poor, 0),
            gap: ratio(gaps, 1),
            severity: ratio(squares, 2),
            gapYuan: gaps * line,
            incomeGapRatio: poor > 0 ? gaps / poor : 0,
          };
        },
      };
    },
  };
}
