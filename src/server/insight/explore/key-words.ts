// Words for the keys of a table: codes by the pack in force, areas by their names, months, bands, rules and
// processes; and the list each number counted.
import { narrowTo } from '#domain/access/actor.ts';
import type { Opens, Words } from '#domain/insight/charts/chart-shape.ts';
import { both, notBelow } from '#domain/insight/charts/chart-words.ts';
import { type DimensionId, isPlace } from '#domain/insight/explore/dimensions.ts';
import type { CubeCell } from '#domain/insight/explore/pivot.ts';
import type { Question } from '#domain/insight/explore/question.ts';
import { qualityRules } from '#domain/insight/quality/rules.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { fundWordsHere } from '#server/funds/fund-words.ts';
import { listAreaChildren, listAreas } from '#server/registry/area.store.ts';
import { titleOfCode } from '../charts/making.ts';
import type { Asking } from './explore.ts';
import type { Reading } from './read-cells.ts';
import { bandYuan, lastBandYuan, lastSize } from './register-cells.store.ts';

export type KeyWord = (dimension: DimensionId, key: string) => Words;

const lists: Readonly<Partial<Record<DimensionId, string>>> = {
  stage: 'stage',
  cause: 'cause',
  attribute: 'povertyAttribute',
  measure: 'measure',
  grade: 'houseGrade',
};

export async function keyWords(
  context: Asking,
  cells: readonly CubeCell[],
  { rows, columns }: Question,
): Promise<KeyWord> {
  const { tx, today, actor, area, platform } = context;
  const codes = cells.flatMap(({ row, column }) => [
    ...(isPlace(rows) ? [row] : []),
    ...(columns !== undefined && isPlace(columns) ? [column] : []),
  ]);
  const children = await listAreaChildren(tx, area, today);
  const places = [...new Set([...codes, ...children.map(({ code }) => code)])];
  const names = new Map(
    (await listAreas(tx, places, today)).map((row) => [String(row.code), row.name]),
  );
  const place = narrowTo(actor, area)[0] ?? area;
  const pack = platform.packs.inForce(place, today);
  const books = fundWordsHere(context, place);
  return (dimension, key) => {
    if (isPlace(dimension)) return placeWords(key, names.get(key), area);
    if (dimension === 'purpose') return { ...books.use(key) };
    if (dimension === 'source') return { ...books.source(key).title };
    const list = lists[dimension];
    if (list !== undefined && pack !== undefined) return titleOfCode(pack, list, key);
    if (key === '') return both('未写', 'Not recorded');
    if (dimension === 'process') {
      const [of = '', id = ''] = key.split(':');
      const found = platform.packs
        .resolve(of, today)
        ?.rows.processes.find(({ row }) => row.id === id);
      return found === undefined ? both(id, id) : { ...found.row.title };
    }
    return plainWords(dimension, key);
  };
}

function placeWords(key: string, name: string | undefined, area: string): Words {
  if (key === area) return notBelow;
  const short = shortNameOf(name ?? key);
  return both(short, short);
}

function plainWords(dimension: DimensionId, key: string): Words {
  if (dimension === 'month') {
    const [year, month] = [key.slice(0, 4), Number(key.slice(5))];
    return both(`${year}年${month}月`, key);
  }
  if (dimension === 'year') return both(`${key}年`, key);
  if (dimension === 'size') {
    if (Number(key) >= lastSize) return both(`${key} 人及以上`, `${key} or more`);
    return both(`${key} 人`, key === '1' ? '1 person' : `${key} persons`);
  }
  if (dimension === 'band') {
    const from = Number(key);
    const said = from.toLocaleString('en-GB');
    if (from >= lastBandYuan) return both(`${said} 元及以上`, `${said} yuan or more`);
    const to = (from + bandYuan - 1).toLocaleString('en-GB');
    return both(`${said}–${to} 元`, `${said}–${to} yuan`);
  }
  const rule = qualityRules.find(({ id }) => id === key);
  return rule === undefined ? both(key, key) : { ...rule.title };
}

