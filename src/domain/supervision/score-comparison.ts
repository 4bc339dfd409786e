// What independent scores say of the first ones: difference by rater and by item, agreement of two teams,
// how a rater drifts, and the rate of wrong outcomes with its interval. The last score of a team counts;
// what it said before its recalibration stands beside it. Nothing here decides about a household.
import { iccOf, kappaOf, numberAgreement } from '#domain/kernel/statistics/agreement.ts';
import { createDesign, estimateOf } from '#domain/kernel/statistics/design.ts';
import {
  exactInterval,
  type Interval,
  wilsonInterval,
} from '#domain/kernel/statistics/proportion-interval.ts';

export interface ComparedScore {
  readonly team: string;
  readonly account: string;
  readonly rater: string;
  readonly on: string;
  readonly items: readonly (number | null)[];
  readonly total: number;
  readonly listed: boolean;
}

export interface ComparedHousehold {
  readonly id: string;
  readonly probability: number;
  readonly stratum: string;
  readonly cluster: string | null;
  /** The score the register gave on the day of the draw; null where it could not be told. */
  readonly first: {
    readonly items: readonly (number | null)[];
    readonly total: number | null;
    readonly listed: boolean;
  };
  /** Of each team the score that counts. */
  readonly scores: readonly ComparedScore[];
}

export interface Difference {
  readonly n: number;
  readonly mean: number;
  readonly deviation: number | null;
  /** Share of pairs no further apart than is allowed. */
  readonly within: number;
}

export function raterDifferences(
  households: readonly ComparedHousehold[],
  allowed: number,
): readonly (Difference & {
  readonly account: string;
  readonly rater: string;
  readonly team: string;
})[] {
  const byRater = new Map<string, { rater: string; team: string; pairs: [number, number][] }>();
  for (const { first, scores } of households) {
    for (const { account, rater, team, total } of scores) {
      if (first.total === null) continue;
      const one = byRater.get(account) ?? { rater, team, pairs: [] };
      one.pairs.push([total, first.total]);
      byRater.set(account, one);
    }
  }
  return [...byRater].map(([account, { rater, team, pairs }]) => ({
    account,
    rater,
    team,
    ...differenceOf(pairs, allowed),
  }));
}

/** Blind points less the first ones, item by item; an item counts as same where points are equal. */
export function itemDifferences(
  households: readonly ComparedHousehold[],
  items: number,
): readonly Difference[] {
  return Array.from({ length: items }, (_, at) => {
    const pairs = households.flatMap(({ first, scores }) =>
      scores.flatMap((score): [number, number][] => {
        const [blind, before] = [score.items[at] ?? null, first.items[at] ?? null];
        return blind === null || before === null ? [] : [[blind, before]];
      }),
    );
    return differenceOf(pairs, 0);
  });
}

function differenceOf(pairs: readonly (readonly [number, number])[], allowed: number): Difference {
  if (pairs.length === 0) return { n: 0, mean: 0, deviation: null, within: 0 };
  const { n, meanDifference, deviation, withinTolerance } = numberAgreement(pairs, {
    tolerance: allowed,
  });
  return {
    n,
    mean: meanDifference,
    deviation: Number.isFinite(deviation) ? deviation : null,
    within: withinTolerance,
  };
}

export interface TeamAgreement {
  readonly teams: readonly [string, string];
  readonly households: number;
  /** [both listed, first only], [second only, neither]. */
  readonly table: readonly (readonly number[])[];
  /** Null where one category alone leaves nothing to agree about by more than chance. */
  readonly kappa: number | null;
  readonly kappaInterval: Interval | null;
  readonly icc: number | null;
  readonly meanDifference: number;
  readonly limits: Interval | null;
  readonly within: number;
}

