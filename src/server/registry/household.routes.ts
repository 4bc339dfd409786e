// Doors of households.
import { countHouseholds, listHouseholds } from '#contract/registry-households.ts';
import { type Served, serve } from '#server/http/serve.ts';
import * as lists from './list-households.ts';

export const registryHouseholdRoutes: readonly Served[] = [
  serve(listHouseholds, lists.listHouseholds),
  serve(countHouseholds, lists.countHouseholds),
];
