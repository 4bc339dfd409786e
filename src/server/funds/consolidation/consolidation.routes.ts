// The door of money put together.
import { getConsolidation } from '#contract/funds-consolidation.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { consolidationOf } from './consolidation.ts';

export const consolidationRoutes: readonly Served[] = [serve(getConsolidation, consolidationOf)];
