// The households of the area as points, and which of them what is chosen lets through.
import { useMemo } from 'react';
import type { LinkedView, MapPoints } from '#contract/insight-map.ts';
import { useRead } from '#web/client/read.ts';
import { type Dimension, dimensions, keyOf, type MapSearch } from './map-search.ts';

export interface ShownPoints extends MapPoints {
  readonly idOf: (index: number) => string;
  readonly fits: (index: number) => boolean;
}

const at: Readonly<Record<Dimension, 1 | 2 | 3 | 4>> = { stage: 1, cause: 2, measure: 3, band: 4 };

export function usePoints(view: LinkedView, search: MapSearch, wanted: boolean) {
  const read = useRead(
    'GET /api/insight/map/points',
    { query: { area: view.area.code } },
    { enabled: wanted, staleTime: 60_000 },
  );
  const { data } = read;
  const { stage, cause, measure, band } = search;
  const shown = useMemo((): ShownPoints | undefined => {
    if (data === undefined || !wanted) return undefined;
    const chosen = { stage, cause, measure, band };
    const conditions = dimensions.flatMap((one) => {
      const key = chosen[one];
      return key === undefined ? [] : [[at[one], data.keys[one].indexOf(keyOf(key))] as const];
    });
    return {
      ...data,
      idOf: (index) => data.points[index]?.[5] ?? '',
      fits: (index) => {
        const point = data.points[index];
        return point !== undefined && conditions.every(([place, key]) => point[place] === key);
      },
    };
  }, [data, wanted, stage, cause, measure, band]);
  return {
    points: shown,
    isLoading: wanted && data === undefined && read.error === null,
    error: read.error,
  };
}
