// The burden of an area in a year, from the kept sums: by level, month, page, campaign and part; what was asked
// twice, and what reports were made without typing.
import { z } from 'zod';
import type {
  AskedTwice,
  BurdenView,
  getBurden,
  listAskedTwice,
} from '#contract/insight-burden.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { isInScope } from '#domain/access/scope.ts';
import {
  type BurdenLevel,
  burdenLevels,
  burdenPages,
  generatedGoal,
  hoursOf,
  outputKinds,
  secondsPerField,
} from '#domain/insight/burden/burden.ts';
import { burdenListTooWide } from '#domain/insight/burden/refusals.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { countsOf } from '#server/registry/count.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import {
  type AgainRow,
  type BurdenSum,
  findSummedAt,
  listAgain,
  listCampaignsOfYear,
  sumBurden,
  sumReports,
} from './burden.store.ts';
import { budgetsOf, roundsBegun, unitsOf } from './load-budget.ts';

const file = 'file';

export async function burdenOf(
  context: Context,
  { query }: InputOf<typeof getBurden>,
): Promise<BurdenView> {
  const { tx, area, today, scope, actor } = context;
  const year = yearOf(today);
  const own = narrowTo(actor, area);
  const spans = own.map(spanOf);
  const map = await areaTiles(tx, area, today);
  const tiles = map.tiles.filter((tile) => isInScope(tile.code, scope));
  // Below a village nothing is kept apart.
  const digits = Math.min(12, tiles[0]?.code.length ?? 12);
  const whole = Math.min(12, area.length);
  const asked = { spans, year };
  const sums = await sumBurden(tx, { ...asked, digits: Math.max(6, whole) });
  const typed = sums.filter(({ level }) => level !== file);
  const shown = typed.filter(({ level }) => query.level === undefined || level === query.level);
  const ofParts =
    (tiles[0]?.code.length ?? 13) > 12 ? [] : await sumBurden(tx, { ...asked, digits });
  const partSums = groupBy(
    ofParts.filter(({ level }) => level !== file && (query.level ?? level) === level),
    ({ area: code }) => code,
  );
  const [named] = await listAreas(tx, [area], today);
  return {
    area: named ?? { code: area, name: '全国', level: 'nation' },
    year,
    countedAt: await findSummedAt(tx, area),
    secondsPerField,
    goal: generatedGoal,
    levels: await levelsOf(context, typed, year),
    months: [...groupBy(shown, ({ month }) => month)]
      .map(([month, rows]) => ({ month: plainDate(month), ...added(rows) }))
      .sort((one, other) => (one.month < other.month ? -1 : 1)),
    pages: pagesOf(shown),
    campaigns: await campaignsOf(context, shown, year),
    imported: added(sums.filter(({ level }) => level === file)).typed,
    outputs: (await sumReports(tx, { ...asked, digits: Math.max(6, whole) })).map((one) => ({
      ...one,
      title: outputTitle(one.kind),
    })),
    parts:
      (tiles[0]?.code.length ?? 13) > 12
        ? []
        : tiles.map(({ code, name }) => ({ code, name, ...added(partSums.get(code) ?? []) })),
    maySet: context.may('insight.budget') && area.length === 6,
  };
}

async function levelsOf(
  context: Context,
  sums: readonly BurdenSum[],
  year: number,
): Promise<BurdenView['levels']> {
  const { tx, area, actor } = context;
  const areas = narrowTo(actor, area);
  const spans = areas.map(spanOf);
  const households = await registeredIn(tx, areas);
  const units = await unitsOf(context, spans, households);
  const budgets = await budgetsOf(context);
  const begun = await roundsBegun(context, spans, year);
  const byLevel = groupBy(sums, ({ level }) => level);
  return burdenLevels.map((level) => {
    const rows = byLevel.get(level) ?? [];
    const { typed, again } = added(rows);
    // From below, campaigns of the county are known by what was typed for them.
    const seen = new Set(rows.flatMap(({ campaign }) => (campaign === '' ? [] : [campaign]))).size;
    return {
      level,
      units: units[level],
      entries: rows.reduce((sum, { entries }) => sum + entries, 0),
      typed,
      again,
      hours: hoursOf(typed),
      begun: Math.max(begun.get(level) ?? 0, seen),
      budget: budgets[level],
    };
  });
}

