/** What an act on a problem makes stale. */
export const staleProblems = [
  'GET /api/monitoring/problems',
  'GET /api/monitoring/problems/counts',
  'GET /api/monitoring/problems/:id',
  'GET /api/workforce/findings',
] as const;
