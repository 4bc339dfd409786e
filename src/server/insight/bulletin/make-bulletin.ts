// Makes the content of a bulletin: sentences written from the numbers, figures with all their parts, tables
// without small numbers, and every number held against the page that shows it and against what was published.
import type { Overview } from '#contract/insight.ts';
import { narrowTo } from '#domain/access/actor.ts';
import type {
  BulletinCheck,
  BulletinContent,
  BulletinFigure,
  BulletinTable,
} from '#domain/insight/bulletin/bulletin.ts';
import { sameCount } from '#domain/insight/bulletin/bulletin.ts';
import type { ChartCell, ChartTable, Words } from '#domain/insight/charts/chart-shape.ts';
import { both } from '#domain/insight/charts/chart-words.ts';
import type { Numbers } from '#domain/insight/explore/pivot.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { countCasesByArea } from '../charts/case-count.store.ts';
import { makeChart } from '../charts/read-chart.ts';
import { explorationOf } from '../explore/explore.ts';
import { overviewOf } from '../overview.ts';
import { countsOfIndicator, figureOf, type MonthSpan } from './bulletin-numbers.ts';
import { sentencesOf } from './bulletin-sentences.ts';

export interface Counted {
  readonly overview: Overview;
  readonly register: Numbers;
  readonly moved: Numbers;
  readonly cases: Numbers;
  readonly cover: Numbers;
  readonly quality: Numbers;
}

export async function bulletinOf(context: Context, month: string): Promise<BulletinContent> {
  const { today, platform } = context;
  const span = { from: month, to: month };
  const counted = await countAll(context, span);
  const figures = figuresOf(counted, today, month);
  const tables = await tablesOf(context, span);
  const { area } = counted.overview;
  return {
    title: both('脱贫攻坚月报', 'Monthly bulletin'),
    area: { code: context.area, name: area.name, level: area.level },
    month,
    dataDay: today,
    invented: platform.demonstration,
    sentences: sentencesOf(figures, { month, today, parts: tables[0] }),
    figures,
    tables,
    checks: [
      ...ownChecks(counted, await movementChecks(context, counted, month)),
      ...(await caseChecks(context, counted)),
      ...(await publishedChecks(context)),
    ],
  };
}

async function countAll(context: Context, span: MonthSpan): Promise<Counted> {
  return {
    overview: await overviewOf(context),
    register: await countsOfIndicator(context, 'registered'),
    moved: await countsOfIndicator(context, 'left', span),
    cases: await countsOfIndicator(context, 'openCases'),
    cover: await countsOfIndicator(context, 'covered'),
    quality: await countsOfIndicator(context, 'failing'),
  };
}

function figuresOf(
  { overview, moved, cases, cover, quality }: Counted,
  today: string,
  month: string,
): BulletinFigure[] {
  const exited = stepOf(overview, 'EXIT_ANNOUNCED');
  const { households, persons } = overview.registered;
  const register = { households, persons, exited, poor: households - exited };
  const kept = both('由登记库随每次变动累计', 'Kept with every change of the register');
  const now = { on: today, method: kept };
  const ofMonth = {
    on: today,
    method: both(
      `${month} 内生效的变动，按户计`,
      `Changes that are true from a day of ${month}, by household`,
    ),
  };
  const counted = {
    on: today,
    method: both(
      '定时按规则核对全部在册户',
      'All registered households held against the rules by the clock',
    ),
  };
  return [
    figureOf('registered', register, now),
    figureOf('registeredPersons', register, now),
    figureOf('exited', register, now),
    figureOf('poor', register, now),
    figureOf('exitedShare', register, now),
    figureOf('joined', moved, ofMonth),
    figureOf('left', moved, ofMonth),
    figureOf('openCases', cases, now),
    figureOf('lateShare', cases, now),
    figureOf('covered', cover, now),
    figureOf('failingShare', quality, counted),
  ].filter(({ unit, denominator }) => unit !== 'percent' || (denominator ?? 0) > 0);
}

export function stepOf({ funnel }: Pick<Overview, 'funnel'>, stage: string): number {
  return funnel.find((step) => step.stage === stage)?.households ?? 0;
}

/** The overview beside the register itself, and the whole beside the sum of its parts. */
function ownChecks(
  { overview, register }: Counted,
  movements: readonly BulletinCheck[],
): BulletinCheck[] {
  const page = both('自助分析', 'The page Explore');
  const late = both(
    '汇总晚几分钟，登记正在变动',
    'What is kept follows within minutes while the register changes',
  );
  const there = (value: number | null) => ({ value, where: page, otherwise: late });
  const parts = overview.parts.reduce((sum, part) => sum + stepOf(part, 'LISTED'), 0);
  return [
    sameCount(
      both('在册户', 'Registered households'),
      overview.registered.households,
      there(register.households ?? null),
    ),
    sameCount(
      both('在册人口', 'Registered persons'),
      overview.registered.persons,
      there(register.persons ?? null),
    ),
    sameCount(
      both('已脱贫户', 'Households that left poverty'),
      stepOf(overview, 'EXIT_ANNOUNCED'),
      there(register.exited ?? null),
    ),
    sameCount(
      both('在册户，各地之和', 'Registered households, sum of the parts'),
      overview.registered.households,
      {
        value: overview.parts.length === 0 ? null : parts,
        where: both('总览的各地', 'The parts on the overview'),
        otherwise: both('有户没有登记到下一级', 'Some households are not placed in a part'),
      },
    ),
    ...movements,
  ];
}

