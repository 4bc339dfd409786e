// Money put together in the words of the reader: sources with what lies within them, departments with their
// credit, changes of use, projects with money of several sources, and what was published.
import type { Consolidation, getConsolidation } from '#contract/funds-consolidation.ts';
import type { InputOf } from '#contract/route.ts';
import {
  belongsTo,
  creditsOf,
  type Grant,
  growthOf,
  multiplierOf,
  sumOf,
  yearsOf,
} from '#domain/funds/consolidation.ts';
import { stagesOf } from '#domain/funds/stages.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { fundChannels } from '#domain/policy/pack/delivery-schemas.ts';
import { channelWords } from '#domain/policy/pack/document-words.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { type KindSum, sumByKind } from '../books.store.ts';
import { type FundWords, fundWordsHere } from '../fund-words.ts';
import {
  countReached,
  listGrants,
  listRepurposed,
  type Reached,
  sumBundles,
} from './consolidation.store.ts';
import { publishedGrants } from './published-grants.ts';

const yearsMost = 5;
const changesMost = 20;
/** Channels whose money comes beside special funds. */
const besideChannels: ReadonlySet<string> = new Set(['sector', 'social', 'private', 'bank']);

interface Books {
  readonly words: FundWords;
  readonly grants: readonly Grant[];
  readonly sums: readonly KindSum[];
  /** Undefined above a county. */
  readonly reached: readonly Reached[] | undefined;
  readonly years: readonly number[];
}

export async function consolidationOf(
  context: Context,
  _: InputOf<typeof getConsolidation>,
): Promise<Consolidation> {
  const { tx, area, today } = context;
  const span = spanOf(area);
  const words = fundWordsHere(context, area);
  const rows = await listGrants(tx, span, today);
  const grants = rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
  const sums = await sumByKind(tx, { span, on: today, placeLength: area.length });
  const reached =
    area.length < 6 ? undefined : await countReached(tx, span, pairsOf(grants, words));
  const years = yearsOf(grants).slice(0, yearsMost);
  const books: Books = { words, grants, sums, reached, years };
  const nameOf = await namesOf(context, [area]);
  const inYear = (year: number) => sumOf(grants, (one) => one.year === year);
  return {
    area: { code: area, name: nameOf(area) },
    on: today,
    years: [...years],
    totals: years.map((year) => ({
      amount: fenToNumber(inYear(year)),
      growth: growthOf(inYear(year), inYear(year - 1)),
    })),
    granted: fenToNumber(sumOf(grants, () => true)),
    paid: fenToNumber(stagesOf(sums).paid),
    sources: sourcesOf(books),
    departments: departmentsOf(books),
    unbalanced: area.length > 6 ? null : unbalancedOf(sums),
    repurposed: await repurposedOf(context, words),
    bundles: await bundlesOf(context, words),
    rule: ruleOf(words.pack),
    published: words.pack === undefined ? [] : await publishedGrants(tx, words.pack, context),
  };
}

/** Each source for itself, and what is a part of another for that one too. */
function pairsOf(
  grants: readonly Grant[],
  words: FundWords,
): readonly (readonly [string, string])[] {
  const ids = [...new Set(grants.map(({ source }) => source))];
  return ids.flatMap((id): [string, string][] => {
    const { within } = words.source(id);
    return within === null
      ? [[id, id]]
      : [
          [id, id],
          [id, within],
        ];
  });
}

/** Each source with its parts right after it; what it gave and what was paid count its parts. */
function sourcesOf({ words, grants, sums, reached, years }: Books): Consolidation['sources'] {
  const ids = [...new Set(grants.map(({ source }) => source))];
  const withinOf = (id: string) => words.source(id).within ?? undefined;
  const wholes = [...new Set(ids.map((id) => withinOf(id) ?? id))];
  const givenBy = (id: string, year?: number) => {
    const own = belongsTo(id, withinOf);
    return sumOf(grants, (one) => own(one.source) && (year === undefined || one.year === year));
  };
  const ordered = wholes
    .sort((left, right) => (givenBy(left) < givenBy(right) ? 1 : -1))
    .flatMap((id) => [id, ...ids.filter((one) => withinOf(one) === id)]);
  return ordered.map((id) => {
    const own = belongsTo(id, withinOf);
    const ownSums = sums.filter(({ source }) => own(source));
    const { title, channels, verified } = words.source(id);
    const at = reached?.find(({ source }) => source === id);
    const none = reached === undefined ? null : 0;
    const purposes = [...new Set(ownSums.map(({ purpose }) => purpose))];
    return {
      source: id,
      title,
      channels: fundChannels
        .filter((one) => channels.includes(one))
        .map((one) => channelWords[one]),
      verified,
      within: withinOf(id) ?? null,
      amounts: years.map((year) => fenToNumber(givenBy(id, year))),
      granted: fenToNumber(givenBy(id)),
      paid: fenToNumber(stagesOf(ownSums).paid),
      uses: purposes.map((one) => words.use(one)),
      villages: at?.villages ?? none,
      households: at?.households ?? none,
    };
  });
}

function departmentsOf({ words, grants, sums, years }: Books): Consolidation['departments'] {
  const paidOf = (source: string) => stagesOf(sums.filter((one) => one.source === source)).paid;
  return creditsOf(grants, paidOf).map(({ department, granted, credited, sources }) => ({
    department,
    amounts: years.map((year) =>
      fenToNumber(sumOf(grants, (one) => one.department === department && one.year === year)),
    ),
    granted: fenToNumber(granted),
    credited: fenToNumber(credited),
    sources: sources.map((one) => words.source(one).title),
  }));
}

/** Within a county every source sums to nothing over all its accounts: whatever it gave lies somewhere. */
function unbalancedOf(sums: readonly KindSum[]): number {
  const bySource = new Map<string, bigint>();
  for (const { source, amount } of sums) {
    bySource.set(source, (bySource.get(source) ?? 0n) + amount);
  }
  return [...bySource.values()].filter((sum) => sum !== 0n).length;
}

async function repurposedOf(
  { tx, area, today }: Context,
  words: FundWords,
): Promise<Consolidation['repurposed']> {
  const found = await listRepurposed(tx, spanOf(area), { until: today, limit: changesMost });
  return {
    count: found[0]?.count ?? 0,
    amount: Number(found[0]?.sum ?? 0),
    latest: found.map((one) => ({
      entry: one.entry,
      on: one.on,
      document: one.document,
      amount: Number(one.amount),
      source: words.source(one.source).title,
      from: words.use(one.from),
      to: words.use(one.to),
    })),
  };
}

async function bundlesOf(
  { tx, area }: { readonly tx: Context['tx']; readonly area: AreaCode },
  { pack }: FundWords,
): Promise<Consolidation['bundles']> {
  const special = (pack?.rows.fundSources ?? []).flatMap(({ row }) =>
    row.channels.some((one) => besideChannels.has(one)) ? [] : [row.id],
  );
  const sums = await sumBundles(tx, spanOf(area), special);
  const [own, others] = [BigInt(sums.special), BigInt(sums.others)];
  return {
    projects: sums.projects,
    bundled: sums.bundled,
    special: fenToNumber(own),
    others: fenToNumber(others),
    multiplier: multiplierOf({ special: own, others }),
  };
}

function ruleOf(pack: ResolvedPack | undefined): Consolidation['rule'] {
  const found = pack?.rows.fundRules.find(({ row }) => row.id === 'sixPrinciplesRule')?.row;
  return found === undefined
    ? null
    : { title: found.title, measured: found.measured, verified: found.verified };
}
