// The address of the household list: its filters, as the API names them, so that a number elsewhere can
// link to the list it counts; its order; where it begins; and the household open beside it.

export const householdFilters = [
  'stage',
  'registered',
  'cause',
  'attribute',
  'measure',
  'incomeFrom',
  'incomeBelow',
  'incomeUnknown',
  'membersFrom',
  'membersTo',
  'houseGrade',
  'helpClass',
  'ethnicity',
  'q',
] as const;

export type HouseholdFilterName = (typeof householdFilters)[number];

export type HouseholdFilterSearch = { readonly [Name in HouseholdFilterName]?: string };

export const householdSorts = ['householdNo', 'name', 'income', '-income'] as const;
export type HouseholdSortName = (typeof householdSorts)[number];

export type HouseholdListSearch = HouseholdFilterSearch & {
  readonly sort?: HouseholdSortName;
  /** Where the list begins, as an earlier page gave it. */
  readonly cursor?: string;
  /** The household open beside the list. */
  readonly open?: string;
};

export function readHouseholdListSearch(search: Record<string, unknown>): HouseholdListSearch {
  const text = (name: string) => {
    const value = search[name];
    return value === undefined || value === null || value === '' ? undefined : String(value);
  };
  const filters = householdFilters.map((name) => [name, text(name)] as const);
  return {
    ...Object.fromEntries(filters.filter(([, value]) => value !== undefined)),
    sort: householdSorts.find((sort) => sort === search.sort),
    cursor: text('cursor'),
    open: text('open'),
  };
}

/** The filters alone: what list, count and file are asked by. */
export function filtersOf(search: HouseholdListSearch): HouseholdFilterSearch {
  return Object.fromEntries(
    householdFilters.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  );
}

export function withoutFilters(): HouseholdListSearch {
  const none = householdFilters.map((name) => [name, undefined] as const);
  return { ...Object.fromEntries(none), cursor: undefined, open: undefined };
}
