// Ranks that a community gave: how far the rankers agree (Kendall's W, corrected for ties; Kendall and
// Babington Smith 1939) and what they say together (Borda's sums; Copeland's pairwise wins). 1 is the
// first; a tie shares the mean of its places.

export interface Concordance {
  readonly rankers: number;
  readonly items: number;
  /** 0: no agreement; 1: all the same. */
  readonly w: number;
}

/** `ranks[ranker][item]`. */
export function kendallW(ranks: readonly (readonly number[])[]): Concordance {
  const rankers = ranks.length;
  const items = ranks[0]?.length ?? 0;
  const sums = Array.from({ length: items }, (_, item) =>
    ranks.reduce((sum, row) => sum + (row[item] ?? 0), 0),
  );
  const mean = sums.reduce((sum, value) => sum + value, 0) / items;
  const spread = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const ties = ranks.reduce((sum, row) => sum + tieCorrection(row), 0);
  const full = rankers * rankers * (items ** 3 - items) - rankers * ties;
  return { rankers, items, w: full === 0 ? 1 : (12 * spread) / full };
}

export interface RankScore {
  readonly item: number;
  readonly borda: number;
  /** Pairs won less pairs lost. */
  readonly copeland: number;
}

export function aggregateRanks(ranks: readonly (readonly number[])[]): readonly RankScore[] {
  const items = ranks[0]?.length ?? 0;
  return Array.from({ length: items }, (_, item) => ({
    item,
    borda: ranks.reduce((sum, row) => sum + items - (row[item] ?? 0), 0),
    copeland: Array.from({ length: items }, (_unused, other) => pairOf(ranks, item, other)).reduce(
      (sum, won) => sum + won,
      0,
    ),
  }));
}

/** 1 when more rankers put the item before the other, −1 when fewer. */
function pairOf(ranks: readonly (readonly number[])[], item: number, other: number): number {
  const balance = ranks.reduce(
    (sum, row) => sum + Math.sign((row[other] ?? 0) - (row[item] ?? 0)),
    0,
  );
  return Math.sign(balance);
}

function tieCorrection(row: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of row) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}
