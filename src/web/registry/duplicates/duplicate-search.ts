// The address of the list of duplicates: where the pairs stand.
export const pairStates = ['open', 'proposed', 'merged', 'different'] as const;

export interface DuplicateSearch {
  readonly pairs?: (typeof pairStates)[number];
}

export function readDuplicateSearch(search: Record<string, unknown>): DuplicateSearch {
  return { pairs: pairStates.find((state) => state === search.pairs) };
}
