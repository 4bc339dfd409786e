// Doors of households' credit and of the associations of villages.
import {
  enterAssociation,
  explainSilence,
  getCreditSummary,
  getHouseholdCredit,
  gradeHousehold,
  listAssociations,
  listCredit,
  sumListedCredit,
} from '#contract/funds-credit.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { associationsOf, enter } from './associations.ts';
import { creditOf, creditOfArea, creditSummary, creditTotal, explain, grade } from './credit.ts';

export const creditRoutes: readonly Served[] = [
  serve(getCreditSummary, creditSummary),
  serve(listCredit, creditOfArea),
  serve(sumListedCredit, creditTotal),
  serve(getHouseholdCredit, creditOf),
  serve(gradeHousehold, grade),
  serve(explainSilence, explain),
  serve(listAssociations, associationsOf),
  serve(enterAssociation, enter),
];
