// Two ways to add up who is helped by what. By benefit everybody counts under each measure they have, and
// the columns overlap; by primary measure everybody counts once. The two are different types, so that no
// line of code adds one to the other (江津：六批 27,582 人次，脱贫 24,268 人).

export interface Helped {
  readonly measures: readonly string[];
  readonly primary: string | null;
  readonly persons: number;
}

interface Count {
  readonly households: number;
  readonly persons: number;
}

declare const overlapping: unique symbol;
declare const once: unique symbol;
/** Counts whose sum is larger than the number of those helped. */
export type OverlappingCount = Count & { readonly [overlapping]: true };
/** Counts whose sum is the number of those helped. */
export type OnceCount = Count & { readonly [once]: true };

export interface MeasureSums {
  readonly byBenefit: ReadonlyMap<string, OverlappingCount>;
  readonly byPrimary: ReadonlyMap<string, OnceCount>;
  /** Everybody who has at least one measure, once. */
  readonly helped: OnceCount;
  /** Of those: without a primary measure. */
  readonly unattributed: OnceCount;
  readonly sumByBenefit: OverlappingCount;
}

export function measureSums(rows: readonly Helped[]): MeasureSums {
  const byBenefit = new Map<string, Count>();
  const byPrimary = new Map<string, Count>();
  let helped: Count = { households: 0, persons: 0 };
  let unattributed: Count = { households: 0, persons: 0 };
  for (const { measures, primary, persons } of rows) {
    const own = new Set(measures);
    if (own.size === 0) continue;
    helped = plus(helped, persons);
    for (const code of own) byBenefit.set(code, plus(byBenefit.get(code), persons));
    if (primary === null || !own.has(primary)) unattributed = plus(unattributed, persons);
    else byPrimary.set(primary, plus(byPrimary.get(primary), persons));
  }
  const sum = [...byBenefit.values()].reduce<Count>(
    (total, one) => ({
      households: total.households + one.households,
      persons: total.persons + one.persons,
    }),
    { households: 0, persons: 0 },
  );
  return {
    byBenefit: byBenefit as ReadonlyMap<string, OverlappingCount>,
    byPrimary: byPrimary as ReadonlyMap<string, OnceCount>,
    helped: helped as OnceCount,
    unattributed: unattributed as OnceCount,
    sumByBenefit: sum as OverlappingCount,
  };
}

function plus(before: Count | undefined, persons: number): Count {
  return {
    households: (before?.households ?? 0) + 1,
    persons: (before?.persons ?? 0) + persons,
  };
}
