// Doors of what is read off the register as a whole.
import { getOverview } from '#contract/insight.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { overviewOf } from './overview.ts';

export const insightRoutes: readonly Served[] = [serve(getOverview, overviewOf)];
