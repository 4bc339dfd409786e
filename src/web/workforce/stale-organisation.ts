/** What a tie makes stale. */
export const staleTies = [
  'GET /api/workforce/ties',
  'GET /api/workforce/units',
  'GET /api/workforce/units/:id',
  'GET /api/workforce/units/:id/ties',
  'GET /api/workforce/households/:id',
] as const;

/** What an appointment, a signature or a unit makes stale. */
export const staleOrganisation = [
  'GET /api/workforce/organisation',
  'GET /api/workforce/units',
  'GET /api/workforce/schedule',
] as const;
