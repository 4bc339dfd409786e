// What a change of plans, needs or deliveries makes stale.
export const stalePlans = [
  'GET /api/assistance/households/:id',
  'GET /api/assistance/villages/:area',
  'GET /api/assistance/plans/:id',
  'GET /api/assistance/plans',
  'GET /api/assistance/summary',
  'GET /api/assistance/disputes',
  'GET /api/registry/households/:id',
  'GET /api/workforce/households/:id',
] as const;
