// The measures of an area's register. Up to the size of a county they come from every household's income;
// of wider areas from kept counts in bands, so that no request reads a province. Few households of a
// group are hidden from whoever looks from above the county: a rate of three is a statement about three.
import type { getMeasures } from '#contract/insight-measures.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { readLine } from '#domain/insight/analysis/analysis.ts';
import { lineUnreadable } from '#domain/insight/analysis/analysis-refusals.ts';
import {
  deprivationSheetOf,
  registerDeprivation,
} from '#domain/insight/measures/deprivation-sheet.ts';
import {
  type IncomeCount,
  registerDistribution,
  registerPoverty,
} from '#domain/insight/measures/register-measures.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { compileScoreToSql } from '#domain/policy/pack/score-sheet.ts';
import { type CountLine, incomeBandYuan } from '#domain/registry/count.ts';
import type { Context } from '#server/http/context.ts';
import { povertyLineOf } from '#server/policy/poverty-line.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { countsOf, hasKeptCounts, listCounts } from '#server/registry/count.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { householdColumns } from '#server/targeting/household-column.ts';
import { firstSheetParameterFor, listDeprivations } from './deprivation.store.ts';
import {
  type GroupKey,
  type GroupSums,
  type KnownIncomes,
  listGroupSums,
  listIncomes,
} from './measures.store.ts';

type View = OutputOf<typeof getMeasures>;
type Group = NonNullable<View['groups']>[number];
type Query = InputOf<typeof getMeasures>['query'];

/** A large county; what is wider is answered from kept counts. */
const householdsMax = 120_000;
/** Rates of fewer households are for those who know them anyway. */
const householdsLeast = 5;

export async function measuresOf(context: Context, { query }: { query: Query }): Promise<View> {
  const { tx, area, today, platform, actor } = context;
  const own = narrowTo(actor, area);
  const wide = await isWide(context, own);
  const incomes = wide ? await bandsOf(context, own) : await listIncomes(tx, own);
  const width = wide ? incomeBandYuan : 0;
  const distribution = registerDistribution(incomes.known);
  const line = lineOf(context, query, distribution.medianIncome);

  const parts = await partsOf(context, own);
  const groups =
    line === null
      ? []
      : wide
        ? await groupsOfBands(context, query, { parts, line: line.yuan })
        : await groupsOf(context, own, query, { parts, line: line.yuan });
  const [named] = await listAreas(tx, [area], today);

  return {
    area: named ?? { code: area, name: '全国', level: 'nation' },
    today,
    asOf: context.now,
    basis: wide ? 'bands' : 'households',
    by: query.by,
    line,
    households: incomes.known.reduce(
      (sum, one) => sum + one.households,
      incomes.unknown.households,
    ),
    poverty:
      line === null
        ? null
        : registerPoverty(incomes.known, incomes.unknown, { line: line.yuan, width }),
    ...{
      ...distribution,
      quantiles: [...distribution.quantiles],
      lorenz: [...distribution.lorenz],
    },
    deprivation: wide ? null : await deprivationOf(context, own),
    groups: groups === null ? null : hiddenFrom(context, groups),
  };

  function lineOf({ area: asked }: Context, { line: text }: Query, median: number | null) {
    if (text === undefined || text === '') {
      const stated = povertyLineOf(platform.packs, asked, { year: yearOf(today), today });
      if (stated === null) return null;
      const { year, fen, verified, source } = stated;
      return { kind: 'yuan' as const, yuan: fen / 100, share: null, year, verified, source };
    }
    const read = readLine(text) ?? refuse(lineUnreadable, { line: text });
    const none = { year: null, verified: null, source: null };
    if (read.kind === 'yuan') return { ...none, kind: read.kind, yuan: read.yuan, share: null };
    if (median === null || median <= 0) return null;
    return { ...none, kind: read.kind, yuan: median * read.share, share: read.share };
  }
}

/** By the sheet of the pack in force that counts deprivations, where there is one. */
async function deprivationOf(
  { tx, area, today, platform }: Context,
  own: readonly AreaCode[],
): Promise<View['deprivation']> {
  const pack = platform.packs.inForce(area, today);
  const sheet = pack === undefined ? undefined : deprivationSheetOf(pack.sheets.values());
  if (pack === undefined || sheet === undefined) return null;
  const compiled = compileScoreToSql(sheet, householdColumns(pack), firstSheetParameterFor(own));
  const patterns = await listDeprivations(tx, own, compiled);
  if (patterns.length === 0) return null;
  const { dimensions, ...whole } = registerDeprivation(sheet, patterns);
  return { ...whole, dimensions: [...dimensions] };
}

