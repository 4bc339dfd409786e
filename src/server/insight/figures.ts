// Published claims of packs, reconciled when they are asked for: a pack's figures never change once it is
// installed, so each pack is reconciled once.

import type {
  ClaimSummary,
  FigureList,
  getClaim,
  PublishedRate,
} from '#contract/insight-figures.ts';
import type { OutputOf } from '#contract/route.ts';
import { mayEnter, narrowTo } from '#domain/access/actor.ts';
import { noSuchClaim } from '#domain/insight/figure-refusals.ts';
import { lacksOf } from '#domain/insight/reconcile/publishable.ts';
import { publishedOf } from '#domain/insight/reconcile/published-of-pack.ts';
import { type Published, type Reconciled, reconcile } from '#domain/insight/reconcile/reconcile.ts';
import { verdicts } from '#domain/insight/reconcile/verdict.ts';
import { areaCode, isWithin } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { chainOf } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import type { PackLibrary } from '#server/policy/pack-library.ts';
import { countsOf, hasKeptCounts } from '#server/registry/count.store.ts';
import { figureViews, findingView, impliedView, sourceView } from './claim-view.ts';

interface ReconciledPack {
  readonly pack: Pack;
  readonly chain: readonly Pack[];
  readonly published: Published;
  readonly claims: readonly Reconciled[];
}

const known = new WeakMap<Pack, ReconciledPack>();

export async function figuresOf(
  { platform, actor, area }: Context,
  asked: string | undefined,
): Promise<FigureList> {
  const all = reconciledPacks(platform.packs);
  const own = narrowTo(actor, area);
  const isOwn = ({ manifest }: Pack) =>
    own.some(
      (code) => isWithin(code, areaCode(manifest.area)) || isWithin(areaCode(manifest.area), code),
    );
  const shown = all.filter(({ pack }) =>
    asked === undefined ? isOwn(pack) : pack.manifest.id === asked,
  );
  const items = shown.flatMap((one) => one.claims.map((claim) => summaryOf(one.pack, claim)));
  return {
    items: items.sort((left, right) => rank(left) - rank(right)),
    next: null,
    packs: all.map(({ pack, claims }) => ({
      id: pack.manifest.id,
      title: pack.manifest.title,
      claims: claims.length,
      own: isOwn(pack),
    })),
    rates: shown.flatMap(ratesOf),
    opens: opensOf(shown),
  };
}

export async function claimOf(
  context: Context,
  { pack: id, claim: name }: { readonly pack: string; readonly claim: string },
): Promise<OutputOf<typeof getClaim>> {
  const facts = { pack: id, claim: name };
  const one = reconciledPacks(context.platform.packs).find(({ pack }) => pack.manifest.id === id);
  const found = one?.claims.find(({ claim }) => claim.id === name);
  if (one === undefined || found === undefined) return refuse(noSuchClaim, facts);
  const { claim, findings } = found;
  const figures = new Map(one.published.figures.map((figure) => [figure.id, figure]));
  return {
    ...summaryOf(one.pack, found),
    note: claim.note ?? null,
    source: sourceView(one.chain, claim.source),
    findings: findings.map((finding, index) =>
      findingView(finding, figures, claim.relations[index]?.assumes),
    ),
    figures: figureViews(claim, one.published.figures, one.chain),
    registered: await registeredIn(context, one.pack),
  };
}

/** The base that is drawn first: of the most local pack that has one, else its worst claim. */
function opensOf(shown: readonly ReconciledPack[]): FigureList['opens'] {
  const local = [...shown].sort(
    (left, right) => right.pack.manifest.area.length - left.pack.manifest.area.length,
  );
  for (const { pack, claims } of local) {
    const drawn = claims.find(({ findings }) => findings.some(({ bars }) => bars !== undefined));
    if (drawn !== undefined) return { pack: pack.manifest.id, claim: drawn.claim.id };
  }
  const first = local[0];
  const worst = verdicts.find((verdict) => first?.claims.some((one) => one.verdict === verdict));
  const claim = first?.claims.find((one) => one.verdict === worst)?.claim.id;
  return first === undefined || claim === undefined
    ? null
    : { pack: first.pack.manifest.id, claim };
}

function reconciledPacks(library: PackLibrary): readonly ReconciledPack[] {
  const installed = library.all().map(({ pack }) => pack);
  const byId = new Map(installed.map((pack) => [pack.manifest.id, pack]));
  return installed
    .filter(({ rows }) => rows.claims.length > 0)
    .flatMap((pack) => {
      const ready = known.get(pack);
      if (ready !== undefined) return [ready];
      const found = chainOf(byId, pack.manifest.id);
      if (!found.ok) return [];
      const published = publishedOf(found.chain);
      const one = { pack, chain: found.chain, published, claims: reconcile(published) };
      known.set(pack, one);
      return [one];
    });
}

function summaryOf(
  pack: Pack,
  { claim, verdict, findings, missing, implied }: Reconciled,
): ClaimSummary {
  const deciding = findings.find((one) => one.verdict === verdict) ?? findings[0];
  const { says, arithmetic } = findingView(deciding, new Map());
  return {
    id: claim.id,
    pack: pack.manifest.id,
    title: claim.title,
    verdict,
    arithmetic,
    says,
    implied: impliedView(implied),
    missing: [...missing],
  };
}

function rank({ verdict }: ClaimSummary): number {
  return verdicts.indexOf(verdict);
}

function ratesOf({ pack, published }: ReconciledPack): readonly PublishedRate[] {
  const byId = new Map(published.figures.map((figure) => [figure.id, figure]));
  return pack.rows.figures.flatMap(({ row }) => {
    const missing = lacksOf(row, (id) => byId.get(id));
    if (missing === undefined || missing.length === 0) return [];
    const shown = (id: string | undefined) => {
      const figure = id === undefined ? undefined : byId.get(id);
      return figure?.printed ?? figure?.value?.toLocaleString('en-US') ?? null;
    };
    const value = row.printed ?? `${row.value ?? ''}${row.unit === 'percent' ? '%' : ''}`;
    return [
      {
        pack: pack.manifest.id,
        title: row.title,
        shown: value,
        numerator: shown(row.numerator),
        denominator: shown(row.denominator),
        on: row.on,
        missing: [...missing],
      },
    ];
  });
}

/** What the register itself counts, where the pack is of a county one may enter. */
async function registeredIn({ actor, tx }: Context, { manifest }: Pack): Promise<number | null> {
  if (manifest.area === '') return null;
  const area = areaCode(manifest.area);
  if (!mayEnter(actor, area) || !hasKeptCounts(area)) return null;
  const lines = await countsOf(tx, [area]);
  const listed = lines.filter(({ metric, key }) => metric === 'stage' && key !== 'SURVEYED');
  const households = listed.reduce((sum, line) => sum + line.households, 0);
  return households > 0 ? households : null;
}
