// What an act on a project makes stale.
export const staleProjects = [
  'GET /api/funds/projects',
  'GET /api/funds/projects/counts',
  'GET /api/funds/projects/:id',
  'GET /api/funds/projects/:id/households',
  'GET /api/funds/orders',
  'GET /api/funds/balances',
] as const;
