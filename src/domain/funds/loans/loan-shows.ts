// What lists of loans and of credit may be narrowed to, by the words of their addresses.
import { overdueClasses } from '#domain/funds/loans/overdue.ts';

export const loanShows = [
  'all',
  'waiting',
  'toLend',
  'lent',
  'owed',
  'dueSoon',
  ...overdueClasses,
  'late',
  'refused',
  'settled',
  'covered',
  'unchecked',
  'misused',
] as const;

/** Households by what their credit is, or why they have none. */
export const creditShows = ['rated', 'unrated', 'noCredit', 'neverAsked', 'unexplained'] as const;
