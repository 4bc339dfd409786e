// Doors of indicators of villages and counties.
import * as doors from '#contract/registry-indicators.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { assign, enter } from './enter-indicators.ts';
import { indicatorEntries, indicatorFile, indicatorTable } from './indicators.ts';

export const indicatorRoutes: readonly Served[] = [
  serve(doors.getIndicators, indicatorTable),
  serve(doors.enterIndicators, enter),
  serve(doors.listIndicatorEntries, indicatorEntries),
  serve(doors.assignIndicators, assign),
  serve(doors.downloadIndicators, indicatorFile),
];
