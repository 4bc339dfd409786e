// The addresses of rosters and of the question who vouched for whom.
export interface RosterSearch {
  readonly process?: string;
  readonly step?: string;
  /** The place of the roster that is open. */
  readonly of?: string;
}

export interface SignatureSearch {
  readonly person?: string | undefined;
  readonly household?: string | undefined;
  readonly year?: number | undefined;
}

const textOf = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number') && value !== ''
    ? String(value)
    : undefined;

export function readRosterSearch(search: Record<string, unknown>): RosterSearch {
  return { process: textOf(search.process), step: textOf(search.step), of: textOf(search.of) };
}

export function readSignatureSearch(search: Record<string, unknown>): SignatureSearch {
  const year = Number(search.year);
  return {
    person: textOf(search.person),
    household: textOf(search.household),
    year: Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : undefined,
  };
}
