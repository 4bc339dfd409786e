// Photographs of the places of a map: those of all of the area, those under what is chosen, and the chosen one.
import type { LinkedView } from '#contract/insight-map.ts';
import { countyDigits } from '#domain/kernel/area-code.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { type MapSearch, marksIn } from './map-search.ts';
import { photographsUnder, type ShownPhotograph } from './photograph-choice.ts';

export type { ShownPhotograph } from './photograph-choice.ts';

export interface Photographs {
  readonly state: 'closed' | 'wide' | 'loading' | 'failed' | 'read';
  readonly all: number;
  readonly shown: readonly ShownPhotograph[];
  readonly chosen: ShownPhotograph | undefined;
  readonly capped: boolean;
  readonly error: Error | null;
  again(): void;
}

export function usePhotographs(view: LinkedView, search: MapSearch): Photographs {
  const may = useMe().permissions.includes('registry.read');
  const { code } = view.area;
  const isWide = code.length < countyDigits;
  const read = useRead(
    'GET /api/insight/map/photographs',
    { query: { area: code } },
    { enabled: may && !isWide, staleTime: 60_000 },
  );
  const { data, error } = read;
  const shown = data === undefined ? [] : photographsUnder(data, view, search);
  const stateOf = () => {
    if (!may) return 'closed';
    if (isWide) return 'wide';
    if (data !== undefined) return 'read';
    return error === null ? 'loading' : 'failed';
  };
  return {
    state: stateOf(),
    all: data?.photographs.length ?? 0,
    shown,
    chosen: shown.find(({ id }) => id === search.photo),
    capped: data?.capped ?? false,
    error,
    again: () => void read.refetch(),
  };
}

/** All that are shown where the reader wants them marked, or else the one that is chosen. */
export function markedPhotographs(
  { shown, chosen }: Photographs,
  search: MapSearch,
): readonly ShownPhotograph[] {
  if (marksIn(search.marks).includes('photographs')) return shown;
  return chosen === undefined ? [] : [chosen];
}
