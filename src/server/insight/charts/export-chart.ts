// A chart as data: its tables as sheets, as one comma-separated file, or everything as JSON.

import { writeXlsx } from 'hucre/xlsx';
import type { exportChart } from '#contract/insight-charts.ts';
import type { InputOf } from '#contract/route.ts';
import type {
  ChartCell,
  ChartPanel,
  ChartTable,
  Words,
} from '#domain/insight/charts/chart-shape.ts';
import { saidGap } from '#domain/insight/charts/chart-words.ts';
import { chartHasNoTable } from '#domain/insight/charts/refusals.ts';
import { type Language, refuse } from '#domain/kernel/refusal.ts';
import { csvCell } from '#server/exchange/csv-cell.ts';
import type { Context, Download } from '#server/http/context.ts';
import { makeChart } from './read-chart.ts';

type Value = string | number | null;
type Tabled = ChartPanel & { readonly table: ChartTable };

export async function exportedChart(
  context: Context,
  { params, query }: InputOf<typeof exportChart>,
): Promise<Download> {
  const { language, today, area, now } = context;
  const { content, hash, pack } = await makeChart(context, params);
  const tabled = content.panels.filter((panel): panel is Tabled => panel.table !== null);
  context.note({ facts: { format: query.format, chart: params.chart, pack: pack.id } });
  const stem = `${content.title[language]}-${area}-${today}`;
  if (query.format === 'json') {
    const body = { ...content, pack: pack.id, edition: pack.edition, hash, asOf: now, today };
    return {
      fileName: `${stem}.json`,
      contentType: 'application/json; charset=utf-8',
      body: oneText(JSON.stringify(body, null, 2)),
    };
  }
  if (tabled.length === 0) refuse(chartHasNoTable, { why: saidGap(content.gaps[0], language) });
  if (query.format === 'csv') {
    return {
      fileName: `${stem}.csv`,
      contentType: 'text/csv; charset=utf-8',
      body: oneText(panelCsv(tabled, language)),
    };
  }
  return {
    fileName: `${stem}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: oneText(await panelSheets(tabled, { language, today })),
  };
}

/** Panels as a spreadsheet, each on a sheet of its own with its definition, source and day. */
export async function panelSheets(
  panels: readonly ChartPanel[],
  { language, today }: { readonly language: Language; readonly today: string },
): Promise<Uint8Array> {
  const tabled = panels.filter((panel): panel is Tabled => panel.table !== null);
  return writeXlsx({
    sheets: tabled.map((panel) => ({
      name: sheetName(panel.title, language),
      columns: panel.table.columns.map(({ title }) => ({ header: title[language] })),
      rows: [
        panel.table.columns.map(({ title }) => title[language]),
        ...rowsOf(panel, language).map((row) => [...row]),
        [],
        [panel.definition[language]],
        [panel.source[language]],
        [today],
      ],
      freezePane: { rows: 1 },
    })),
  });
}

/** Panels as comma-separated values, one below the other. */
export function panelCsv(panels: readonly ChartPanel[], language: Language): string {
  const tabled = panels.filter((panel): panel is Tabled => panel.table !== null);
  return `\ufeff${tabled.map((panel) => csvOf(panel, language)).join('\r\n\r\n')}\r\n`;
}

export async function* oneText(text: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield text;
}

function rowsOf({ table }: Tabled, language: Language): readonly (readonly Value[])[] {
  return table.rows.map((row) => row.cells.map((cell) => shownIn(cell, language)));
}

function shownIn(cell: ChartCell, language: Language): Value {
  if (cell.kind !== 'number') return cell.text[language];
  return cell.hidden === true ? '*' : cell.n;
}

function csvOf(panel: Tabled, language: Language): string {
  const heads = panel.table.columns.map(({ title }) => title[language]);
  return [[panel.title[language]], heads, ...rowsOf(panel, language)]
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n');
}

/** Spreadsheets allow 31 characters and none of these. */
function sheetName(title: Words, language: Language): string {
  return title[language].replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
