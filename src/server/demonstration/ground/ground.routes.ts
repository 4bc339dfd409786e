// Doors of the made-up ground.
import { getGround, inventGround, removeInventedGround } from '#contract/demonstration.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { groundOf, inventedGround, removedGround } from './practice-ground.ts';

export const groundRoutes: readonly Served[] = [
  serve(getGround, groundOf),
  serve(inventGround, inventedGround),
  serve(removeInventedGround, removedGround),
];
