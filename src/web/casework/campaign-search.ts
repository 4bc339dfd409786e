// The address of campaigns: whom the next one is to be begun for, as another page found them.
import {
  filtersOf,
  type HouseholdFilterSearch,
  readHouseholdListSearch,
} from '#web/registry/household-list-search.ts';

export type CampaignSearch = HouseholdFilterSearch & {
  /** By the filter of the household list, the leads of a list, a rule of data quality. */
  readonly choose?: 'filter' | 'leads' | 'quality';
  /** List or rule. */
  readonly key?: string;
};

export function readCampaignSearch(search: Record<string, unknown>): CampaignSearch {
  const choose = (['filter', 'leads', 'quality'] as const).find((one) => one === search.choose);
  if (choose === undefined) return {};
  const key = search.key === undefined ? {} : { key: String(search.key) };
  return { ...filtersOf(readHouseholdListSearch(search)), choose, ...key };
}

/** What a choice is asked by: the filter alone, or the list or rule alone. */
export function choiceOf({ choose, key, ...search }: CampaignSearch) {
  if (choose === undefined) return undefined;
  if (choose === 'filter') return { filter: filtersOf(search) };
  return { source: { kind: choose, key: key ?? '' } };
}
