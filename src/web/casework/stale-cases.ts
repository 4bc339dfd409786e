// What an act in a case makes stale: the case, the queue, and the household it is about.
export const staleCases = [
  'GET /api/casework/cases/:id',
  'GET /api/casework/cases',
  'GET /api/casework/counts',
  'GET /api/casework/pipeline',
  'GET /api/casework/households/:id',
  'GET /api/registry/households/:id',
  'GET /api/registry/households/:id/events',
] as const;
