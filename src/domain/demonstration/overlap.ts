// Measures beside the primary one, such that every batch has its published households and persons although
// one household stands in several. Refuses sums that no choice of households can reach.
import type { Random } from './random.ts';

export interface OverlapHousehold {
  readonly id: string;
  readonly members: number;
  /** Its own batch, which it is in anyhow. */
  readonly primary: string | null;
}

interface OverlapBatch {
  readonly measure: string;
  readonly households: number;
  readonly persons: number;
}

/** By measure, the households that have it beside another one. */
export function chooseOverlap(
  households: readonly OverlapHousehold[],
  batches: readonly OverlapBatch[],
  random: Random,
): ReadonlyMap<string, readonly OverlapHousehold[]> {
  return new Map(
    batches.map((batch) => {
      const own = households.filter(({ primary }) => primary === batch.measure);
      const others = random.shuffled(households.filter(({ primary }) => primary !== batch.measure));
      const count = batch.households - own.length;
      const persons = batch.persons - membersOf(own);
      return [batch.measure, chosenOf(others, { count, persons, measure: batch.measure })];
    }),
  );
}

interface Wanted {
  readonly count: number;
  readonly persons: number;
  readonly measure: string;
}

/** The first so many, then one after another changed for a smaller or larger one until the persons are met. */
function chosenOf(
  others: readonly OverlapHousehold[],
  { count, persons, measure }: Wanted,
): readonly OverlapHousehold[] {
  const chosen = others.slice(0, count);
  const left = others.slice(count);
  const impossible = () =>
    new Error(`no ${count} households of ${persons} persons can be added to ${measure}`);
  if (count < 0 || chosen.length < count) throw impossible();
  for (let missing = persons - membersOf(chosen); missing !== 0; ) {
    const step = bestSwap(chosen, left, missing);
    if (step === undefined) throw impossible();
    const [out, into] = step;
    const [one, other] = [chosen[out], left[into]];
    if (one === undefined || other === undefined) throw impossible();
    chosen[out] = other;
    left[into] = one;
    missing -= other.members - one.members;
  }
  return chosen;
}

/** One that is out for one that is in, by as much as brings the sum nearest without passing it. */
function bestSwap(
  chosen: readonly OverlapHousehold[],
  left: readonly OverlapHousehold[],
  missing: number,
): readonly [out: number, into: number] | undefined {
  const firstOf = (rows: readonly OverlapHousehold[]) => {
    const first = new Map<number, number>();
    rows.forEach(({ members }, index) => {
      if (!first.has(members)) first.set(members, index);
    });
    return first;
  };
  let best: readonly [number, number] | undefined;
  let gained = 0;
  for (const [small, out] of firstOf(chosen)) {
    for (const [large, into] of firstOf(left)) {
      const gain = large - small;
      if (Math.sign(gain) !== Math.sign(missing) || Math.abs(gain) > Math.abs(missing)) continue;
      if (Math.abs(gain) > gained) {
        gained = Math.abs(gain);
        best = [out, into];
      }
    }
  }
  return best;
}

function membersOf(households: readonly OverlapHousehold[]): number {
  return households.reduce((sum, { members }) => sum + members, 0);
}
