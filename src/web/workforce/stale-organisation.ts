/** What an appointment, a signature or a unit makes stale. */
export const staleOrganisation = [
  'GET /api/workforce/organisation',
  'GET /api/workforce/units',
] as const;