async function isWide({ tx }: Context, own: readonly AreaCode[]): Promise<boolean> {
  if (!own.every(hasKeptCounts)) return false;
  const lines = await countsOf(tx, own, ['total']);
  return lines.reduce((sum, line) => sum + line.households, 0) > householdsMax;
}

async function bandsOf({ tx }: Context, own: readonly AreaCode[]): Promise<KnownIncomes> {
  return knownOf(await countsOf(tx, own, ['incomeBand']));
}

/** Everyone of a band at its middle. */
function knownOf(lines: readonly CountLine[]): KnownIncomes {
  const unknown = lines.find(({ key }) => key === '');
  const known: readonly IncomeCount[] = lines
    .filter(({ key }) => key !== '')
    .map(({ key, households, persons }) => ({
      income: Number(key) + incomeBandYuan / 2,
      households,
      persons,
    }));
  return {
    known,
    unknown: { households: unknown?.households ?? 0, persons: unknown?.persons ?? 0 },
  };
}

interface Parts {
  readonly names: ReadonlyMap<string, string>;
  readonly codes: readonly AreaCode[];
}

async function partsOf({ tx, area, today }: Context, own: readonly AreaCode[]): Promise<Parts> {
  const single = own.length === 1 ? own[0] : undefined;
  const codes =
    single === undefined ? own : (await areaTiles(tx, area, today)).tiles.map(({ code }) => code);
  const rows = await listAreas(tx, [...codes], today);
  return { codes, names: new Map(rows.map(({ code, name }) => [code, name])) };
}

async function groupsOf(
  { tx }: Context,
  own: readonly AreaCode[],
  { by }: Query,
  { parts, line }: { readonly parts: Parts; readonly line: number },
): Promise<readonly Group[]> {
  const digits = parts.codes[0]?.length;
  if (by === 'part' && digits === undefined) return [];
  const key: GroupKey = by === 'part' ? { by, digits: digits ?? 0 } : { by };
  const sums = await listGroupSums(tx, own, key, Math.round(line * 100));
  return sums.map((sum) => ({
    ...povertyOf(sum, line),
    key: sum.key,
    name: by === 'part' ? (parts.names.get(sum.key) ?? sum.key) : null,
    isHidden: false,
  }));
}

/** Only areas have bands of their own; what else is asked of a wide area is not kept. */
async function groupsOfBands(
  { tx }: Context,
  { by }: Query,
  { parts, line }: { readonly parts: Parts; readonly line: number },
): Promise<readonly Group[] | null> {
  if (by !== 'part') return null;
  const lines = await listCounts(tx, parts.codes, ['incomeBand']);
  return parts.codes.map((code) => {
    const { known, unknown } = knownOf(lines.filter((one) => one.area === code));
    return {
      ...registerPoverty(known, unknown, { line, width: incomeBandYuan }),
      key: code,
      name: parts.names.get(code) ?? code,
      isHidden: false,
    };
  });
}

function povertyOf(sums: GroupSums, line: number) {
  const { households, persons, poorHouseholds, poorPersons, gaps, squares } = sums;
  const all = persons + sums.unknownPersons;
  return {
    households,
    persons,
    unknown: { households: sums.unknownHouseholds, persons: sums.unknownPersons },
    poorHouseholds,
    poorPersons,
    headcount: persons > 0 ? poorPersons / persons : null,
    bounds: {
      low: all > 0 ? poorPersons / all : 0,
      high: all > 0 ? (poorPersons + sums.unknownPersons) / all : 1,
    },
    gap: persons > 0 ? gaps / persons : null,
    severity: persons > 0 ? squares / persons : null,
    // Sums of shares differ by their order in the last places; money ends at the fen.
    gapYuan: Math.round(gaps * line * 100) / 100,
  };
}

function hiddenFrom({ actor }: Context, groups: readonly Group[]): Group[] {
  const isOfThere = actor.area.length >= 6;
  return groups
    .filter((group) => group.households + group.unknown.households > 0)
    .map((group) =>
      isOfThere || group.households >= householdsLeast
        ? group
        : {
            ...group,
            isHidden: true,
            poorHouseholds: 0,
            poorPersons: 0,
            headcount: null,
            bounds: { low: 0, high: 1 },
            gap: null,
            severity: null,
            gapYuan: 0,
          },
    )
    .sort((left, right) => (right.headcount ?? -1) - (left.headcount ?? -1));
}
