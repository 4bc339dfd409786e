// The address of the orders: what a new one begins with, where another page sends somebody here.
export interface OrderSearch {
  readonly issue?: string | undefined;
  /** Codes of places, joined by commas. */
  readonly places?: string | undefined;
  readonly basis?: string | undefined;
  readonly basisLink?: string | undefined;
}

export function readOrderSearch(search: Record<string, unknown>): OrderSearch {
  const text = (value: unknown) =>
    value === undefined || value === null || value === '' ? undefined : String(value);
  return {
    issue: text(search.issue),
    places: text(search.places),
    basis: text(search.basis),
    basisLink: text(search.basisLink),
  };
}
