// The address of visits: which of them, of which unit.
export const dueStates = ['overdue', 'today', 'soon'] as const;

export interface DueSearch {
  readonly due?: (typeof dueStates)[number];
  readonly unit?: string;
}

export function readDueSearch(search: Record<string, unknown>): DueSearch {
  return {
    due: dueStates.find((one) => one === search.due),
    unit: typeof search.unit === 'string' && search.unit !== '' ? search.unit : undefined,
  };
}
