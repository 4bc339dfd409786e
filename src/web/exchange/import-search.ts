// The address of an import: which of its rows are shown.

export const outcomes = ['refused', 'new', 'changed', 'unchanged'] as const;
export type OutcomeName = (typeof outcomes)[number];

export interface ImportSearch {
  readonly outcome?: OutcomeName | 'all';
  readonly problem?: string;
}

export function readImportSearch(search: Record<string, unknown>): ImportSearch {
  const { outcome, problem } = search;
  return {
    outcome: outcome === 'all' ? 'all' : outcomes.find((one) => one === outcome),
    problem: typeof problem === 'string' && problem !== '' ? problem : undefined,
  };
}
