// Doors of what is read off the register as a whole.
import { getOverview } from '#contract/insight.ts';
import { exportMeasures, getMeasures, measureTable } from '#contract/insight-measures.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { exportedMeasures } from './measures/export-measures.ts';
import { measuresOf } from './measures/measure-register.ts';
import { measureUpload } from './measures/measure-upload.ts';
import { overviewOf } from './overview.ts';

export const insightRoutes: readonly Served[] = [
  serve(getOverview, overviewOf),
  serve(getMeasures, measuresOf),
  serve(exportMeasures, exportedMeasures),
  serve(measureTable, measureUpload),
];
