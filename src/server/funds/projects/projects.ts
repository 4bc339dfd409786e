// Lists of projects, their counts, the choices of a form, and the list as a spreadsheet.
import { z } from 'zod';
import type {
  countProjects,
  exportProjects,
  getProjectChoices,
  listProjects,
} from '#contract/funds-projects.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { projectSteps } from '#domain/funds/projects/project.ts';
import { stepTitles } from '#domain/funds/projects/project-words.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import type { Context, Download } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { fundWordsHere, usesOf } from '../fund-words.ts';
import { onlyOwn } from '../list-view.ts';
import {
  countPlaced,
  countSteps,
  type ListedProject,
  listProjectRows,
  type ProjectFilter,
} from './project.store.ts';
import { type ProjectSum, sumProjects, sumProjectsIn } from './project-money.store.ts';
import { codesOf, linkListOf, projectRulesOf } from './project-rules.ts';
import { projectRow } from './project-view.ts';

type Query = InputOf<typeof listProjects>['query'];

function filterOf(context: Context, query: Omit<Query, 'limit'>): ProjectFilter {
  const { area, today } = context;
  return {
    span: spanOf(area),
    author: onlyOwn(context),
    step: query.step,
    kind: query.kind,
    year: query.year,
    signal: query.signal,
    lateOn: query.late === 'true' ? today : undefined,
    rules: projectRulesOf(fundWordsHere(context, area).pack),
  };
}

const ProjectKeys = z.tuple([z.string(), z.string()]);

export async function projectsOf(
  context: Context,
  { query }: InputOf<typeof listProjects>,
): Promise<OutputOf<typeof listProjects>> {
  const rows = await listProjectRows(context.tx, {
    ...filterOf(context, query),
    after: readCursor(query.cursor, ProjectKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.order_key, row.id]);
  return { items: await rowsOf(context, page.items), next: page.next };
}

async function rowsOf(context: Context, rows: readonly ListedProject[]) {
  const { tx, today } = context;
  const nameOf = await namesOf(
    context,
    rows.map(({ area_code }) => area_code),
  );
  const sums: ProjectSum[] = [];
  for (const [county, own] of groupBy(rows, (row) => String(row.county))) {
    const ids = own.map(({ id }) => id);
    sums.push(...(await sumProjects(tx, Number(county), ids)));
  }
  return rows.map((row) =>
    projectRow(row, {
      words: fundWordsHere(context, areaCode(row.area_code)),
      nameOf,
      sums,
      today,
    }),
  );
}

export async function projectCounts(
  context: Context,
  _: InputOf<typeof countProjects>,
): Promise<OutputOf<typeof countProjects>> {
  const { tx, area, today, may } = context;
  const filter = filterOf(context, {});
  const steps = await countSteps(tx, filter, today);
  const placed = await countPlaced(tx, filter);
  const { held, paid } = await sumProjectsIn(tx, spanOf(area), filter.author);
  const nameOf = await namesOf(context, [area]);
  const going = steps.filter(({ step }) => step !== 'stopped');
  const sumOf = (of: (one: (typeof steps)[number]) => number) =>
    going.reduce((sum, one) => sum + of(one), 0);
  return {
    area: { code: area, name: nameOf(area) },
    on: today,
    steps: projectSteps.map((step) => {
      const own = steps.find((one) => one.step === step);
      return { step, count: own?.count ?? 0, planned: own?.planned ?? 0 };
    }),
    projects: sumOf(({ count }) => count),
    ...placed,
    late: sumOf(({ late }) => late),
    split: sumOf(({ split }) => split),
    twice: sumOf(({ twice }) => twice),
    planned: sumOf(({ planned }) => planned),
    allocated: Number(held) + Number(paid),
    paid: Number(paid),
    mayEnter: may('funds.list') && countyNumberOf(area) !== undefined,
  };
}

export async function projectChoices(
  context: Context,
  _: InputOf<typeof getProjectChoices>,
): Promise<OutputOf<typeof getProjectChoices>> {
  const { pack } = fundWordsHere(context, context.area);
  const rules = projectRulesOf(pack);
  const links = linkListOf(pack);
  const choices = (list: string) =>
    codesOf(pack, list).map(({ code, title }) => ({ id: code, title }));
  return {
    year: yearOf(context.today),
    kinds: choices('projectKind'),
    links: links === undefined ? [] : choices(links),
    sources: (pack?.rows.fundSources ?? []).map(({ row }) => ({ id: row.id, title: row.title })),
    uses: usesOf(pack).map(({ code, title }) => ({ id: code, title })),
    tenderFrom: rules.tenderFrom,
    tenderVerified: rules.isVerified,
  };
}

const fileMost = 5000;

const fileWords = {
  zh: {
    name: '项目',
    headings: [
      '编号',
      '项目',
      '类型',
      '地方',
      '年度',
      '进展',
      '计划完成',
      '逾期',
      '总投资（元）',
      '已下达（元）',
      '已支付（元）',
      '受益户',
    ],
    yes: '是',
    no: '否',
  },
  en: {
    name: 'Projects',
    headings: [
      'Number',
      'Project',
      'Kind',
      'Place',
      'Year',
      'Step',
      'Due',
      'Late',
      'Planned, yuan',
      'Allocated, yuan',
      'Paid, yuan',
      'Households',
    ],
    yes: 'yes',
    no: 'no',
  },
} as const;

export async function projectFile(
  context: Context,
  { query }: InputOf<typeof exportProjects>,
): Promise<Download> {
  const { language, area, today } = context;
  const rows = await listProjectRows(context.tx, {
    ...filterOf(context, query),
    after: undefined,
    limit: fileMost,
  });
  const views = await rowsOf(context, rows);
  const words = fileWords[language];
  context.note({ area, facts: { rows: views.length } });
  return xlsxDownload({
    fileName: `${words.name} ${today}.xlsx`,
    name: words.name,
    headings: words.headings,
    rows: views.map((one) => [
      one.number,
      defused(one.title),
      one.kindTitle[language],
      one.area.name,
      one.year,
      stepTitles[one.step][language],
      one.dueOn ?? '',
      one.isLate ? words.yes : words.no,
      one.planned / 100,
      one.allocated / 100,
      one.paid / 100,
      one.households,
    ]),
  });
}
