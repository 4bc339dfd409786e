// What a write about checks makes stale.
import type { ReadAddress } from '#web/client/api.ts';

export const staleChecks: readonly ReadAddress[] = [
  'GET /api/supervision/campaigns',
  'GET /api/supervision/campaigns/:id',
  'GET /api/supervision/campaigns/:id/sample',
  'GET /api/supervision/campaigns/:id/report',
  'GET /api/supervision/campaigns/:id/households/:household/sheet',
];
