// Doors of the charts, their versions and boards.
import {
  approveChart,
  checkBoard,
  exportChart,
  getChart,
  getChartVersion,
  listCharts,
  printBoard,
  proposeChart,
} from '#contract/insight-charts.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { checkedBoard, printedBoard } from './boards.ts';
import { chartOf, chartSetsOf } from './chart-sets.ts';
import { approvedChart, chartVersionOf, proposedChart } from './chart-versions.ts';
import { exportedChart } from './export-chart.ts';

export const chartRoutes: readonly Served[] = [
  serve(listCharts, chartSetsOf),
  serve(getChart, chartOf),
  serve(exportChart, exportedChart),
  serve(proposeChart, proposedChart),
  serve(getChartVersion, chartVersionOf),
  serve(approveChart, approvedChart),
  serve(printBoard, printedBoard),
  serve(checkBoard, checkedBoard),
];
