// The address of the household list: its filters, as the API names them, so that a number elsewhere can
// link to the list it counts.

export interface HouseholdListSearch {
  readonly [filter: string]: string | undefined;
}

export function readHouseholdListSearch(search: Record<string, unknown>): HouseholdListSearch {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
}
