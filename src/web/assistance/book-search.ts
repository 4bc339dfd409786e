// The address of a household's books: which of them.
export const bookPapers = ['card', 'plan', 'measures', 'ledger'] as const;

export interface BookSearch {
  readonly book?: (typeof bookPapers)[number];
}

export function readBookSearch(search: Record<string, unknown>): BookSearch {
  return { book: bookPapers.find((one) => one === search.book) };
}