/** The list a number counted; null where a list would not be the same number. */
export function opensOf(
  { question, indicator, context }: Reading,
  row: string | undefined,
  column: string | undefined,
): Opens | null {
  const keys: Partial<Record<DimensionId, string>> = { ...question.conditions };
  if (row !== undefined) keys[question.rows] = row;
  if (column !== undefined && question.columns !== undefined) keys[question.columns] = column;
  const area = keys.village ?? keys.part ?? context.area;
  switch (indicator.cube) {
    case 'register':
      return { page: 'households', area, filter: householdFilter(keys, indicator.id) };
    case 'quality':
      return {
        page: 'quality',
        area,
        filter: keys.rule === undefined ? {} : { rule: keys.rule },
      };
    case 'cases': {
      const process = keys.process?.split(':')[1];
      return {
        page: 'cases',
        area,
        filter: {
          whose: 'all',
          ...(process === undefined ? {} : { process }),
          ...(indicator.n === 'late' ? { colour: 'overdue' } : {}),
        },
      };
    }
    case 'cover':
      return { page: 'helpers', area, filter: {} };
    case 'money':
      return indicator.over === undefined
        ? { page: 'money/lines', area, filter: linesFilter(question, keys, indicator.n) }
        : null;
    case 'moved':
    case 'standing':
      return { page: 'explore/moved', area, filter: movedFilter(question, keys, indicator.id) };
  }
}

function movedFilter(
  { from, to }: Question,
  keys: Partial<Record<DimensionId, string>>,
  what: string,
): Record<string, string> {
  const first = keys.month ?? (keys.year === undefined ? from : `${keys.year}-01`);
  const last = keys.month ?? (keys.year === undefined ? to : `${keys.year}-12`);
  return {
    what,
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
  };
}

/** As the page of the lines of the books names them. */
function linesFilter(
  { from, to }: Question,
  keys: Partial<Record<DimensionId, string>>,
  stage: string,
): Record<string, string> {
  const first = keys.month ?? (keys.year === undefined ? from : `${keys.year}-01`);
  const last = keys.month ?? (keys.year === undefined ? to : `${keys.year}-12`);
  return {
    stage,
    ...(keys.purpose === undefined ? {} : { purpose: keys.purpose }),
    ...(keys.source === undefined ? {} : { source: keys.source }),
    ...(first === undefined ? {} : { since: `${first}-01` }),
    ...(last === undefined ? {} : { on: lastDayOf(last) }),
  };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** As GET /api/registry/households names them. */
function householdFilter(
  keys: Partial<Record<DimensionId, string>>,
  indicator: string,
): Record<string, string> {
  const filter: Record<string, string> = { registered: 'true' };
  if (indicator === 'poor') filter.stage = 'LISTED,EXIT_APPLIED,EXIT_VERIFIED,EXIT_STANDARD';
  if (indicator === 'exited' || indicator === 'exitedShare') filter.stage = 'EXIT_ANNOUNCED';
  if (keys.stage !== undefined) filter.stage = keys.stage;
  for (const id of ['cause', 'attribute', 'measure'] as const) {
    const key = keys[id];
    if (key !== undefined) filter[id] = key === '' ? 'none' : key;
  }
  if (keys.grade !== undefined) filter.houseGrade = keys.grade === '' ? 'none' : keys.grade;
  if (keys.band === '') filter.incomeUnknown = 'true';
  else if (keys.band !== undefined) {
    // The first band holds what is below nothing too.
    if (keys.band !== '0') filter.incomeFrom = keys.band;
    if (Number(keys.band) < lastBandYuan) filter.incomeBelow = String(Number(keys.band) + bandYuan);
  }
  if (keys.size !== undefined) {
    filter.membersFrom = keys.size;
    if (Number(keys.size) < lastSize) filter.membersTo = keys.size;
  }
  return filter;
}
