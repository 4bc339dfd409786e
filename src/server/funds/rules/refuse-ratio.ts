// What stands between the books and a rule on shares: money may not go elsewhere beyond what the share of the
// year leaves; and projects with money that asks for it are built first.

import { yuanText } from '#domain/funds/entry.ts';
import type { Order } from '#domain/funds/order.ts';
import { ratioLost } from '#domain/funds/order-refusals.ts';
import { roomElsewhere } from '#domain/funds/rules/standing.ts';
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { FundRule, FundSelector } from '#domain/policy/pack/delivery-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { fundWordsHere } from '../fund-words.ts';
import type { ProjectRecord } from '../projects/project.store.ts';
import { limitValue, ruleWithParts, shareFacts, stageSum, sumOfSelector } from './rule-money.ts';
import { isGuarded } from './rule-standings.ts';

/** Kinds of acts by which money comes to a stage. */
const reaches: Readonly<Record<Order['kind'], FundSelector['stage'] | null>> = {
  plan: null,
  appropriate: 'granted',
  arrive: 'arrived',
  allocate: 'allocated',
  pay: 'paid',
  repurpose: 'allocated',
  return: null,
};

/** `project` is the one the order is for, where it was read already. */
export async function refuseRatioLost(
  context: Context,
  order: Order,
  project?: ProjectRecord,
): Promise<void> {
  const stage = reaches[order.kind];
  if (stage === null) return;
  const county = areaCode(order.from.area.slice(0, 6));
  const { pack } = fundWordsHere(context, county);
  if (pack === undefined) return;
  for (const { row } of pack.rows.fundRules) {
    if (!isGuarded(row) || row.selects?.stage !== stage) continue;
    const rule = ruleWithParts(pack, row);
    const denial = await denialBy(context, { pack, rule, order, county, project });
    if (denial !== undefined) refuse(denial);
  }
}

interface Guarded {
  readonly pack: ResolvedPack;
  readonly rule: FundRule;
  readonly order: Order;
  readonly county: AreaCode;
  readonly project: ProjectRecord | undefined;
}

async function denialBy(
  context: Context,
  { pack, rule, order, county, project }: Guarded,
): Promise<RefusalKind | undefined> {
  const { selects, against } = rule;
  if (selects === undefined || against === undefined) return undefined;
  if (!goesElsewhere(order, project, { selects, against })) return undefined;
  const own = context.actor.area;
  const area = own.length > county.length ? own : county;
  const year = yearOf(order.on);
  if (`${year}-12-31` < (rule.from ?? '')) return undefined;
  const sums = await sumOfSelector(context.tx, { area, year }, against);
  const measured = stageSum(
    await sumOfSelector(context.tx, { area, year }, selects),
    selects.stage,
  );
  for (const limit of rule.limits) {
    const { value } = limitValue(pack, limit);
    if (value === null) continue;
    const facts = shareFacts(sums, { percent: value, measured, selects, against });
    const room = roomElsewhere(facts);
    if (order.amount <= room) continue;
    return deny(ratioLost, {
      rule: rule.title,
      percent: value,
      room: yuanText(room < 0n ? 0n : room),
      asked: yuanText(order.amount),
      year,
    });
  }
  return undefined;
}

/** Of the money the rule is about, and not what it wants it used for. */
function goesElsewhere(
  order: Order,
  project: ProjectRecord | undefined,
  { selects, against }: { readonly selects: FundSelector; readonly against: FundSelector },
): boolean {
  const { kind, from, to, source, purpose } = order;
  const meant = (selector: FundSelector, use: string) =>
    (selector.sources?.includes(source) ?? true) && (selector.purposes?.includes(use) ?? true);
  if (kind === 'repurpose') {
    return meant(selects, purpose) && !meant(selects, to.purpose ?? purpose);
  }
  // What only moves on from one purse to another was looked at when it was set aside first.
  if (kind === 'allocate' && from.kind === 'allocated') return false;
  if (!meant(against, purpose)) return false;
  if (!meant(selects, purpose)) return true;
  if (selects.tied !== true || to.household !== null) return false;
  return project === undefined || (project.level !== 'household' && project.link === null);
}
