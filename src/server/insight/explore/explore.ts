// One question answered: cells from where they are kept, put into rows and columns, hidden where they speak
// of few and the reader may not see individuals, and said as a panel with where each number leads.
import type { Exploration, ExploreQuestion, explore } from '#contract/insight-explore.ts';
import type { InputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { isInScope } from '#domain/access/scope.ts';
import type { Words } from '#domain/insight/charts/chart-shape.ts';
import { both } from '#domain/insight/charts/chart-words.ts';
import {
  type DimensionId,
  isPlace,
  isTime,
  registerDimensions,
} from '#domain/insight/explore/dimensions.ts';
import { formOf, formsOf } from '#domain/insight/explore/forms.ts';
import { type Indicator, indicatorOf } from '#domain/insight/explore/indicators.ts';
import { panelOf } from '#domain/insight/explore/panel.ts';
import { type CubeCell, pivotOf } from '#domain/insight/explore/pivot.ts';
import {
  type Conditions,
  checkQuestion,
  conditioned,
  type Question,
  titleOf,
} from '#domain/insight/explore/question.ts';
import { smallest } from '#domain/insight/explore/suppress.ts';
import { countyDigits, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaPath, listAreas } from '#server/registry/area.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { keyWords, opensOf } from './key-words.ts';
import { checkMoney, moneyBehind } from './money-facts.ts';
import { digitsOf, type Reading, readCells } from './read-cells.ts';
import { crossedAt } from './register-cells.store.ts';

/** What answering needs; a delivery by the clock has no more. */
export type Asking = Pick<
  Context,
  'tx' | 'area' | 'today' | 'now' | 'scope' | 'platform' | 'actor' | 'language' | 'may'
>;

export async function exploredOf(
  context: Context,
  { query }: InputOf<typeof explore>,
): Promise<Exploration> {
  return explorationOf(context, query);
}

export async function explorationOf(context: Asking, asked: ExploreQuestion): Promise<Exploration> {
  const { tx, area, today, scope, actor, language } = context;
  const question = questionOf(asked);
  const indicator = checkQuestion(question, { area, language });
  const own = narrowTo(actor, area);
  const map = await areaTiles(tx, area, today);
  const tiles = map.tiles.filter((tile) => isInScope(tile.code, scope));
  const reading: Reading = {
    context,
    question,
    indicator,
    own,
    spans: own.map(spanOf),
    parts: tiles.map(({ code }) => code),
    masked: masksOf(context, asked),
  };
  if (indicator.cube === 'money') checkMoney(reading);
  const cells = await readCells(reading);
  const word = await keyWords(context, cells, question);
  const { rows, columns } = question;
  const mustMask = !context.may('registry.read');
  const { masked } = reading;
  const pivot = pivotOf(cells, {
    indicator,
    rows: { dimension: rows, keys: keysOf(cells, 'row', reading, rows) },
    columns:
      columns === undefined
        ? null
        : { dimension: columns, keys: keysOf(cells, 'column', reading, columns) },
    masked,
    behind:
      masked && indicator.cube === 'money'
        ? await moneyBehind(reading, digitsOf(reading))
        : undefined,
  });
  const shape = {
    rows,
    columns,
    rowCount: pivot.rows.length,
    columnCount: pivot.columns.length,
    unit: indicator.unit,
    hasTiles: tiles.length > 1,
  };
  const form = formOf(shape, asked.form);
  const conditions = conditioned(question).map((dimension) => {
    const key = question.conditions[dimension] ?? '';
    return { dimension, key: key === '' ? 'none' : key, title: word(dimension, key) };
  });
  const [named] = await listAreas(tx, [area], today);
  const path = await listAreaPath(tx, area, today);
  return {
    area: { code: area, name: named?.name ?? '全国', level: levelOf(area) },
    path: path.map(({ code, name, level }) => ({ code, name, level })),
    today,
    asOf: await asOf(reading),
    indicator: question.indicator,
    rows,
    columns: columns ?? null,
    form,
    forms: [...formsOf(shape)],
    panel: panelOf({
      pivot,
      indicator,
      rows,
      columns,
      form,
      title: titleWords(indicator, question),
      word,
      opens: mustMask ? () => null : (row, column) => opensOf(reading, row, column),
      tiles,
      tilesNote: map.note,
      maskNote: pivot.hidden > 0 ? maskNote : undefined,
    }),
    conditions,
    masked,
    mustMask,
    hidden: pivot.hidden,
    smallest,
  };
}

function masksOf({ may }: Asking, { masked }: ExploreQuestion): boolean {
  return !may('registry.read') || masked === true;
}

const maskNote = both(
  `少于 ${smallest} 的数，以及能推出它的数，用 * 代替。`,
  `Numbers under ${smallest}, and those they could be computed from, show as *.`,
);

/** Cut by the first dimension it offers where nothing was asked. */
export function questionOf(asked: ExploreQuestion): Question {
  const indicator = indicatorOf(asked.indicator);
  const conditions: Partial<Record<DimensionId, string>> = {};
  for (const id of [...registerDimensions, 'rule', 'process', 'purpose', 'source'] as const) {
    const key = asked[id];
    if (key !== undefined && key !== '') conditions[id] = key === 'none' ? '' : key;
  }
  return {
    indicator: asked.indicator,
    rows: asked.rows ?? indicator.dimensions[0] ?? 'part',
    columns: asked.columns,
    conditions: conditions as Conditions,
    from: asked.from,
    to: asked.to,
  };
}

/** Places as they stand in the tree, what is ordered in its order, everything else by size; unwritten last. */
export function keysOf(
  cells: readonly CubeCell[],
  axis: 'row' | 'column',
  { parts, indicator }: Pick<Reading, 'parts' | 'indicator'>,
  dimension: DimensionId,
): readonly string[] {
  const sums = new Map<string, number>();
  for (const cell of cells) {
    const key = cell[axis];
    sums.set(key, (sums.get(key) ?? 0) + (cell.numbers[indicator.n] ?? 0));
  }
  const found = [...sums.keys()];
  if (dimension === 'part') {
    const others = found.filter((key) => !(parts as readonly string[]).includes(key));
    return [...parts, ...others];
  }
  if (dimension === 'month') return monthsBetween(found.sort());
  if (isPlace(dimension) || isTime(dimension)) return found.sort();
  const last = (one: string) => Number(one === '');
  if (dimension === 'band' || dimension === 'size') {
    return found.sort((one, other) => last(one) - last(other) || Number(one) - Number(other));
  }
  if (dimension === 'stage') return found.sort((one, other) => stageAt(one) - stageAt(other));
  if (dimension === 'grade')
    return found.sort((one, other) => last(one) - last(other) || (one < other ? -1 : 1));
  return found.sort(
    (one, other) => last(one) - last(other) || (sums.get(other) ?? 0) - (sums.get(one) ?? 0),
  );
}

const stageOrder = ['LISTED', 'EXIT_APPLIED', 'EXIT_VERIFIED', 'EXIT_STANDARD', 'EXIT_ANNOUNCED'];

function stageAt(stage: string): number {
  return stageOrder.indexOf(stage);
}

function titleWords(indicator: Indicator, { rows, columns }: Question): Words {
  const [row, column] = [titleOf(rows), columns === undefined ? undefined : titleOf(columns)];
  return column === undefined
    ? both(`${indicator.title.zh}，按${row.zh}`, `${indicator.title.en} by ${row.en.toLowerCase()}`)
    : both(
        `${indicator.title.zh}，按${row.zh}和${column.zh}`,
        `${indicator.title.en} by ${row.en.toLowerCase()} and ${column.en.toLowerCase()}`,
      );
}

async function asOf({ context, indicator, spans }: Reading): Promise<string | null> {
  const isKept = indicator.cube === 'register' && context.area.length < countyDigits;
  return isKept ? crossedAt(context.tx, spans) : context.now;
}

/** Months in which nothing happened stand there too: a line that passes over them would lie. */
function monthsBetween(found: readonly string[]): readonly string[] {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = [first];
  for (let month = first; month < last; months.push(month)) month = monthAfter(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
