// How many households a helper of each rank has, by the pack in force: 10, 8 and 6 in one place, one
// banner, one village and ten households in another. A rank without a number has no households.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';

export type QuotaUnit = 'household' | 'village' | 'county';

export interface RankQuota {
  readonly rank: string;
  readonly title: Bilingual;
  readonly number: number;
  readonly unit: QuotaUnit;
}

export interface QuotaRule {
  readonly title: Bilingual;
  readonly verified: boolean;
  /** In the pack's order, the highest rank first. */
  readonly ranks: readonly RankQuota[];
}

export function quotaRuleOf(pack: ResolvedPack): QuotaRule | undefined {
  const row = pack.rows.quotas.at(-1)?.row;
  if (row === undefined) return undefined;
  return {
    title: row.title,
    verified: row.verified === true,
    ranks: row.ranks.map(({ rank, title, number, unit }) => ({ rank, title, number, unit })),
  };
}

export function rankOf(rule: QuotaRule | undefined, rank: string): RankQuota | undefined {
  return rule?.ranks.find((one) => one.rank === rank);
}

/** Households a helper of this rank may have; 0 for one whose quota is villages or a county. */
export function householdQuota(rule: QuotaRule | undefined, rank: string): number {
  const found = rankOf(rule, rank);
  return found?.unit === 'household' ? found.number : 0;
}

export interface Missing {
  readonly households: number;
  /** How many helpers of each rank alone would be enough. */
  readonly byRank: readonly {
    readonly rank: string;
    readonly title: Bilingual;
    readonly helpers: number;
  }[];
}

/** What it would take to cover so many more households. */
export function missingFor(rule: QuotaRule | undefined, households: number): Missing {
  const ranks = rule?.ranks.filter(({ unit }) => unit === 'household') ?? [];
  return {
    households,
    byRank: ranks.map(({ rank, title, number }) => ({
      rank,
      title,
      helpers: Math.ceil(households / number),
    })),
  };
}
