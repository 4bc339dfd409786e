// The address of the list of events.
export const eventViews = ['list', 'board'] as const;
export const whichEvents = ['open', 'closed'] as const;

export interface EventSearch {
  readonly view?: (typeof eventViews)[number] | undefined;
  readonly which?: (typeof whichEvents)[number] | undefined;
  readonly late?: 'yes' | undefined;
  readonly own?: 'yes' | undefined;
}

export function readEventSearch(search: Record<string, unknown>): EventSearch {
  return {
    view: eventViews.find((one) => one === search.view),
    which: whichEvents.find((one) => one === search.which),
    late: search.late === 'yes' ? 'yes' : undefined,
    own: search.own === 'yes' ? 'yes' : undefined,
  };
}
