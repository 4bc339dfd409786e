// An open version of a plan is written on: measures the rules know, within its years, and after exit only
// what the rules still grant. The lines of measures and targets go on through versions.
import type { PlanContent, savePlan, Plan as View } from '#contract/assistance-plans.ts';
import type { InputOf } from '#contract/route.ts';
import { isOpenPlan, primaryOf } from '#domain/assistance/plan.ts';
import { afterExit, dueOutsidePlan, planChanged } from '#domain/assistance/plan-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import type { StoredHousehold } from '#server/registry/household.store.ts';
import { headNameOf } from '#server/workforce/pair.ts';
import { demandState, householdOf, lockPlan, noteOf, stateOf, viewOf } from './load-plan.ts';
import { listMeasures, listTargets, replaceMeasures, replaceTargets } from './measure.store.ts';
import { type PlanRecord, updatePlan } from './plan.store.ts';
import {
  benefitOf,
  entitledTo,
  measureTitle,
  refuseUnknownMeasure,
  rulesOfHelp,
} from './rules-of-help.ts';
import { factsOfStored } from './subject.ts';

export async function save(
  context: Context,
  { params, body }: InputOf<typeof savePlan>,
): Promise<View> {
  const plan = await lockPlan(context, params.id);
  demandState(plan, isOpenPlan(stateOf(plan)), { zh: '修改', en: 'changed' });
  if (plan.revision !== body.revision) {
    refuse(planChanged, {
      by: plan.submitted_by_name ?? plan.made_by_name,
      revision: plan.revision,
    });
  }
  const pack = rulesOfHelp(context, areaCode(plan.area_code));
  await refuseUnfit(context, plan, { pack, content: body });
  await store(context, plan, body);
  return viewOf(context, plan);
}

async function store(context: Context, plan: PlanRecord, body: PlanContent): Promise<void> {
  const { tx } = context;
  const { county, household_id, area_code } = plan;
  const place = { county, plan_id: plan.id, household_id, area_code };
  const states = new Map(
    (await listMeasures(tx, county, [plan.id])).map((one) => [one.line, one] as const),
  );
  await replaceMeasures(
    tx,
    plan,
    body.measures.map((one, position) => ({
      ...place,
      id: context.newId(county),
      line: one.line ?? context.newId(county),
      position,
      code: one.code,
      benefit: one.benefit,
      goal: one.goal,
      focus: one.focus,
      method: one.method,
      owner: one.owner,
      due_on: one.dueOn,
      judged_by: one.judgedBy,
      quantity: one.quantity,
      unit: one.unit,
      promised_fen: one.promisedFen,
      field: one.field,
      expected: one.expected,
      suggested_by: one.suggestedBy,
      is_current: false,
      state: states.get(one.line ?? '')?.state ?? 'planned',
      state_on: states.get(one.line ?? '')?.state_on ?? null,
    })),
  );
  const done = new Map(
    (await listTargets(tx, county, [plan.id])).map((one) => [one.line, one] as const),
  );
  await replaceTargets(
    tx,
    plan,
    body.targets.map((one) => ({
      ...place,
      id: context.newId(county),
      line: one.line ?? context.newId(county),
      kind: one.kind,
      metric: one.metric,
      title: one.title,
      due_on: one.dueOn,
      value: one.value,
      unit: one.unit,
      done_on: done.get(one.line ?? '')?.done_on ?? null,
      done_by_name: done.get(one.line ?? '')?.done_by_name ?? null,
    })),
  );
  await updatePlan(tx, plan, {
    from_year: body.fromYear,
    to_year: Math.max(body.fromYear, body.toYear),
    goal: body.goal,
    primary_measure: primaryOf(body.measures, body.primaryMeasure),
  });
  noteOf(context, plan);
}

/** Measures the rules know, within the years, and after exit only what the rules still grant. */
async function refuseUnfit(
  context: Context,
  plan: PlanRecord,
  { pack, content }: { readonly pack: ResolvedPack; readonly content: PlanContent },
): Promise<void> {
  const household = await householdOf(context, plan);
  const known = new Set(
    (await listMeasures(context.tx, plan.county, [plan.id])).map(({ line }) => line),
  );
  for (const one of content.measures) {
    refuseUnknownMeasure(pack, one.code);
    const title = measureTitle(pack, one.code);
    if (one.benefit !== null) benefitOf(pack, one.benefit);
    if (one.dueOn !== null && !isInYears(one.dueOn, content)) {
      refuse(
        deny(dueOutsidePlan, {
          measure: title,
          due: one.dueOn,
          from: content.fromYear,
          to: content.toYear,
        }),
      );
    }
    if (household !== undefined && !known.has(one.line ?? '')) {
      refuseAfterExit(household, { pack, benefit: one.benefit, title });
    }
  }
}

function isInYears(day: string, { fromYear, toYear }: PlanContent): boolean {
  const year = yearOf(plainDate(day));
  return year >= fromYear && year <= toYear;
}

/** Who has exited gets nothing new but what the rules grant those who have. */
export function refuseAfterExit(
  household: StoredHousehold,
  asked: {
    readonly pack: ResolvedPack;
    readonly benefit: string | null;
    readonly title: Bilingual;
  },
): void {
  const { values } = household;
  if (values.stage !== 'EXIT_ANNOUNCED') return;
  const { pack, benefit, title } = asked;
  if (benefit !== null && entitledTo(pack, benefit, factsOfStored(pack, household)) === true)
    return;
  refuse(
    deny(afterExit, {
      head: headNameOf(household),
      on: String(values.exitedOn ?? '—'),
      measure: title,
    }),
  );
}
