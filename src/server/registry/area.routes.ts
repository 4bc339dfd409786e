// Doors of areas.
import {
  addArea,
  applyAreaRevision,
  getArea,
  getAreaTiles,
  getBoundaries,
  listAreaChildren,
  listAreaRevisions,
  listAreas,
  putBoundaries,
  renameArea,
} from '#contract/registry-areas.ts';
import { atLevel } from '#domain/kernel/area-code.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { applyRevision } from './apply-area-revision.ts';
import { listLastNames } from './area.store.ts';
import { listRevisions } from './area-own.store.ts';
import { addOwnArea, renameOwnArea } from './keep-own-area.ts';
import * as boundaries from './load-boundaries.ts';
import * as areas from './read-areas.ts';

export const areaRoutes: readonly Served[] = [
  serve(listAreas, areas.searchAreas),
  serve(getArea, areas.getArea),
  serve(listAreaChildren, (context, { query }) =>
    areas.getChildren(context, areas.dayOf(query.on, context)),
  ),
  serve(getAreaTiles, areas.getTiles),
  serve(addArea, addOwnArea),
  serve(renameArea, renameOwnArea),
  serve(listAreaRevisions, async ({ tx, area }) => {
    const revisions = await listRevisions(tx, atLevel(area, 'county') ?? area);
    const names = await listLastNames(
      tx,
      revisions.flatMap((one) => [...one.from, ...one.to]),
    );
    return { items: revisions.map(areas.asRevisionItem), names: Object.fromEntries(names) };
  }),
  serve(applyAreaRevision, applyRevision),
  serve(getBoundaries, boundaries.getBoundaries),
  serve(putBoundaries, boundaries.loadBoundaries),
];
