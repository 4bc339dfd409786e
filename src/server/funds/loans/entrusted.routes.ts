// Doors of entrusted operation.
import {
  entrustLoan,
  getEntrustedSummary,
  listEntrusted,
  payReturn,
  windDown,
} from '#contract/funds-entrusted.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { entrust, entrustedOf, entrustedSummary, payOut, wind } from './entrusted.ts';

export const entrustedRoutes: readonly Served[] = [
  serve(getEntrustedSummary, entrustedSummary),
  serve(listEntrusted, entrustedOf),
  serve(entrustLoan, entrust),
  serve(payReturn, payOut),
  serve(windDown, wind),
];
