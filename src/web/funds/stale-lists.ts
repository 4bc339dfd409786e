// What an act on a payment list makes stale.
export const staleLists = [
  'GET /api/funds/lists',
  'GET /api/funds/lists/:id',
  'GET /api/funds/lists/:id/payments',
  'GET /api/funds/purses',
  'GET /api/funds/books',
  'GET /api/funds/households/:id',
] as const;
