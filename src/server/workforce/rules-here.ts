// What the pack in force says of helpers and visits in an area, and the words of its codes.
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { householdQuota, type QuotaRule, quotaRuleOf, rankOf } from '#domain/workforce/quota.ts';
import { dueDay, type HouseholdVisitRule, visitRuleOf } from '#domain/workforce/visit-rule.ts';
import type { Context } from '#server/http/context.ts';
import type { Platform } from '#server/platform.ts';

export interface RulesHere {
  readonly pack: ResolvedPack | undefined;
  readonly quota: QuotaRule | undefined;
  readonly visits: HouseholdVisitRule | undefined;
}

export function rulesHere(
  { platform, today }: Pick<Context, 'today'> & { readonly platform: Pick<Platform, 'packs'> },
  area: AreaCode,
): RulesHere {
  const pack = platform.packs.inForce(area, today);
  return pack === undefined
    ? { pack, quota: undefined, visits: undefined }
    : { pack, quota: quotaRuleOf(pack), visits: visitRuleOf(pack) };
}

export function rankTitle({ quota }: RulesHere, rank: string): Bilingual {
  return rankOf(quota, rank)?.title ?? { zh: rank, en: rank };
}

export function quotaFor({ quota }: RulesHere, rank: string): number | null {
  return quota === undefined ? null : householdQuota(quota, rank);
}

export function quotasByRank({ quota }: RulesHere): ReadonlyMap<string, number> {
  const ranks = quota?.ranks ?? [];
  return new Map(ranks.map(({ rank }) => [rank, householdQuota(quota, rank)]));
}

export function peopleTitle({ pack }: RulesHere, code: string | null): Bilingual | null {
  if (code === null) return null;
  return pack === undefined ? { zh: code, en: code } : codeTitle(pack, 'ethnicity', code);
}

/** The title of one of the forces that the pack lists, such as first secretaries. */
export function forceTitle({ pack }: RulesHere, id: string | null): Bilingual | null {
  if (id === null) return null;
  const forces = pack?.rows.organisation.find(({ row }) => row.id === 'forces')?.row.rows ?? [];
  return forces.find((one) => one.id === id)?.title ?? { zh: id, en: id };
}

/** By when somebody newly paired has to have called; null where no rule asks for it. */
export function firstDue({ visits }: RulesHere, today: PlainDate): PlainDate | null {
  return visits === undefined ? null : dueDay(visits, [], today);
}

export function namedRule(
  rule: { readonly title: Bilingual; readonly verified: boolean } | undefined,
): { title: Bilingual; verified: boolean } | null {
  return rule === undefined ? null : { title: rule.title, verified: rule.verified };
}
