// An exploration as a file: a spreadsheet, comma-separated values, or a page set for printing.
import type { Exploration, exportExploration } from '#contract/insight-explore.ts';
import type { InputOf } from '#contract/route.ts';
import type { ChartCell, ChartPanel } from '#domain/insight/charts/chart-shape.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { typesetInProcess } from '#server/kernel/typeset-in-process.ts';
import { oneText, panelCsv, panelSheets } from '../charts/export-chart.ts';
import { type Asking, explorationOf } from './explore.ts';

type Format = 'xlsx' | 'csv' | 'pdf';

const contentTypes: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
};

export async function exploredFile(
  context: Context,
  { query }: InputOf<typeof exportExploration>,
): Promise<Download> {
  const { format, ...asked } = query;
  const exploration = await explorationOf(context, asked);
  context.note({ facts: { format, indicator: asked.indicator, masked: exploration.masked } });
  const { area, panel, today } = exploration;
  return {
    fileName: `${panel.title[context.language]}-${area.code}-${today}.${format}`,
    contentType: contentTypes[format],
    body: oneText(await fileOf(context, exploration, format)),
  };
}

export async function fileOf(
  context: Pick<Asking, 'language' | 'platform'>,
  exploration: Exploration,
  format: Format,
): Promise<Uint8Array | string> {
  const { language } = context;
  const { panel, today } = exploration;
  if (format === 'xlsx') return panelSheets([panel], { language, today });
  if (format === 'csv') return panelCsv([panel], language);
  const template = new URL('./panel.typ', import.meta.url).href;
  const data = JSON.stringify(pageOf(context, exploration));
  return (await typesetInProcess({ template, data })).pdf;
}

const words = {
  zh: {
    definition: '口径',
    source: '来源',
    day: '数据日期',
    made: '由“帮扶”生成',
    invented: '演示数据，全部虚构',
    comma: '，',
  },
  en: {
    definition: 'Definition',
    source: 'Source',
    day: 'Data of',
    made: 'Made by Bangfu',
    invented: 'Demonstration, all invented',
    comma: ', ',
  },
} as const;

function pageOf(
  { language, platform }: Pick<Asking, 'language' | 'platform'>,
  { area, panel, today, conditions }: Exploration,
) {
  const word = words[language];
  const table = panel.table ?? { columns: [], rows: [] };
  const invented = platform.demonstration ? ` · ${word.invented}` : '';
  return {
    lang: language,
    flipped: table.columns.length > 7,
    title: panel.title[language],
    place: `${area.name} · ${word.day} ${today}`,
    conditions: conditions.map(({ title }) => title[language]).join(word.comma),
    bars: barsOf(panel, language),
    columns: table.columns.map(({ title }) => title[language]),
    rows: table.rows.map((row) => ({
      total: row.total,
      cells: row.cells.map((cell, at) => said(cell, table.columns[at]?.unit ?? null, language)),
    })),
    notes: [
      [word.definition, panel.definition[language]],
      [word.source, panel.source[language]],
    ],
    foot: `${word.made} · ${today}${invented}`,
  };
}

function barsOf({ drawing }: ChartPanel, language: Language) {
  if (drawing?.kind !== 'bars') return [];
  return drawing.bars.map(({ label, n }) => ({
    label: label[language],
    n: n ?? 0,
    said: n === null ? '*' : shown(n, drawing.unit),
  }));
}

export function said(cell: ChartCell, unit: string | null, language: Language): string {
  if (cell.kind !== 'number') return cell.text[language];
  if (cell.hidden === true) return '*';
  return cell.n === null ? '—' : shown(cell.n, unit);
}

export function shown(n: number, unit: string | null): string {
  const decimals = unit === 'percent' ? 1 : unit === 'perHousehold' ? 2 : 0;
  const text = n.toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return unit === 'percent' ? `${text}%` : text;
}
