// What the household page reads, once for all its parts.
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';

/** Opening a card is an act in the audit trail, so it is not read again for every glance. */
const cardStaleTime = 300_000;

export function useCard(id: string) {
  return useRead(
    'GET /api/registry/households/:id',
    { params: { id } },
    { staleTime: cardStaleTime },
  );
}

export function useScore(id: string) {
  const may = useMay();
  return useRead(
    'GET /api/targeting/households/:id/score',
    { params: { id } },
    { enabled: may('targeting.read'), staleTime: cardStaleTime },
  );
}

export type ScoreRead = ReturnType<typeof useScore>;

/** What a write to a household makes stale. */
export const staleAfterWrite = [
  'GET /api/registry/households/:id',
  'GET /api/registry/households/:id/events',
  'GET /api/registry/households/:id/at',
  'GET /api/registry/households/:id/income',
  'GET /api/registry/households',
  'GET /api/registry/conflicts',
  'GET /api/targeting/households/:id/score',
  'GET /api/targeting/households/:id/decisions',
  'GET /api/targeting/households/:id/decisions/:decision',
  'GET /api/insight/overview',
] as const;
