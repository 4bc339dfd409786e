// Doors of the linked view.
import {
  getLinkedView,
  getMapMarks,
  getMapPhotographs,
  getMapPoints,
  openMapPhotograph,
} from '#contract/insight-map.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { linkedViewOf, mapPointsOf } from './linked-view.ts';
import { mapMarksOf } from './marks.ts';
import { openedPhotograph } from './open-photograph.ts';
import { mapPhotographsOf } from './photographs.ts';

export const mapRoutes: readonly Served[] = [
  serve(getLinkedView, linkedViewOf),
  serve(getMapPoints, mapPointsOf),
  serve(getMapMarks, mapMarksOf),
  serve(getMapPhotographs, mapPhotographsOf),
  serve(openMapPhotograph, openedPhotograph),
];
