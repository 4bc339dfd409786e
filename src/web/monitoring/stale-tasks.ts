/** What a report, an owner or a new task makes stale. */
export const staleTasks = [
  'GET /api/monitoring/tasks',
  'GET /api/monitoring/tasks/:id',
  'GET /api/monitoring/documents',
  'GET /api/monitoring/delivery',
] as const;
