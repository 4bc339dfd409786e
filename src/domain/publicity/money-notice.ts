// Notices of projects and of money: what each may show, and nothing else. As with households, the list is of what
// is allowed; a row has no place for a person, an account number or a telephone.
import { yuanGrouped } from '#domain/funds/entry.ts';
import { parseYuan } from '#domain/kernel/fen.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Cell, NoticeContent, NoticeTexts } from './compile-notice.ts';
import { type Finding, screenText } from './screen-text.ts';

export const noticeTopics = [
  'projectPlan', // before it is built: name, money, dates, unit, who answers for it
  'projectDone', // after: money used, result, acceptance
  'moneyPlan', // how the money of the year is divided
  'moneyArrived',
  'moneyPaid', // by village
] as const;
/** A county's villages by use come to some hundreds; what is longer is posted place by place. */
export const moneyLinesMost = 5000;
export type NoticeTopic = (typeof noticeTopics)[number];

export const moneyFields = [
  'project',
  'place',
  'kind',
  'source',
  'use',
  'planned',
  'arrived',
  'recognised',
  'paid',
  'output',
  'dueOn',
  'acceptedOn',
  'unit',
  'households',
] as const;
export type MoneyField = (typeof moneyFields)[number];

/** One line of such a notice: what is not here has no way onto the paper. */
export type MoneyRow = Readonly<Partial<Record<Exclude<MoneyField, 'place'>, Cell>>> & {
  readonly place: string;
};

export const fieldsOfTopic: Readonly<Record<NoticeTopic, readonly MoneyField[]>> = {
  projectPlan: ['project', 'kind', 'source', 'planned', 'output', 'dueOn', 'unit'],
  projectDone: ['project', 'planned', 'recognised', 'paid', 'output', 'acceptedOn', 'unit'],
  moneyPlan: ['source', 'use', 'planned'],
  moneyArrived: ['source', 'use', 'arrived'],
  moneyPaid: ['use', 'paid', 'households'],
};

const moneyFieldTitles: Readonly<Record<MoneyField, Bilingual>> = {
  project: { zh: '项目', en: 'Project' },
  place: { zh: '地方', en: 'Place' },
  kind: { zh: '类型', en: 'Kind' },
  source: { zh: '资金来源', en: 'Source' },
  use: { zh: '用途', en: 'Use' },
  planned: { zh: '计划（元）', en: 'Planned, yuan' },
  arrived: { zh: '到账（元）', en: 'Arrived, yuan' },
  recognised: { zh: '审定（元）', en: 'Recognised, yuan' },
  paid: { zh: '已付（元）', en: 'Paid, yuan' },
  output: { zh: '建设内容', en: 'What is built' },
  dueOn: { zh: '计划完成', en: 'Due' },
  acceptedOn: { zh: '验收日期', en: 'Accepted on' },
  unit: { zh: '实施单位', en: 'Carried out by' },
  households: { zh: '户数', en: 'Households' },
};

const topicTitles: Readonly<Record<NoticeTopic, Bilingual>> = {
  projectPlan: { zh: '项目实施前公示', en: 'Project before it is built' },
  projectDone: { zh: '项目竣工公示', en: 'Project when it is done' },
  moneyPlan: { zh: '扶贫资金计划公示', en: 'Plan of money' },
  moneyArrived: { zh: '扶贫资金到账公示', en: 'Arrivals of money' },
  moneyPaid: { zh: '扶贫资金支付公示', en: 'Payments of money' },
};

const process: Bilingual = { zh: '扶贫资金和项目公告公示', en: 'Money and projects' };

export function compileMoneyNotice({
  topic,
  rows,
  area,
  rules,
  ...rest
}: {
  readonly topic: NoticeTopic;
  readonly rows: readonly MoneyRow[];
  readonly area: string;
  readonly rules: Bilingual;
  readonly texts: NoticeTexts;
  /** How long the rules ask it to hang. */
  readonly term: Bilingual;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly objectionPhone: string;
  readonly supervisionPhone: string;
}): NoticeContent {
  const { texts, ...days } = rest;
  const fields = fieldsOfTopic[topic];
  const title = topicTitles[topic];
  return {
    kind: 'notice',
    subject: 'money',
    title: { zh: `${area}${title.zh}`, en: `${area}: ${title.en}` },
    process,
    step: title,
    rules,
    area,
    columns: fields.map((field) => ({ field, title: moneyFieldTitles[field] })),
    lines: rows.map((row, index) => ({
      number: index + 1,
      place: row.place,
      cells: fields.map((field) => row[field] ?? null),
    })),
    ...texts,
    ...days,
  };
}

const sums: ReadonlySet<string> = new Set<MoneyField>(['planned', 'arrived', 'recognised', 'paid']);

/**
 * What the columns of money come to where a notice has several lines, a text for each column; households are
 * not added, since one may stand under several uses. Undefined where nothing is to be added up.
 */
export function totalsOf({
  subject,
  columns,
  lines,
}: Pick<NoticeContent, 'columns' | 'lines'> & {
  readonly subject?: NoticeContent['subject'] | undefined;
}): readonly (string | null)[] | undefined {
  if (subject !== 'money' || lines.length < 2) return undefined;
  return columns.map(({ field }, at) => {
    if (!sums.has(field)) return null;
    const amounts = lines.map(({ cells }) => parseYuan(String(cells[at] ?? '0')) ?? 0n);
    return yuanGrouped(amounts.reduce((sum, amount) => sum + amount, 0n));
  });
}

/** What people typed about a project may name somebody or carry a number; it is looked through like any text. */
export function screenRows(
  rows: readonly MoneyRow[],
  names: readonly string[],
): readonly (Finding & { readonly line: number })[] {
  return rows.flatMap((row, index) =>
    [row.project, row.output, row.unit].flatMap((cell) =>
      typeof cell === 'string'
        ? screenText(cell, { names }).map((finding) => ({ ...finding, line: index + 1 }))
        : [],
    ),
  );
}
