// A version of a plan is begun: from the one in force where there is one, else empty.
import type { beginPlan, beginVillagePlan, Plan as View } from '#contract/assistance-plans.ts';
import type { InputOf } from '#contract/route.ts';
import { notRegistered, planIsOpen } from '#domain/assistance/plan-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { isRegistered } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { headNameOf } from '#server/workforce/pair.ts';
import { noteOf, viewOf } from './load-plan.ts';
import { listMeasures, listTargets, replaceMeasures, replaceTargets } from './measure.store.ts';
import { insertPlan, listPlansOf, type PlanRecord, type PlanSubject } from './plan.store.ts';
import { rulesOfHelp } from './rules-of-help.ts';
import { subjectOf, villageOf } from './subject.ts';

export async function begin(
  context: Context,
  { params }: InputOf<typeof beginPlan>,
): Promise<View> {
  const household = await getHousehold(context.tx, params.id);
  if (!isRegistered(String(household.values.stage ?? ''))) {
    refuse(notRegistered, { head: headNameOf(household) });
  }
  return beginFor(context, subjectOf(household));
}

export async function beginVillage(
  context: Context,
  { params }: InputOf<typeof beginVillagePlan>,
): Promise<View> {
  return beginFor(context, villageOf(params.area));
}

/** From the version in force where there is one, else empty. */
async function beginFor(context: Context, subject: PlanSubject): Promise<View> {
  const { tx, now, today, actor } = context;
  const versions = await listPlansOf(tx, subject);
  const unfinished = versions.find(({ state }) => !['approved', 'replaced'].includes(state));
  if (unfinished !== undefined) refuse(planIsOpen, { number: unfinished.number });
  const pack = rulesOfHelp(context, areaCode(subject.area));
  const before = versions.find(({ state }) => state === 'approved');
  const plan: PlanRecord = {
    county: subject.county,
    id: context.newId(subject.county),
    household_id: subject.household,
    area_code: subject.area,
    number: 1 + (versions[0]?.number ?? 0),
    revision: 1,
    state: 'draft',
    from_year: before?.from_year ?? yearOf(today),
    to_year: before?.to_year ?? yearOf(today),
    goal: before?.goal ?? '',
    primary_measure: before?.primary_measure ?? null,
    pack: pack.id,
    edition: pack.edition,
    made_by: actor.account,
    made_by_name: actor.displayName,
    made_at: now,
    submitted_by: null,
    submitted_by_name: null,
    submitted_at: null,
    decided_by: null,
    decided_by_name: null,
    decided_at: null,
    reason: '',
  };
  await insertPlan(tx, plan);
  if (before !== undefined) await copyContent(context, before, plan);
  noteOf(context, plan);
  return viewOf(context, plan);
}

async function copyContent(context: Context, before: PlanRecord, plan: PlanRecord): Promise<void> {
  const { tx } = context;
  const { county, id } = plan;
  const own = <Row extends object>(row: Row) => ({
    ...row,
    id: context.newId(county),
    plan_id: id,
  });
  const measures = await listMeasures(tx, county, [before.id]);
  await replaceMeasures(
    tx,
    plan,
    measures.map((one) => ({ ...own(one), is_current: false })),
  );
  await replaceTargets(tx, plan, (await listTargets(tx, county, [before.id])).map(own));
}
