// The table of measures by group as a file: what the page shows, with exact numbers.

import type { exportMeasures } from '#contract/insight-measures.ts';
import type { InputOf } from '#contract/route.ts';
import { csvCell } from '#server/exchange/csv-cell.ts';
import type { Context, Download } from '#server/http/context.ts';
import { filled, keepOutput, reportedOf } from '#server/kernel/count-output.ts';
import { xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { measuresOf } from './measure-register.ts';

type Cell = string | number | null;

const headings = {
  zh: [
    '组',
    '户',
    '人',
    '收入未知户',
    '贫困户',
    '贫困人口',
    'P0',
    '下限',
    '上限',
    'P1',
    'P2',
    '补齐差额（元）',
  ],
  en: [
    'Group',
    'Households',
    'Persons',
    'Income unknown',
    'Poor households',
    'Poor persons',
    'P0',
    'Low',
    'High',
    'P1',
    'P2',
    'Gap (yuan)',
  ],
} as const;

export async function exportedMeasures(
  context: Context,
  { query }: InputOf<typeof exportMeasures>,
): Promise<Download> {
  const { language, area, today } = context;
  const measures = await measuresOf(context, { query });
  const whole = measures.poverty;
  const name = { zh: '合计', en: 'Total' }[language];
  const rows: readonly Cell[][] = [
    ...(measures.groups ?? []).map((group) => cellsOf(group.name ?? group.key, group)),
    ...(whole === null ? [] : [cellsOf(name, whole)]),
  ];
  context.note({ facts: { format: query.format, by: query.by, rows: rows.length } });

  const stem = `${language === 'zh' ? '测度' : 'measures'}-${area}-${today}`;
  const columns = headings[language];
  const cells = rows.reduce((sum, row) => sum + filled(row), 0);
  await keepOutput(context, { kind: 'measures', area: reportedOf(context), cells });
  return query.format === 'csv'
    ? {
        fileName: `${stem}.csv`,
        contentType: 'text/csv; charset=utf-8',
        body: linesOf([[...columns], ...rows]),
      }
    : xlsxDownload({
        fileName: `${stem}.xlsx`,
        name: language === 'zh' ? '测度' : 'Measures',
        headings: columns,
        rows: rows.map((row) => [...row]),
      });
}

type Poverty = NonNullable<Awaited<ReturnType<typeof measuresOf>>['poverty']>;

function cellsOf(name: string, poverty: Poverty): Cell[] {
  const { households, persons, unknown, poorHouseholds, poorPersons, bounds } = poverty;
  return [
    name,
    households,
    persons,
    unknown.households,
    poorHouseholds,
    poorPersons,
    poverty.headcount,
    bounds.low,
    bounds.high,
    poverty.gap,
    poverty.severity,
    Math.round(poverty.gapYuan * 100) / 100,
  ];
}

async function* linesOf(rows: readonly (readonly Cell[])[]): AsyncGenerator<string> {
  yield '\ufeff';
  for (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`;
}
