// The address of a chart: which version stands beside it; of a board: paper and version.
import { text } from '#web/shell/address-query.ts';

export interface ChartSearch {
  readonly area?: string;
  readonly version?: string;
}

export function readChartSearch(search: Record<string, unknown>): ChartSearch {
  return { area: text(search.area), version: text(search.version) };
}

export const papers = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;
export type Paper = (typeof papers)[number];

export interface BoardSearch extends ChartSearch {
  readonly paper?: Paper;
}

export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  return {
    ...readChartSearch(search),
    paper: papers.find((one) => one === search.paper),
  };
}
