// What an act on a loan makes stale.
export const staleLoans = [
  'GET /api/funds/loans',
  'GET /api/funds/loans/:id',
  'GET /api/funds/loans/summary',
  'GET /api/funds/loans/choices',
  'GET /api/funds/households/:id/loans',
  'GET /api/funds/loan-papers',
  'GET /api/funds/banks',
  'GET /api/funds/risk-fund',
  'GET /api/funds/books',
] as const;
