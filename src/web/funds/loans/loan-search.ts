// The address of a list of loans: which of them.
import { loanShows } from '#contract/funds-loans.ts';

export interface LoanSearch {
  readonly show?: (typeof loanShows)[number];
  readonly product?: string;
  readonly purpose?: string;
  readonly refusal?: string;
  readonly month?: string;
}

export function readLoanSearch(search: Record<string, unknown>): LoanSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    show: loanShows.find((one) => one === search.show),
    product: text(search.product),
    purpose: text(search.purpose),
    refusal: text(search.refusal),
    month: text(search.month),
  };
}
