// What is marked besides households, and where each stands on the sheet of the map.
import { spotOf } from '#domain/insight/layers/tile-grid.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import type { Answer } from '#web/client/api.ts';
import { useRead } from '#web/client/read.ts';
import { cellsOf, spreadWithin, type TileLayout } from './map-layout.ts';
import type { MarkKind } from './map-search.ts';
import { type Corner, type OutlinePaths, onSheet } from './outline-paths.ts';

export type Marks = Answer<'GET /api/insight/map/marks'>;
type Village = Omit<Marks['villages'][number], 'name'>;

export interface ShownMarks extends Marks {
  readonly kinds: readonly Exclude<MarkKind, 'photographs'>[];
}

export function useMarks(area: string, marked: readonly MarkKind[]) {
  const kinds = marked.filter((kind) => kind !== 'photographs');
  const read = useRead(
    'GET /api/insight/map/marks',
    { query: { area } },
    { enabled: kinds.length > 0, staleTime: 60_000 },
  );
  const shown: ShownMarks | undefined =
    read.data === undefined || kinds.length === 0 ? undefined : { ...read.data, kinds };
  return { marks: shown, error: read.error };
}

/** The middle of each village: of its cell in the tile, or of its own outline, or somewhere in that of its part. */
export function spotsOfVillages(
  villages: readonly Village[],
  layout: TileLayout,
  shapes: OutlinePaths | undefined,
): readonly Corner[] {
  if (shapes === undefined) {
    return cellsOf(layout, villages).map(({ x, y, wide, high }) => ({
      x: x + wide / 2,
      y: y + high / 2,
    }));
  }
  const spread = new Map<string, Corner>();
  const unknown = groupBy(
    villages.filter(({ at }) => at === null),
    ({ part }) => part,
  );
  for (const [part, own] of unknown) {
    const shape = shapes.shapes.get(part);
    const codes = own.map(({ code }) => code);
    if (shape === undefined) continue;
    for (const [code, spot] of spreadWithin(shape, codes)) spread.set(code, spot);
  }
  const middle = { x: shapes.width / 2, y: shapes.height / 2 };
  return villages.map(({ code, at }) =>
    at === null ? (spread.get(code) ?? middle) : onSheet(shapes.ground, spotOf(at)),
  );
}
