// Doors of breaking the glass.
import { listGlass, openGlass, readGlass } from '#contract/registry-glass.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { list, open, read } from './glass.ts';

export const glassRoutes: readonly Served[] = [
  serve(openGlass, open),
  serve(listGlass, list),
  serve(readGlass, read),
];
