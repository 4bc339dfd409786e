// What the Why tab and the printed sheet read.
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import type { WhySearch } from './why-search.ts';

const staleTime = 300_000;

export function useDecisions(id: string, { on, known }: WhySearch) {
  const may = useMay();
  return useRead(
    'GET /api/targeting/households/:id/decisions',
    { params: { id }, query: { ...(on === undefined ? {} : { on }), known: known ?? 'then' } },
    { enabled: may('targeting.read'), staleTime, keep: true },
  );
}

export function useDecision(id: string, decision: string, { on, known, run }: WhySearch) {
  const may = useMay();
  return useRead(
    'GET /api/targeting/households/:id/decisions/:decision',
    {
      params: { id, decision },
      query: {
        ...(on === undefined ? {} : { on }),
        ...(run === undefined ? {} : { run }),
        known: known ?? 'then',
      },
    },
    { enabled: may('targeting.read') && decision !== '', staleTime },
  );
}
