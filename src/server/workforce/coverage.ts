// Who is covered and who is not, in an area and one level below, beside the room the helpers have.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Coverage, getCoverage } from '#contract/workforce.ts';
import type { listUncovered } from '#contract/workforce-pairing.ts';
import {
  type AreaCode,
  areaCode,
  levelOf,
  spanOf,
  villageDigits,
} from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { countyNeeded } from '#domain/workforce/pairing-refusals.ts';
import { householdQuota, missingFor } from '#domain/workforce/quota.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { hasKeptCounts } from '#server/registry/count.store.ts';
import { countKeptCoverage } from './cover-count.store.ts';
import {
  type CoverageRecord,
  countCoverage,
  countOffers,
  countRanks,
  listUncoveredRows,
  type RankRecord,
} from './coverage.store.ts';
import { namedRule, quotaFor, type RulesHere, rankTitle, rulesHere } from './rules-here.ts';

const digitsOf: Readonly<Record<string, number>> = { county: 9, township: 12, village: 15 };

/** Digits of the codes one level below, or of the area itself where nothing is kept below it. */
export function digitsBelow(area: AreaCode): number {
  return digitsOf[levelOf(area)] ?? area.length;
}

/** Counting is the work of a county; above it one is chosen first. */
export function countyOrBelow(area: AreaCode): AreaCode {
  if (area.length < 6) refuse(countyNeeded);
  return area;
}

/** Villages and wider areas have kept counts, which whoever sees named households only does not see. */
export function isKept({ scope }: Context, area: AreaCode): boolean {
  return scope.households === null && hasKeptCounts(area);
}

export async function coverageOf(context: Context): Promise<OutputOf<typeof getCoverage>> {
  const { tx, today } = context;
  const area = countyOrBelow(context.area);
  const span = spanOf(area);
  const rules = rulesHere(context, area);
  const digits = digitsBelow(area);
  const kept = isKept(context, area) && digits <= villageDigits;
  const count = kept ? countKeptCoverage : countCoverage;
  const counted = await count(tx, { span, digits, today });
  const children = await listAreaChildren(tx, area, today);
  const names = new Map<string, string>(children.map(({ code, name }) => [code, name]));
  const total = counted.reduce(addRecords, emptyRecord);
  const ranks = rankLines(rules, await countRanks(tx, { span, today }));
  const capacity = ranks.reduce((sum, one) => sum + one.capacity, 0);
  const lacking = total.households - capacity;
  return {
    area,
    ...viewOf(total),
    rule: namedRule(rules.quota),
    byArea: counted
      .map((one) => ({ code: one.code, name: names.get(one.code) ?? one.code, ...viewOf(one) }))
      .sort((one, other) => gapOf(other) - gapOf(one) || (one.code < other.code ? -1 : 1)),
    ranks,
    capacity,
    missing:
      rules.quota === undefined || lacking <= 0 ? null : copyOf(missingFor(rules.quota, lacking)),
    offered: await countOffers(tx, span),
  };
}

export function copyOf(missing: ReturnType<typeof missingFor>) {
  return { households: missing.households, byRank: [...missing.byRank] };
}

function rankLines(rules: RulesHere, counted: readonly RankRecord[]): Coverage['ranks'] {
  const known = rules.quota?.ranks.map(({ rank }) => rank) ?? [];
  const others = counted.map(({ rank }) => rank).filter((rank) => !known.includes(rank));
  return [...known, ...others].map((rank) => {
    const row = counted.find((one) => one.rank === rank);
    const quota = householdQuota(rules.quota, rank);
    return {
      rank,
      title: rankTitle(rules, rank),
      quota: quotaFor(rules, rank),
      helpers: row?.helpers ?? 0,
      capacity: (row?.helpers ?? 0) * quota,
      households: row?.households ?? 0,
      over: rules.quota === undefined ? 0 : (row?.loads.filter((one) => one > quota).length ?? 0),
      away: row?.away ?? 0,
    };
  });
}

const emptyRecord: CoverageRecord = {
  code: '',
  households: 0,
  persons: 0,
  covered: 0,
  covered_persons: 0,
  stand_in: 0,
  none: 0,
  away: 0,
};

function addRecords(sum: CoverageRecord, one: CoverageRecord): CoverageRecord {
  return {
    code: '',
    households: sum.households + one.households,
    persons: sum.persons + one.persons,
    covered: sum.covered + one.covered,
    covered_persons: sum.covered_persons + one.covered_persons,
    stand_in: sum.stand_in + one.stand_in,
    none: sum.none + one.none,
    away: sum.away + one.away,
  };
}

function viewOf(one: CoverageRecord) {
  return {
    households: one.households,
    persons: one.persons,
    covered: one.covered,
    coveredPersons: one.covered_persons,
    standIn: one.stand_in,
    none: one.none,
    away: one.away,
  };
}

function gapOf({ none, away }: { readonly none: number; readonly away: number }): number {
  return none + away;
}

const PlaceKeys = z.tuple([z.string(), z.string(), z.string()]);

/** The first villages whose gaps fill a page, so that nobody looks for a gap where there is none. */
async function villagesWithGaps(
  context: Context,
  page: { readonly area: AreaCode; readonly after: string | undefined; readonly limit: number },
): Promise<readonly string[] | undefined> {
  const { area, after = '', limit } = page;
  if (!isKept(context, area) || area.length >= villageDigits) return undefined;
  const { tx, today } = context;
  const counted = await countKeptCoverage(tx, { span: spanOf(area), digits: villageDigits, today });
  const first = after.slice(0, villageDigits);
  const villages: string[] = [];
  let found = 0;
  for (const one of counted) {
    if (gapOf(one) <= 0 || one.code < first || found >= limit) continue;
    villages.push(one.code);
    // Some of the village the last page ended in were shown there.
    if (one.code !== first) found += gapOf(one);
  }
  return villages;
}

export async function uncoveredOf(
  context: Context,
  { query }: InputOf<typeof listUncovered>,
): Promise<OutputOf<typeof listUncovered>> {
  const { tx, today } = context;
  const area = countyOrBelow(context.area);
  const after = readCursor(query.cursor, PlaceKeys);
  const limit = query.limit + 1;
  const villages = await villagesWithGaps(context, { area, after: after?.[0], limit });
  const span = spanOf(area);
  const rows = await listUncoveredRows(tx, { span, villages, today, after, limit });
  const page = pageFrom(rows, query.limit, (row) => [row.area_code, row.household_no, row.id]);
  const placeOf = await nameAreas(
    tx,
    page.items.map((row) => areaCode(row.area_code)),
    today,
  );
  return {
    items: page.items.map((row) => ({
      household: row.id,
      householdNo: row.household_no,
      headName: row.head_name,
      members: row.members,
      areaCode: row.area_code,
      ...placeOf(row.area_code),
      cover: row.is_away ? ('away' as const) : ('none' as const),
      lastHelper: row.last_helper,
      since: row.since,
    })),
    next: page.next,
  };
}
