// Doors of the linked view.
import { getLinkedView, getMapMarks, getMapPoints } from '#contract/insight-map.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { linkedViewOf, mapPointsOf } from './linked-view.ts';
import { mapMarksOf } from './marks.ts';

export const mapRoutes: readonly Served[] = [
  serve(getLinkedView, linkedViewOf),
  serve(getMapPoints, mapPointsOf),
  serve(getMapMarks, mapMarksOf),
];
