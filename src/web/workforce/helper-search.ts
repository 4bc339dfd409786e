// The address of the helpers: whom, by name.
export const shown = ['room', 'over', 'idle', 'away'] as const;

export interface HelperSearch {
  readonly who?: (typeof shown)[number];
  readonly name?: string;
  readonly rank?: string;
}

export function readHelperSearch(search: Record<string, unknown>): HelperSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    who: shown.find((one) => one === search.who),
    name: text(search.name),
    rank: text(search.rank),
  };
}
