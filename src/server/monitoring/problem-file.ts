// The list of problems as a spreadsheet.
import type { downloadProblems } from '#contract/monitoring.ts';
import type { InputOf } from '#contract/route.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { listProblemRows } from './problem.store.ts';
import { placeNames, problemList, rowView } from './problem-view.ts';
import { filterOf } from './problems.ts';

const mostRows = 20_000;

const headings = {
  zh: [
    '编号',
    '问题',
    '地点',
    '状态',
    '责任人',
    '登记',
    '时限',
    '整改',
    '销号',
    '超期天数',
    '重新打开',
    '说明',
  ],
  en: [
    'No.',
    'Problem',
    'Place',
    'State',
    'Owner',
    'Registered',
    'Due',
    'Mended',
    'Closed',
    'Days late',
    'Reopened',
    'Words',
  ],
};

export async function problemFile(
  context: Context,
  { query }: InputOf<typeof downloadProblems>,
): Promise<Download> {
  const { tx, language } = context;
  const rows = await listProblemRows(tx, {
    ...filterOf(context, query),
    after: undefined,
    limit: mostRows,
  });
  const named = await placeNames(
    context,
    rows.map(({ area_code }) => area_code),
  );
  const list = problemList(context);
  const title = list?.title[language] ?? (language === 'zh' ? '问题清单' : 'Problems');
  context.note({ facts: { rows: rows.length } });
  return xlsxDownload({
    fileName: `${title}.xlsx`,
    name: title.slice(0, 30),
    headings: headings[language],
    rows: countedRows(
      context,
      'problems',
      rows.map((row) => {
        const one = rowView(context, row, { list, place: named(row.area_code) });
        return [
          one.number,
          defused(one.title),
          one.place,
          one.state.title[language],
          defused(one.owner ?? ''),
          one.registeredOn,
          one.dueOn ?? '',
          one.mendedOn ?? '',
          one.closedOn ?? '',
          one.lateDays,
          one.reopened,
          defused(row.words),
        ];
      }),
    ),
  });
}
