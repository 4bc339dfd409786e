// The address of a list of loans: which of them.
import { creditShows, loanShows } from '#domain/funds/loans/loan-shows.ts';
import { parsePlainDate } from '#domain/kernel/plain-date.ts';

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

export interface EntrustedSearch {
  /** As of which day. */
  readonly on?: string;
  readonly list?: 'all' | 'arrears' | 'open';
}

export function readEntrustedSearch({ on, list }: Record<string, unknown>): EntrustedSearch {
  const isDay = typeof on === 'string' && parsePlainDate(on) !== undefined;
  return {
    ...(isDay ? { on } : {}),
    ...(list === 'arrears' || list === 'open' ? { list } : {}),
  };
}

export interface CreditSearch {
  readonly show?: (typeof creditShows)[number];
  readonly grade?: string;
  readonly reason?: string;
}

export function readCreditSearch({ show, grade, reason }: Record<string, unknown>): CreditSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    show: creditShows.find((one) => one === show),
    grade: text(grade),
    reason: text(reason),
  };
}