export async function registeredIn(
  tx: Context['tx'],
  areas: Parameters<typeof countsOf>[1],
): Promise<number> {
  const counts = await countsOf(tx, areas, ['stage']);
  return counts.reduce(
    (sum, { key, households }) => sum + (key === 'SURVEYED' ? 0 : households),
    0,
  );
}

function pagesOf(sums: readonly BurdenSum[]): BurdenView['pages'] {
  return [...groupBy(sums, ({ page }) => page)]
    .map(([page, rows]) => ({
      page,
      ...pageWords(page),
      entries: rows.reduce((sum, { entries }) => sum + entries, 0),
      ...added(rows),
    }))
    .sort((one, other) => other.typed - one.typed);
}

async function campaignsOf(
  { tx, area, actor }: Context,
  sums: readonly BurdenSum[],
  year: number,
): Promise<BurdenView['campaigns']> {
  const byCampaign = groupBy(sums, ({ campaign }) => campaign);
  const lines = await listCampaignsOfYear(tx, { spans: narrowTo(actor, area).map(spanOf), year });
  return lines.map((one) => ({
    id: one.id,
    title: one.title,
    by: one.by_name,
    begunOn: one.begun_on,
    ...added(byCampaign.get(one.id) ?? []),
  }));
}

function added(rows: readonly BurdenSum[]): { typed: number; again: number } {
  return {
    typed: rows.reduce((sum, { typed }) => sum + typed, 0),
    again: rows.reduce((sum, { again }) => sum + again, 0),
  };
}

function pageWords(page: string): { title: Bilingual; counts: Bilingual } {
  const known: Readonly<Record<string, { title: Bilingual; counts: Bilingual }>> = burdenPages;
  const none = { zh: page, en: page };
  return known[page] ?? { title: none, counts: none };
}

function outputTitle(kind: string): Bilingual {
  const known: Readonly<Record<string, Bilingual>> = outputKinds;
  return known[kind] ?? { zh: kind, en: kind };
}

const Keys = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);

export async function askedTwiceOf(
  context: Context,
  { query }: InputOf<typeof listAskedTwice>,
): Promise<OutputOf<typeof listAskedTwice>> {
  const { tx, area, actor, today, platform } = context;
  if (countyNumberOf(area) === undefined) {
    const [named] = await listAreas(tx, [area], today);
    refuse(burdenListTooWide, { area: named?.name ?? area });
  }
  const rows = await listAgain(tx, {
    spans: narrowTo(actor, area).map(spanOf),
    year: yearOf(today),
    level: query.level,
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const { items, next } = pageFrom(rows, query.limit, (row) => [
    row.kept_area,
    row.household_id,
    row.subject_id,
    row.field,
    row.level,
  ]);
  const names = await nameAreas(
    tx,
    items.map((row) => areaCode(row.area_code)),
    today,
  );
  const pack = platform.packs.inForce(area, today);
  return {
    items: items.map((row) => ({ ...viewOf(row, pack), ...placeOf(names(row.area_code)) })),
    next,
  };
}

function placeOf({ township, village }: { readonly township: string; readonly village: string }) {
  return { township, village };
}

function viewOf(
  row: AgainRow,
  pack: ResolvedPack | undefined,
): Omit<AskedTwice, 'township' | 'village'> {
  return {
    id: row.household_id,
    householdNo: row.household_no,
    headName: row.head_name,
    person: row.person_name,
    level: row.level as BurdenLevel,
    field: fieldTitle(row, pack),
    page: pageWords(row.page).title,
    times: row.times,
    firstOn: row.first_on,
    lastOn: row.last_on,
    firstBy: row.first_by,
    lastBy: row.last_by,
  };
}

/** As the pack calls it: a field of the form, an item of its own, or the question of an interview. */
function fieldTitle({ field, person_name }: AgainRow, pack: ResolvedPack | undefined): Bilingual {
  const name = field.replace(/^answer\./, '');
  const of = person_name === null ? 'household' : 'person';
  const found =
    pack?.rows.fields.find(({ row }) => row.id === name && row.of === of) ??
    pack?.rows.items.find(({ row }) => row.id === name);
  return found?.row.title ?? { zh: name, en: name };
}
