// Doors of the burden meter.
import { countAsk, getBurden, listAskedTwice, setBudget } from '#contract/insight-burden.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { askOf } from './ask.ts';
import { askedTwiceOf, burdenOf } from './burden-view.ts';
import { setBudgetOf } from './set-budget.ts';

export const burdenRoutes: readonly Served[] = [
  serve(getBurden, burdenOf),
  serve(listAskedTwice, askedTwiceOf),
  serve(countAsk, askOf),
  serve(setBudget, setBudgetOf),
];
