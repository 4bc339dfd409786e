// A plan in sight, held for a change, in the state an act needs; and as it is answered.
import type { Plan as View } from '#contract/assistance-plans.ts';
import type { PlanState } from '#domain/assistance/plan.ts';
import { noSuchPlan, planNotInState } from '#domain/assistance/plan-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { findHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { findPlan, type PlanRecord } from './plan.store.ts';
import { planViews } from './plan-view.ts';

const stateWords: Readonly<Record<PlanState, Bilingual>> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '待审批', en: 'submitted' },
  returned: { zh: '已退回', en: 'returned' },
  approved: { zh: '执行中', en: 'in force' },
  replaced: { zh: '已被新版替换', en: 'replaced' },
};

export function stateOf({ state }: PlanRecord): PlanState {
  return state as PlanState;
}

export function demandState(plan: PlanRecord, isRight: boolean, act: Bilingual): void {
  if (!isRight) refuse(deny(planNotInState, { state: stateWords[stateOf(plan)], act }));
}

export async function lockPlan({ tx }: Context, id: string): Promise<PlanRecord> {
  return (await findPlan(tx, { county: countyOfId(id), id }, 'locked')) ?? refuse(noSuchPlan);
}

export async function householdOf(
  { tx }: Pick<Context, 'tx'>,
  { household_id }: Pick<PlanRecord, 'household_id'>,
): Promise<StoredHousehold | undefined> {
  return household_id === null ? undefined : findHousehold(tx, household_id);
}

export function noteOf(context: Context, { id, area_code, household_id }: PlanRecord): void {
  context.note({
    area: areaCode(area_code),
    subject: household_id === null ? `plan:${id}` : `household:${household_id}`,
    facts: { plan: id },
  });
}

export async function viewOf(
  context: Context,
  { county, id }: Pick<PlanRecord, 'county' | 'id'>,
): Promise<View> {
  const plan = (await findPlan(context.tx, { county, id })) ?? refuse(noSuchPlan);
  const [view] = await planViews(context, [plan], {
    household: await householdOf(context, plan),
  });
  return view ?? refuse(noSuchPlan);
}
