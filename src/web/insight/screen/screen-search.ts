import { text } from '#web/shell/address-query.ts';

export const screenPages = ['1', '2', '3', '4', '5'] as const;
export type ScreenPageName = (typeof screenPages)[number];

export interface ScreenSearch {
  readonly area?: string;
  readonly page?: ScreenPageName;
}

export function readScreenSearch(search: Record<string, unknown>): ScreenSearch {
  return {
    area: text(search.area),
    page: screenPages.find((one) => one === String(search.page)),
  };
}

/** What the hour is for: the morning meeting asks who is late, the day where we stand, the evening what was done. */
export function pageOfHour(hour: number): ScreenPageName {
  if (hour < 10) return '2';
  return hour < 17 ? '1' : '5';
}
