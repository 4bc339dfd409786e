// Words of the books from the pack in force: titles of sources and uses, and what approvals it asks for.
import type { ApprovalRule } from '#domain/funds/order.ts';
import * as refusals from '#domain/funds/order-refusals.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Platform } from '#server/platform.ts';

export interface FundWords {
  readonly pack: ResolvedPack | undefined;
  source(id: string): {
    readonly title: Bilingual;
    readonly channels: readonly string[];
    readonly verified: boolean;
    /** The source it is a part of. */
    readonly within: string | null;
  };
  use(id: string): Bilingual;
  /** Codes of measures that money of this use pays for; its own code where the pack has no comparison. */
  measures(use: string): readonly string[];
}

interface Asker {
  readonly platform: Pick<Platform, 'packs'>;
  readonly today: PlainDate;
}

const giftMark = 'social/';
/** What an asset of a project earned. */
export const assetMark = 'asset/';
/** Sources of their own name: gifts, and what a bank lends. */
const namedMarks = {
  [giftMark]: 'social',
  [assetMark]: 'social',
  'bank/': 'bank',
  'operator/': 'firm',
} as const;

export function fundWordsHere({ platform, today }: Asker, area: AreaCode): FundWords {
  const pack = platform.packs.inForce(area, today);
  const sources = new Map((pack?.rows.fundSources ?? []).map(({ row }) => [row.id, row]));
  let below: typeof sources | undefined;
  const pairs = pack?.rows.mappings.find(({ row }) => row.id === 'useOfMeasure')?.row.pairs ?? [];
  return {
    pack,
    source(id) {
      below ??= sources.has(id) ? undefined : sourcesBelow({ platform, today }, area);
      const row = sources.get(id) ?? below?.get(id);
      if (row !== undefined) {
        const { title, channels, verified, within = null } = row;
        return { title, channels, verified, within };
      }
      const [mark, channel] = Object.entries(namedMarks).find(([one]) => id.startsWith(one)) ?? [
        '',
        'social',
      ];
      const name = id.slice(mark.length);
      const title = { zh: name, en: name };
      return { title, channels: [channel], verified: true, within: null };
    },
    use: (id) => (pack === undefined ? { zh: id, en: id } : codeTitle(pack, 'fundUse', id)),
    measures(use) {
      const found = pairs.filter(({ external }) => external === use).map(({ code }) => code);
      return found.length === 0 ? [use] : found;
    },
  };
}

/** A city or a province looks at the books of its counties, each kept in the words of a pack of its own. */
function sourcesBelow({ platform, today }: Asker, area: AreaCode) {
  const rows = platform.packs
    .readAll()
    .filter(({ manifest }) => manifest.area !== area && manifest.area.startsWith(area))
    .flatMap(({ manifest }) => platform.packs.resolve(manifest.id, today)?.rows.fundSources ?? []);
  // Of two of one name the first counts.
  return new Map(rows.toReversed().map(({ row }) => [row.id, row]));
}

export function usesOf(pack: ResolvedPack | undefined) {
  return pack?.rows.lists.find(({ row }) => row.id === 'fundUse')?.row.codes ?? [];
}

/** Refuses a source or use that the rules do not name. */
export function refuseUnknown(
  { pack }: FundWords,
  { source, purposes }: { readonly source: string; readonly purposes: readonly string[] },
): void {
  const isGift = source.startsWith(giftMark) && source.length > giftMark.length;
  const isKnown = pack?.rows.fundSources.some(({ row }) => row.id === source) === true;
  if (!isGift && !isKnown) refuse(refusals.unknownSource, { source });
  const uses = usesOf(pack);
  const strange = purposes.find((one) => uses.every(({ code }) => code !== one));
  if (strange !== undefined) {
    const choices = uses.map(({ code }) => code).join(', ');
    refuse(refusals.unknownUse, { purpose: strange, choices });
  }
}

/** A number of yuan that the pack gives by this name, in fen. */
export function fenOf(pack: ResolvedPack | undefined, parameter: string): bigint | null {
  const value = pack?.scope.parameters.get(parameter)?.value;
  return typeof value === 'number' ? BigInt(Math.round(value * 100)) : null;
}

export function approvalRuleOf(pack: ResolvedPack | undefined): ApprovalRule {
  const parts = ['moneyApprovalCountyFrom', 'moneyApprovalTwoFrom'];
  return {
    countyFrom: fenOf(pack, 'moneyApprovalCountyFrom'),
    twoFrom: fenOf(pack, 'moneyApprovalTwoFrom'),
    verified: parts.every((one) => pack?.scope.parameters.get(one)?.verified === true),
  };
}
