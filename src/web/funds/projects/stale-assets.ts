// What an act on an asset makes stale.
export const staleAssets = [
  'GET /api/funds/assets',
  'GET /api/funds/assets/counts',
  'GET /api/funds/assets/:id',
  'GET /api/funds/shares/:id/households',
] as const;
