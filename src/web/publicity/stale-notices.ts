// What an act on a notice makes stale: notices and their cases.
export const staleNotices = [
  'GET /api/publicity/notices',
  'GET /api/publicity/notices/:id',
  'GET /api/publicity/waiting',
  'GET /api/publicity/objections',
  'GET /api/casework/cases/:id',
  'GET /api/casework/cases',
  'GET /api/casework/counts',
] as const;
