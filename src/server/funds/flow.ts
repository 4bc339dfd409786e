// The flow of funds in the words of the reader, and the year's budget by month.
import type { FundFlow, getFundFlow } from '#contract/funds-flow.ts';
import type { InputOf } from '#contract/route.ts';
import {
  type FlowCell,
  type FlowColumn,
  fewProjects,
  flowOf,
  otherProjects,
  reachedKinds,
  reachedOf,
} from '#domain/funds/flow.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { placesBelow } from './books.ts';
import {
  type FlowSum,
  type MonthProgress,
  sumFlow,
  sumYear,
  titlesOfProjects,
} from './flow.store.ts';
import { fundWordsHere } from './fund-words.ts';

/** So many projects stand in the picture by name. */
const projectsMost = 10;

const briefColumns = ['source', 'use', 'reached'] as const satisfies readonly FlowColumn[];

const reachedTitles: Readonly<Record<(typeof reachedKinds)[number], Bilingual>> = {
  households: { zh: '到户', en: 'Households' },
  works: { zh: '工程和单位', en: 'Works and units' },
  lent: { zh: '贷给户', en: 'Lent to households' },
  riskFund: { zh: '风险补偿金', en: 'Risk fund' },
  written: { zh: '代偿核销', en: 'Written off' },
};

export async function flowHere(
  context: Context,
  { query }: InputOf<typeof getFundFlow>,
): Promise<FundFlow> {
  const { tx, area, today } = context;
  const to = query.to ?? today.slice(0, 7);
  const from = query.from ?? `${to.slice(0, 4)}-01`;
  if (from > to) refuse(orderRefusals.monthsBackwards, { from, to });
  const span = spanOf(area);
  const places = await placesBelow(context, area);
  const placeLength = places[0]?.code.length ?? area.length;
  const sums = await sumFlow(tx, { span, from: dayOne(from), to: dayOne(to), placeLength });
  const year = to.slice(0, 4);
  const months = await sumYear(tx, { span, from: `${year}-01-01`, to: `${year}-12-01` });
  const nameOf = await namesOf(context, [area, ...sums.map(({ place }) => place)]);

  const brief = query.brief === undefined ? undefined : briefColumns;
  const cells = fewProjects(cellsOf(sums), projectsMost);
  const projects = [...new Set(cells.map(({ project }) => project))].filter(isNamed);
  const projectTitle = await titlesOfProjects(tx, projects);
  const flow = flowOf(cells, brief);

  const words = fundWordsHere(context, area);
  const titleOf = (column: FlowColumn, key: string): Bilingual => {
    if (column === 'source') return words.source(key).title;
    if (column === 'use') return words.use(key);
    if (column === 'place') return both(nameOf(key));
    if (column === 'project') {
      if (key === '') return { zh: '不经项目', en: 'Without a project' };
      if (key === otherProjects) return { zh: '其他项目', en: 'Other projects' };
      return both(projectTitle.get(key) ?? key);
    }
    return reachedTitles[reachedKinds.find((one) => one === key) ?? 'works'];
  };
  return {
    area: { code: area, name: nameOf(area) },
    from,
    to,
    now: today.slice(0, 7),
    columns: [...flow.columns],
    nodes: flow.nodes.map(({ column, key, amount }) => ({
      column,
      key,
      title: titleOf(column, key),
      amount: fenToNumber(amount),
    })),
    links: flow.links.map((link) => ({ ...link, amount: fenToNumber(link.amount) })),
    total: fenToNumber(flow.total),
    paid: fenToNumber(sums.reduce((sum, { amount }) => sum + BigInt(amount), 0n)),
    progress: progressOf(year, months, today.slice(0, 7)),
  };
}

function cellsOf(sums: readonly FlowSum[]): readonly FlowCell[] {
  return sums.flatMap(({ place, source, purpose, project, kind, toHouseholds, amount }) => {
    const reached = reachedOf(kind, toHouseholds);
    return reached === undefined
      ? []
      : [{ source, use: purpose, place, project, reached, amount: BigInt(amount) }];
  });
}

/** Sums from the beginning of the year to the end of each month, no further than today. */
function progressOf(
  year: string,
  months: readonly MonthProgress[],
  now: string,
): FundFlow['progress'] {
  const at = new Map(months.map((one) => [one.month, one]));
  let [arrived, paid] = [0n, 0n];
  const shown = [];
  for (let number = 1; number <= 12; number += 1) {
    const month = `${year}-${String(number).padStart(2, '0')}`;
    if (month > now) break;
    arrived += BigInt(at.get(month)?.arrived ?? '0');
    paid += BigInt(at.get(month)?.paid ?? '0');
    shown.push({ month, arrived: fenToNumber(arrived), paid: fenToNumber(paid) });
  }
  const planned = months.reduce((sum, one) => sum + BigInt(one.planned), 0n);
  return { year, planned: fenToNumber(planned), months: shown };
}

function isNamed(project: string): boolean {
  return project !== '' && project !== otherProjects;
}

function dayOne(month: string): string {
  return `${month}-01`;
}

function both(text: string): Bilingual {
  return { zh: text, en: text };
}
