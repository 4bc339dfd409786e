/** What a report, a slip or an appointment makes stale. */
export const staleReports = [
  'GET /api/publicity/reports',
  'GET /api/publicity/reports/:id',
  'GET /api/publicity/slips',
  'GET /api/workforce/supervisors',
] as const;
