// The door of the eight accuracies.
import { getAccuracies } from '#contract/insight-accuracy.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { accuraciesOf } from './accuracy-view.ts';

export const accuracyRoutes: readonly Served[] = [serve(getAccuracies, accuraciesOf)];
