// Doors of data quality.
import { getQuality, listFailing } from '#contract/insight-quality.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { failingOf, qualityOf } from './quality-view.ts';

export const qualityRoutes: readonly Served[] = [
  serve(getQuality, qualityOf),
  serve(listFailing, failingOf),
];
