/** What an act on a lead or a pair makes stale. */
export const staleLeads = [
  'GET /api/targeting/leads',
  'GET /api/targeting/leads/counts',
  'GET /api/targeting/leads/:id',
  'GET /api/targeting/households/:id/leads',
  'GET /api/targeting/pairs',
] as const;

export const staleLists = ['GET /api/targeting/lists', 'GET /api/targeting/lists/:id'] as const;
