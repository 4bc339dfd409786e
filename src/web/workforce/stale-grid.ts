/** What a cell, a patrol or an act on an event makes stale. */
export const staleGrid = [
  'GET /api/workforce/grid',
  'GET /api/workforce/cells/:id',
  'GET /api/workforce/incidents',
  'GET /api/workforce/incidents/:id',
] as const;
