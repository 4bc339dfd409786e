// Whether a helper may have a household, and how well the two fit: no kin, the quota of the rank, leave;
// then distance, language and who had it before. The same reading for a choice by hand, for the solver
// and for the sentence that explains a pair.

import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import { isAway } from './cover.ts';
import { distanceBetween, type PositionOf } from './distance.ts';
import { helperAway, isKin, noRoom, rankHasNone } from './helper-refusals.ts';
import { householdQuota, type QuotaRule, rankOf } from './quota.ts';

export interface FitHelper {
  readonly id: string;
  readonly name: string;
  readonly rank: string;
  readonly area: string;
  readonly home: string | null;
  readonly languages: readonly string[];
  readonly households: number;
  readonly awayFrom: PlainDate | null;
  readonly awayTo: PlainDate | null;
}

export interface FitHousehold {
  readonly id: string;
  readonly area: string;
  readonly headName: string;
  /** Code of the head's people; null where not written. */
  readonly people: string | null;
  readonly lastHelper: string | null;
}

export interface Fit {
  readonly km: number | null;
  readonly kmMeasured: boolean;
  readonly people: string | null;
  readonly speaks: boolean | null;
  readonly before: boolean;
  readonly room: number | null;
}

/** Needs nobody to interpret: officials speak it. */
const commonPeople = 'HAN';

/** What a mismatch or a known face is worth, in kilometres of road. */
export const weights = { noSharedLanguage: 30, sameAsBefore: -25 } as const;

export interface FitRules {
  readonly quota: QuotaRule | undefined;
  readonly today: PlainDate;
  readonly isKin: (helper: string, household: string) => boolean;
  readonly positionOf?: PositionOf;
}

export function barrierOf(
  helper: FitHelper,
  household: FitHousehold,
  rules: FitRules,
): RefusalKind | undefined {
  const { quota, today } = rules;
  const rank = rankOf(quota, helper.rank);
  const title: Bilingual = rank?.title ?? { zh: helper.rank, en: helper.rank };
  if (quota !== undefined && householdQuota(quota, helper.rank) === 0) {
    return deny(rankHasNone, { rank: title });
  }
  if (rules.isKin(helper.id, household.id)) {
    return deny(isKin, { helper: helper.name, head: household.headName });
  }
  if (isAway(helper, today)) {
    return deny(helperAway, { helper: helper.name, from: helper.awayFrom ?? '' });
  }
  const most = householdQuota(quota, helper.rank);
  if (quota !== undefined && helper.households >= most) {
    const { name, households } = helper;
    return deny(noRoom, { helper: name, households, rank: title, quota: most });
  }
  return undefined;
}

export function fitOf(helper: FitHelper, household: FitHousehold, rules: FitRules): Fit {
  const { people } = household;
  const needsLanguage = people !== null && people !== commonPeople;
  const { km, measured } = distanceBetween(
    baseOf(helper),
    areaCode(household.area),
    rules.positionOf,
  );
  const most = householdQuota(rules.quota, helper.rank);
  return {
    km: Math.round(km),
    kmMeasured: measured,
    people: needsLanguage ? people : null,
    speaks: needsLanguage ? helper.languages.includes(people) : null,
    before: household.lastHelper === helper.id,
    room: rules.quota === undefined ? null : Math.max(0, most - helper.households),
  };
}

/** Where a helper sets out from: the village they come from, else where they are posted. */
export function baseOf({ home, area }: Pick<FitHelper, 'home' | 'area'>): AreaCode {
  return areaCode(home ?? area);
}

/** Lower is better; in kilometres. */
export function costOf({ km, speaks, before }: Pick<Fit, 'km' | 'speaks' | 'before'>): number {
  return (
    (km ?? 0) +
    (speaks === false ? weights.noSharedLanguage : 0) +
    (before ? weights.sameAsBefore : 0)
  );
}