/** Two teams that did not know of each other, on the households both have scored. */
export function teamAgreement(
  households: readonly ComparedHousehold[],
  teams: readonly [string, string],
  allowed: number,
): TeamAgreement | null {
  const pairs = households.flatMap(({ scores }) => {
    const [one, other] = teams.map((team) => scores.find((score) => score.team === team));
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
  if (pairs.length === 0) return null;
  const count = (left: boolean, right: boolean) =>
    pairs.filter(([one, other]) => one.listed === left && other.listed === right).length;
  const table = [
    [count(true, true), count(true, false)],
    [count(false, true), count(false, false)],
  ];
  const kappa = kappaOf(table);
  const totals = pairs.map(([one, other]): [number, number] => [one.total, other.total]);
  const numbers = numberAgreement(totals, { tolerance: allowed });
  const icc = pairs.length > 2 ? iccOf(totals).icc21 : Number.NaN;
  const isTold = kappa.expected < 1 - 1e-9;
  return {
    teams,
    households: pairs.length,
    table,
    kappa: isTold ? kappa.kappa : null,
    kappaInterval: isTold ? kappa.interval : null,
    icc: Number.isFinite(icc) ? icc : null,
    meanDifference: numbers.meanDifference,
    limits: Number.isFinite(numbers.limits.low) ? numbers.limits : null,
    within: numbers.withinTolerance,
  };
}

export interface ErrorRate {
  readonly faults: number;
  readonly households: number;
  /** Weighted by the chances of being drawn. */
  readonly rate: number;
  readonly interval: Interval | null;
  readonly wilson: Interval;
  readonly exact: Interval;
  readonly designEffect: number;
  readonly clusters: number;
}

/**
 * A household is a fault where the scores that count put it on the other side of the line than the first
 * one did; teams that differ among themselves settle nothing, so the household is counted as open.
 */
export function isFault({ first, scores }: ComparedHousehold): boolean | null {
  const [one, ...others] = scores;
  if (one === undefined || first.total === null) return null;
  if (others.some(({ listed }) => listed !== one.listed)) return null;
  return one.listed !== first.listed;
}

export function errorRate(
  households: readonly ComparedHousehold[],
  confidence: number,
): ErrorRate | null {
  const judged = households.flatMap((household) => {
    const fault = isFault(household);
    return fault === null ? [] : [{ household, fault }];
  });
  if (judged.length === 0) return null;
  const design = createDesign(2);
  for (const { household, fault } of judged) {
    const weight = 1 / household.probability;
    const { stratum, cluster } = household;
    design.add({ stratum, cluster: cluster ?? household.id }, [fault ? weight : 0, weight]);
  }
  const closed = design.close();
  const [faulty = 0, all = 0] = closed.totals;
  const rate = all === 0 ? 0 : faulty / all;
  const variance = closed.varianceOf([1 / all, -rate / all]);
  const n = judged.length;
  const simple = (rate * (1 - rate)) / n;
  const isClustered = judged.some(({ household }) => household.cluster !== null);
  const faults = judged.filter(({ fault }) => fault).length;
  const estimate = estimateOf(rate, variance, closed, { confidence, kind: 'share', rows: n });
  return {
    faults,
    households: n,
    rate,
    interval: estimate.interval,
    wilson: wilsonInterval(faults / n, n, confidence),
    exact: exactInterval(faults, n, confidence),
    designEffect: isClustered && simple > 1e-12 ? variance / simple : 1,
    clusters: closed.units,
  };
}

export interface DriftPoint {
  readonly on: string;
  readonly n: number;
  readonly mean: number;
  /** Over this day and those before. */
  readonly running: number;
}

export interface Drift {
  readonly account: string;
  readonly rater: string;
  readonly points: readonly DriftPoint[];
}

export interface Deviation {
  readonly account: string;
  readonly rater: string;
  readonly on: string;
  readonly difference: number;
}

/** How far a rater stands from the first scores, day by day. */
export function driftOf(deviations: readonly Deviation[]): readonly Drift[] {
  const raters = new Map<string, { rater: string; days: Map<string, number[]> }>();
  for (const { account, rater, on, difference } of deviations) {
    const one = raters.get(account) ?? { rater, days: new Map<string, number[]>() };
    one.days.set(on, [...(one.days.get(on) ?? []), difference]);
    raters.set(account, one);
  }
  return [...raters].map(([account, { rater, days }]) => {
    let sum = 0;
    let count = 0;
    const points = [...days]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([on, differences]) => {
        const ofDay = differences.reduce((total, one) => total + one, 0);
        sum += ofDay;
        count += differences.length;
        return {
          on,
          n: differences.length,
          mean: ofDay / differences.length,
          running: sum / count,
        };
      });
    return { account, rater, points };
  });
}
