// Timetable, task book and road map in one file: what a document asks, who answers for it at each level, from when
// to when, and below each task its parts in the places, in the order in which they are due.
import type { downloadTasks, TaskRow } from '#contract/monitoring-tasks.ts';
import type { InputOf } from '#contract/route.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { onlyMine } from './problem-view.ts';
import { listPartRows, listTaskRows } from './task.store.ts';
import { taskRows } from './task-view.ts';

const mostTasks = 2000;

const headings: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '序号',
    '文件',
    '条款',
    '任务',
    '地点',
    '责任人',
    '目标',
    '单位',
    '开始',
    '期限',
    '已完成',
    '完成率',
    '逾期天数',
    '完成日',
  ],
  en: [
    'No.',
    'Document',
    'Clause',
    'Task',
    'Place',
    'Owners',
    'Target',
    'Unit',
    'Starts',
    'Due',
    'Done',
    'Share',
    'Days late',
    'Done on',
  ],
};

export async function taskFile(
  context: Context,
  { query }: InputOf<typeof downloadTasks>,
): Promise<Download> {
  const { tx, language } = context;
  const tasks = await listTaskRows(tx, {
    span: spanOf(context.area),
    kind: query.kind,
    show: query.show,
    document: query.document,
    owner: onlyMine(context),
    after: undefined,
    limit: mostTasks,
  });
  const rows: (string | number)[][] = [];
  for (const [index, view] of (await taskRows(context, tasks)).entries()) {
    rows.push(cellsOf(view, String(index + 1)));
    const task = tasks[index];
    if (task === undefined || view.parts === 0) continue;
    const parts = await taskRows(context, await listPartRows(tx, task));
    const inOrder = parts.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    inOrder.forEach((part, at) => void rows.push(cellsOf(part, `${index + 1}.${at + 1}`)));
  }
  context.note({ facts: { rows: rows.length } });
  const title = language === 'zh' ? '时间表、任务书、路线图' : 'Timetable, task book, road map';
  return xlsxDownload({
    fileName: `${title}.xlsx`,
    name: title.slice(0, 30),
    headings: headings[language],
    rows: countedRows(context, 'tasks', rows),
  });
}

function cellsOf(task: TaskRow, number: string): (string | number)[] {
  return [
    number,
    defused(task.document),
    defused(task.clause),
    defused(task.title),
    task.place,
    defused(task.owners.map(({ name }) => name).join('、')),
    task.target ?? '',
    defused(task.unit),
    task.startOn,
    task.dueOn,
    task.done,
    task.share === null ? '' : Math.round(task.share * 1000) / 1000,
    task.lateDays,
    task.doneOn ?? '',
  ];
}
