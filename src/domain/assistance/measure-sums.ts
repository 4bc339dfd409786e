// Two ways to add up who is helped by what. By benefit everybody counts under each measure they have, and
// the columns overlap; by primary measure everybody counts once. The two are different types, so that no
// line of code adds one to the other (江津：六批合计 27,582 人次，脱贫 24,268 人).

interface Count {
  readonly households: number;
  readonly persons: number;
}

/** Counts whose sum is larger than the number of those helped. */
export interface OverlappingCount extends Count {
  readonly way: 'byBenefit';
}

/** Counts whose sum is the number of those helped. */
export interface OnceCount extends Count {
  readonly way: 'byPrimary';
}

export interface MeasureSums {
  readonly byBenefit: ReadonlyMap<string, OverlappingCount>;
  readonly byPrimary: ReadonlyMap<string, OnceCount>;
  /** Everybody who has at least one measure, once. */
  readonly helped: OnceCount;
  /** Of those: whose primary measure is not known. */
  readonly unattributed: OnceCount;
  readonly sumByBenefit: OverlappingCount;
}

interface CodedCount extends Count {
  readonly code: string | null;
}

/** `cells` may split a measure, by cause for instance; `primaries` count each household in one row alone. */
export function measureSums(
  cells: readonly CodedCount[],
  primaries: readonly CodedCount[],
): MeasureSums {
  const byBenefit = new Map<string, OverlappingCount>();
  for (const { code, households, persons } of cells) {
    if (code === null) continue;
    const before = byBenefit.get(code) ?? none('byBenefit');
    byBenefit.set(code, plus(before, { households, persons }));
  }
  const byPrimary = new Map<string, OnceCount>();
  let helped: OnceCount = none('byPrimary');
  let unattributed: OnceCount = none('byPrimary');
  for (const { code, households, persons } of primaries) {
    const one = { households, persons };
    helped = plus(helped, one);
    if (code === null) unattributed = plus(unattributed, one);
    else byPrimary.set(code, plus(byPrimary.get(code) ?? none('byPrimary'), one));
  }
  const sumByBenefit = [...byBenefit.values()].reduce(plus, none('byBenefit'));
  return { byBenefit, byPrimary, helped, unattributed, sumByBenefit };
}

function none<Way extends 'byBenefit' | 'byPrimary'>(way: Way) {
  return { way, households: 0, persons: 0 };
}

function plus<One extends Count>(left: One, right: Count): One {
  return {
    ...left,
    households: left.households + right.households,
    persons: left.persons + right.persons,
  };
}
