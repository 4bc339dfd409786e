// Doors of rules about money.
import { enterRuleBase, getFundRules, listShortOfFloor } from '#contract/funds-rules.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { enterBase, rulesOf, shortOf } from './rules.ts';

export const ruleRoutes: readonly Served[] = [
  serve(getFundRules, rulesOf),
  serve(listShortOfFloor, shortOf),
  serve(enterRuleBase, enterBase),
];
