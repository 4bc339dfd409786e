// Doors of the planning board.
import { getBoard, placeOnBoard } from '#contract/insight-board.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { boardOf, placedOnBoard } from './board.ts';

export const boardRoutes: readonly Served[] = [
  serve(getBoard, boardOf),
  serve(placeOnBoard, placedOnBoard),
];
