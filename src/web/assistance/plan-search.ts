// The address of plans: which of them, of which cause and measure.
export const planShows = ['waiting', 'none', 'late', 'all'] as const;

export interface PlanSearch {
  readonly show?: (typeof planShows)[number];
  readonly cause?: string;
  readonly measure?: string;
}

export function readPlanSearch(search: Record<string, unknown>): PlanSearch {
  const text = (key: 'cause' | 'measure') => {
    const value = search[key];
    return typeof value === 'string' && value !== '' ? { [key]: value } : {};
  };
  return {
    show: planShows.find((one) => one === search.show),
    ...text('cause'),
    ...text('measure'),
  };
}
