// A version is submitted with all five elements and decided by somebody else. Approval puts it in force and
// writes the primary measure into the register, the one place where that is kept.
import type { decidePlan, submitPlan, Plan as View } from '#contract/assistance-plans.ts';
import type { InputOf } from '#contract/route.ts';
import { elementTitles, firstIncomplete, isOpenPlan, primaryOf } from '#domain/assistance/plan.ts';
import {
  ownPlan,
  planIncomplete,
  planIsEmpty,
  primaryNeeded,
} from '#domain/assistance/plan-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { changeHouseholdFields } from '#server/registry/change-fields.ts';
import { demandState, householdOf, lockPlan, noteOf, stateOf, viewOf } from './load-plan.ts';
import { listMeasures } from './measure.store.ts';
import { type PlanRecord, putInForce, replaceInForce, updatePlan } from './plan.store.ts';
import { isRegisterMeasure, measureTitle, rulesOfHelp } from './rules-of-help.ts';

export async function submit(
  context: Context,
  { params }: InputOf<typeof submitPlan>,
): Promise<View> {
  const { tx, now, actor } = context;
  const plan = await lockPlan(context, params.id);
  demandState(plan, isOpenPlan(stateOf(plan)), { zh: '报送', en: 'submitted' });
  const rows = await listMeasures(tx, plan.county, [plan.id]);
  const measures = rows.map(({ due_on, ...one }) => ({
    ...one,
    dueOn: due_on === null ? null : plainDate(due_on),
  }));
  if (measures.length === 0) refuse(planIsEmpty);
  const first = firstIncomplete(measures);
  if (first !== undefined) {
    const pack = rulesOfHelp(context, areaCode(plan.area_code));
    const titles = first.missing.map((element) => elementTitles[element]);
    refuse(
      deny(planIncomplete, {
        at: first.at + 1,
        measure: measureTitle(pack, measures[first.at]?.code ?? ''),
        missing: {
          zh: titles.map(({ zh }) => zh).join('、'),
          en: titles.map(({ en }) => en).join(', '),
        },
      }),
    );
  }
  if (primaryOf(measures, plan.primary_measure) === null) refuse(primaryNeeded);

  await updatePlan(tx, plan, {
    state: 'submitted',
    submitted_by: actor.account,
    submitted_by_name: actor.displayName,
    submitted_at: now,
    reason: '',
  });
  noteOf(context, plan);
  return viewOf(context, plan);
}

export async function decide(
  context: Context,
  { params, body }: InputOf<typeof decidePlan>,
): Promise<View> {
  const { tx, now, actor } = context;
  const plan = await lockPlan(context, params.id);
  demandState(plan, plan.state === 'submitted', { zh: '审批', en: 'decided' });
  if ([plan.made_by, plan.submitted_by].includes(actor.account)) refuse(ownPlan);

  const decided = {
    decided_by: actor.account,
    decided_by_name: actor.displayName,
    decided_at: now,
    reason: body.reason,
  };
  if (body.approve) {
    await replaceInForce(tx, plan);
    await updatePlan(tx, plan, { ...decided, state: 'approved' });
    await putInForce(tx, plan);
    await writePrimary(context, plan);
  } else {
    await updatePlan(tx, plan, { ...decided, state: 'returned' });
  }
  noteOf(context, plan);
  return viewOf(context, plan);
}

/** The primary measure is a field of the register: approval is an event there, unless it says so already. */
async function writePrimary(context: Context, plan: PlanRecord): Promise<void> {
  const household = await householdOf(context, plan);
  const pack = rulesOfHelp(context, areaCode(plan.area_code));
  const to = plan.primary_measure;
  if (household === undefined || to === null || !isRegisterMeasure(pack, to)) return;
  if (household.values.primaryMeasure === to) return;
  await changeHouseholdFields(context, household.id, {
    baseVersion: household.version,
    changes: [{ field: 'primaryMeasure', to }],
    keepBoth: true,
    trueFrom: context.today,
    source: `plan:${plan.id}`,
    reason: `第${plan.number}版帮扶计划`,
  });
}
