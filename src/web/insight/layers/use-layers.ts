// The pictures of the ground one may look at, and which of them is chosen and how strongly it shows.
import { useRead } from '#web/client/read.ts';
import { useRemembered } from '#web/ui/use-remembered.ts';
import type { ShownLayer } from './tile-images.tsx';

export function useLayers(area: string, chosen: string | undefined) {
  const isOfCounty = area.length >= 6;
  const read = useRead(
    'GET /api/insight/layers',
    { query: { area } },
    { enabled: isOfCounty, staleTime: 60_000 },
  );
  const [strength, setStrength] = useRemembered('layer-strength', strengthOf);
  const ready = (read.data?.items ?? []).filter(({ state }) => state === 'ready');
  const layer = ready.find(({ id }) => id === chosen);
  const shown: ShownLayer | undefined =
    layer === undefined ? undefined : { layer, opacity: strength / 100 };
  return { ready, shown, strength, setStrength, mayLoad: read.data?.mayLoad ?? false };
}

/** In percent; what was stored otherwise is as if it never had been. */
function strengthOf(stored: unknown): number {
  return typeof stored === 'number' && stored >= 10 && stored <= 100 ? stored : 85;
}

export type Layers = ReturnType<typeof useLayers>;
