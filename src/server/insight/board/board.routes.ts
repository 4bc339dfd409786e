// Doors of the planning board.
import { getBoard, getBoardScenario, placeOnBoard, watchNetwork } from '#contract/insight-board.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { boardOf } from './board.ts';
import { watchedNetwork } from './network.ts';
import { placedOnBoard } from './place.ts';
import { boardScenarioOf } from './scenarios.ts';

export const boardRoutes: readonly Served[] = [
  serve(getBoard, boardOf),
  serve(placeOnBoard, placedOnBoard),
  serve(getBoardScenario, boardScenarioOf),
  serve(watchNetwork, watchedNetwork),
];
