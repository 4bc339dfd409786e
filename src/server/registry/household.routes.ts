// Doors that read households; those that write are in household-write.routes.ts.
import { getHouseholdAt, listEvents } from '#contract/registry-history.ts';
import { countHouseholds, getHousehold, listHouseholds } from '#contract/registry-households.ts';
import { getIncome } from '#contract/registry-income.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { householdCard } from './household-card.ts';
import * as history from './household-history.ts';
import { readIncome } from './household-income.ts';
import * as lists from './list-households.ts';

export const registryHouseholdRoutes: readonly Served[] = [
  serve(listHouseholds, lists.listHouseholds),
  serve(countHouseholds, lists.countHouseholds),
  serve(getHousehold, householdCard),
  serve(listEvents, history.listHouseholdEvents),
  serve(getHouseholdAt, history.householdAt),
  serve(getIncome, readIncome),
];
