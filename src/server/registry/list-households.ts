// Pages and counts of the household list, with the names of places as they are today.
import { z } from 'zod';
import type {
  countHouseholds as CountHouseholds,
  HouseholdFilter,
  HouseholdRow,
  listHouseholds as ListHouseholds,
} from '#contract/registry-households.ts';
import { Stage } from '#contract/registry-value.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import type { CountLine, CountMetric } from '#domain/registry/count.ts';
import { isRegistered } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from './area-names.ts';
import { countsOf, hasKeptCounts } from './count.store.ts';
import { rowFilterOf } from './household-filter.ts';
import {
  countHouseholdRows,
  type ListedRow,
  listHouseholdRows,
  placeOf,
} from './household-list.store.ts';

/** A mark of another order is no mark of this one. */
const placeIn = (order: string) =>
  z.tuple([
    z.literal(order),
    z.string(),
    z.string(),
    z.union([z.string(), z.number(), z.null()]),
    z.uuid(),
  ]);

export async function listHouseholds(
  context: Context,
  { query }: InputOf<typeof ListHouseholds>,
): Promise<OutputOf<typeof ListHouseholds>> {
  const { sort, limit } = query;
  const filter = await rowFilterOf(context, query);
  const order = sort === 'name' && filter.search.kind === 'name' ? 'characters' : sort;
  const mark = readCursor(query.cursor, placeIn(order));
  const after = mark && { area: mark[1], no: mark[2], key: mark[3], id: mark[4] };

  const request = { filter, sort, limit: limit + 1 };
  const rows = await listHouseholdRows(context.tx, { ...request, after });
  const page = pageFrom(rows, limit, (row) => {
    const { area, no, key, id } = placeOf(row, request);
    return [order, area, no, key, id];
  });

  return { items: await namedRows(context, page.items), next: page.next };
}

export async function namedRows(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  rows: readonly ListedRow[],
): Promise<HouseholdRow[]> {
  const names = await nameAreas(
    tx,
    rows.map((row) => row.area_code),
    today,
  );
  return rows.map((row) => ({
    id: row.id,
    householdNo: row.household_no,
    areaCode: row.area_code,
    ...names(row.area_code),
    headName: row.head_name,
    members: row.members,
    stage: Stage.parse(row.stage),
    attribute: row.attribute,
    primaryCause: row.primary_cause,
    primaryMeasure: row.primary_measure,
    helpClass: row.help_class,
    incomePerHeadFen: row.income_per_head_fen,
    incomeYear: row.income_year,
    houseGrade: row.house_grade,
    surveyedOn: row.surveyed_on,
    listedOn: row.listed_on,
    version: row.version,
  }));
}

/** Counting stops here where no kept count answers. */
const countedMost = 20_000;

export async function countHouseholds(
  context: Context,
  { query }: InputOf<typeof CountHouseholds>,
): Promise<OutputOf<typeof CountHouseholds>> {
  const kept = keptMetric(query);
  const areas = narrowTo(context.actor, context.area);
  if (kept !== undefined && context.scope.households === null && areas.every(hasKeptCounts)) {
    const lines = await countsOf(context.tx, areas, [kept.metric]);
    const found = lines.filter(kept.counts);
    const sum = (of: (line: CountLine) => number) => found.reduce((all, line) => all + of(line), 0);
    return {
      households: sum((line) => line.households),
      persons: sum((line) => line.persons),
      capped: false,
    };
  }
  return countHouseholdRows(context.tx, await rowFilterOf(context, query), countedMost);
}

interface KeptMetric {
  readonly metric: CountMetric;
  readonly counts: (line: CountLine) => boolean;
}

/**
 * The kept count that says exactly how many a filter finds. `measure` is not among them: its persons
 * are those with the measure, not those of the households.
 */
function keptMetric(query: HouseholdFilter): KeptMetric | undefined {
  const { area: _, ...asked } = query;
  const names = Object.entries(asked)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name]) => name)
    .sort()
    .join(' ');
  const key = (code: string | undefined) => (code === 'none' ? '' : code);
  const isKey = (code: string | undefined) => (line: CountLine) => line.key === key(code);
  const isStage = (line: CountLine) =>
    (query.stage === undefined || query.stage.split(',').includes(line.key)) &&
    (query.registered === undefined || isRegistered(line.key) === query.registered);
  if (names === '') return { metric: 'total', counts: () => true };
  if (['stage', 'registered', 'registered stage'].includes(names)) {
    return { metric: 'stage', counts: isStage };
  }
  if (query.registered !== true) return undefined;
  if (names === 'cause registered') return { metric: 'cause', counts: isKey(query.cause) };
  if (names === 'helpClass registered' && query.helpClass !== 'none') {
    return { metric: 'helpClass', counts: isKey(query.helpClass) };
  }
  if (names === 'attribute registered') {
    return { metric: 'attribute', counts: isKey(query.attribute) };
  }
  return undefined;
}
