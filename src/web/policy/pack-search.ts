// The address of a pack: the day it is read on, and which articles are shown.

export const packShows = ['unverified', 'sample'] as const;

export interface PackSearch {
  readonly on?: string;
  readonly show?: (typeof packShows)[number];
  /** Only articles that say this. */
  readonly find?: string;
}

export function readPackSearch(search: Record<string, unknown>): PackSearch {
  const { on, show, find } = search;
  return {
    on: typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined,
    show: packShows.find((one) => one === show),
    find: typeof find === 'string' && find.trim() !== '' ? find.slice(0, 100) : undefined,
  };
}
