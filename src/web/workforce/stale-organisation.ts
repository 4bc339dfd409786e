/** What an appointment, a signature or a unit makes stale. */
export const staleOrganisation = [
  'GET /api/workforce/organisation',
  'GET /api/workforce/units',
  'GET /api/workforce/schedule',
] as const;
