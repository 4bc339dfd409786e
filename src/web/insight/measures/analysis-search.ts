// The address of the measures: the line and the grouping.
import type { MeasureGroup } from '#contract/insight-measures.ts';

export const measureGroupings = ['part', 'cause', 'size', 'ethnicity'] as const;
export type Grouping = (typeof measureGroupings)[number];

export interface AnalysisSearch {
  /** `2952` or `60%median`; the pack's line where absent. */
  readonly line?: string;
  readonly by?: Grouping;
}

export function readAnalysisSearch(search: Record<string, unknown>): AnalysisSearch {
  const { line, by } = search;
  return {
    line: typeof line === 'string' && line !== '' ? line.slice(0, 40) : undefined,
    by: measureGroupings.find((one) => one === by),
  };
}

/** Shown rows keep the order of the answer; the worst first. */
export function isRated(group: MeasureGroup): boolean {
  return !group.isHidden && group.headcount !== null;
}
