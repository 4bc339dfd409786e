// The address of a run: which part of the rank list is shown.

export const rankLists = ['beyond', 'near', 'all'] as const;
export type RankListName = (typeof rankLists)[number];

export interface RunSearch {
  readonly list?: RankListName;
}

export function readRunSearch(search: Record<string, unknown>): RunSearch {
  return { list: rankLists.find((list) => list === search.list) };
}

/** Points from the cut-off that the near lists reach; the server counts near misses by the same. */
export const nearPoints = 5;
