// Doors of what is read off the register as a whole.
import { getOverview } from '#contract/insight.ts';
import {
  checkTable,
  getClaim,
  getReport,
  listFigures,
  listReports,
  publishReport,
  saveReport,
} from '#contract/insight-figures.ts';
import { exportMeasures, getMeasures, measureTable } from '#contract/insight-measures.ts';
import { type Served, serve } from '#server/http/serve.ts';
import {
  checkPasted,
  publishReportOf,
  reportOf,
  reportsOf,
  saveReportOf,
} from './figure-reports.ts';
import { claimOf, figuresOf } from './figures.ts';
import { exportedMeasures } from './measures/export-measures.ts';
import { measuresOf } from './measures/measure-register.ts';
import { measureUpload } from './measures/measure-upload.ts';
import { overviewOf } from './overview.ts';

export const insightRoutes: readonly Served[] = [
  serve(getOverview, overviewOf),
  serve(getMeasures, measuresOf),
  serve(exportMeasures, exportedMeasures),
  serve(measureTable, measureUpload),
  serve(listFigures, (context, { query }) => figuresOf(context, query.pack)),
  serve(getClaim, (context, { params }) => claimOf(context, params)),
  serve(checkTable, (context, { body }) => checkPasted(context, body.table)),
  serve(listReports, reportsOf),
  serve(saveReport, (context, { body }) => saveReportOf(context, body)),
  serve(getReport, (context, { params }) => reportOf(context, params.id)),
  serve(publishReport, (context, { params }) => publishReportOf(context, params.id)),
];
