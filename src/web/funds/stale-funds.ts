// What an act of money makes stale.
export const staleFunds = [
  'GET /api/funds/books',
  'GET /api/funds/orders',
  'GET /api/funds/lines',
  'GET /api/funds/balances',
  'GET /api/funds/choices',
  'GET /api/funds/entries/:id',
  'GET /api/funds/months',
] as const;
