// What a change of helpers or pairs makes stale.
export const staleHelp = [
  'GET /api/workforce/coverage',
  'GET /api/workforce/helpers',
  'GET /api/workforce/helpers/:id',
  'GET /api/workforce/uncovered',
  'GET /api/workforce/handovers',
  'GET /api/workforce/households/:id/candidates',
] as const;
