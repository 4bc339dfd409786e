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
    return { items: revisions.map(areas.asRevisionItem) };
  }),
  serve(applyAreaRevision, applyRevision),
  serve(getBoundaries, boundaries.getBoundaries),
  serve(putBoundaries, boundaries.loadBoundaries),
];
