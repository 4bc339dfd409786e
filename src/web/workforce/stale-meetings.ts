/** What a meeting, its minutes or a step of a decision makes stale. */
export const staleMeetings = [
  'GET /api/workforce/meetings',
  'GET /api/workforce/meetings/:id',
] as const;
