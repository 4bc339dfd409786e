// What a visit or an interview makes stale.
export const staleVisits = [
  'GET /api/workforce/due',
  'GET /api/workforce/due/counts',
  'GET /api/workforce/households/:id',
  'GET /api/workforce/helpers/:id',
  'GET /api/workforce/interviews',
  'GET /api/registry/households/:id',
] as const;
