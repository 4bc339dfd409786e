// The address of the problems: how they are shown, and which.
import { type Phase, phases } from '#domain/monitoring/work-list.ts';

export const problemViews = ['table', 'board', 'gantt'] as const;
export type ProblemViewName = (typeof problemViews)[number];
export const shownProblems = ['open', 'closed', 'all'] as const;

export interface ProblemSearch {
  readonly view?: ProblemViewName | undefined;
  readonly which?: 'closed' | 'all' | undefined;
  readonly phase?: Phase | undefined;
  readonly own?: 'yes' | undefined;
  readonly late?: 'yes' | undefined;
  /** What a new problem begins with, where another page sends somebody here to register one. */
  readonly register?: string | undefined;
  readonly finding?: string | undefined;
  readonly seenBy?: 'check' | 'report' | undefined;
}

export function readProblemSearch(search: Record<string, unknown>): ProblemSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const yes = (value: unknown) => (value === 'yes' ? 'yes' : undefined);
  return {
    view: problemViews.find((one) => one === search.view && one !== 'table'),
    which: search.which === 'closed' || search.which === 'all' ? search.which : undefined,
    phase: phases.find((one) => one === search.phase),
    own: yes(search.own),
    late: yes(search.late),
    register: text(search.register),
    finding: text(search.finding),
    seenBy: search.seenBy === 'check' || search.seenBy === 'report' ? search.seenBy : undefined,
  };
}