/** What stands now beside what the months carried on come to: only of the month that is now. */
async function movementChecks(
  context: Context,
  { overview }: Counted,
  month: string,
): Promise<BulletinCheck[]> {
  const standing = await countsOfIndicator(context, 'standingPoor', { from: month, to: month });
  const isNow = month === context.today.slice(0, 7);
  return [
    sameCount(
      both('未脱贫户', 'Households still poor'),
      overview.registered.households - stepOf(overview, 'EXIT_ANNOUNCED'),
      {
        value: isNow ? (standing.poor ?? null) : null,
        where: both('逐月变动累计到月末', 'Carried on from month to month'),
        otherwise: isNow
          ? both('有变动没有写明前后进度', 'Some events do not say the stage before or after')
          : both(
              '存量是今天的，不是当月月末的',
              'Stocks are of today, not of the end of that month',
            ),
      },
    ),
  ];
}

async function caseChecks(context: Context, { cases }: Counted): Promise<BulletinCheck[]> {
  const { tx, actor, area, today } = context;
  const own = narrowTo(actor, area).filter((code) => code !== '');
  if (own.length === 0) return [];
  const counted = await countCasesByArea(tx, own, today);
  const there = (value: number) => ({
    value,
    where: both('地图的办理层', 'The layer of cases on the map'),
    otherwise: both('办理正在变动', 'Cases are changing'),
  });
  const sum = (of: 'open' | 'late') => counted.reduce((all, one) => all + one[of], 0);
  return [
    sameCount(both('在办事项', 'Open cases'), cases.open ?? 0, there(sum('open'))),
    sameCount(both('逾期事项', 'Late cases'), cases.late ?? 0, there(sum('late'))),
  ];
}

/** What the charts of the pack in force are held against, once each. */
async function publishedChecks(context: Context): Promise<BulletinCheck[]> {
  const { platform, area, actor, today } = context;
  const pack = platform.packs.inForce(narrowTo(actor, area)[0] ?? area, today);
  const charts = (pack?.rows.chartSets ?? []).flatMap(({ row }) => row.charts);
  const found = new Map<string, BulletinCheck>();
  for (const chart of charts) {
    if (pack === undefined || (chart.published ?? []).length === 0) continue;
    try {
      const { content } = await makeChart(context, { pack: pack.id, chart: chart.id });
      for (const { figure, title, unit, live, printed, verdict, why } of content.checks) {
        const where = both('已公布的数', 'What was published');
        found.set(figure, { title, here: live, there: printed, unit, where, verdict, why });
      }
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
    }
  }
  return [...found.values()];
}

async function tablesOf(context: Context, span: MonthSpan): Promise<BulletinTable[]> {
  const ask = async (asked: Parameters<typeof explorationOf>[1]) =>
    (await explorationOf(context, { ...asked, masked: true })).panel.table;
  const registered = await ask({ indicator: 'registered', rows: 'part' });
  const exited = await ask({ indicator: 'exited', rows: 'part' });
  const share = await ask({ indicator: 'exitedShare', rows: 'part' });
  const joined = await ask({ indicator: 'joined', rows: 'part', ...span });
  const left = await ask({ indicator: 'left', rows: 'part', ...span });
  const causes = await ask({ indicator: 'registered', rows: 'cause' });
  return [
    joinTables(both('各地进度', 'Progress by place'), [
      { table: registered, unit: 'household', title: both('在册户', 'Registered') },
      // Hidden wherever the share is: three numbers of which two are shown give the third away.
      {
        table: exited,
        unit: 'household',
        title: both('已脱贫户', 'Left poverty'),
        hiddenBy: share,
      },
      { table: share, unit: 'percent', title: both('脱贫占比', 'Share') },
      { table: joined, unit: 'household', title: both('本月新识别', 'Listed this month') },
      { table: left, unit: 'household', title: both('本月公告脱贫', 'Exits this month') },
    ]),
    joinTables(both('主要致贫原因', 'Main causes'), [
      { table: causes, unit: 'household', title: both('在册户', 'Registered') },
    ]),
  ].filter(({ rows }) => rows.length > 1);
}

interface Column {
  readonly table: ChartTable | null;
  readonly unit: BulletinTable['units'][number];
  readonly title: Words;
  readonly hiddenBy?: ChartTable | null;
}

/** Tables with the same rows side by side, found by the id of the row. */
function joinTables(title: Words, columns: readonly Column[]): BulletinTable {
  const [first] = columns;
  const cellOf = (table: ChartTable | null | undefined, id: string): ChartCell | undefined =>
    table?.rows.find((row) => row.id === id)?.cells[1];
  return {
    title,
    columns: columns.map((column) => column.title),
    units: columns.map(({ unit }) => unit),
    rows: (first?.table?.rows ?? []).map((row) => {
      const [name] = row.cells;
      return {
        title: name?.kind === 'text' ? name.text : both('', ''),
        total: row.total,
        cells: columns.map(({ table, hiddenBy }) => {
          const cell = cellOf(table, row.id);
          const other = cellOf(hiddenBy, row.id);
          const isHidden = other?.kind === 'number' && other.hidden === true;
          if (isHidden) return null;
          if (cell === undefined) return 0;
          return cell.kind === 'number' ? cell.n : null;
        }),
      };
    }),
  };
}
