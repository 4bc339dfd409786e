// What a word about a pair makes stale: the pairs, and everything one reads of the two households.
import { staleAfterWrite } from '#web/registry/household/household-reads.ts';

export const stalePairs = [
  'GET /api/registry/duplicates',
  'GET /api/registry/duplicates/counts',
  'GET /api/registry/duplicates/:id',
] as const;

export const staleAfterMerge = [
  ...stalePairs,
  ...staleAfterWrite,
  'GET /api/registry/households',
] as const;
