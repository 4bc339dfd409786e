// How a measure of a plan in force goes on, milestones reached, needs noted and met.
import type { meetNeed, noteNeed } from '#contract/assistance.ts';
import type { reachMilestone, reportMeasure, Plan as View } from '#contract/assistance-plans.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { deliveredInFuture } from '#domain/assistance/benefit-refusals.ts';
import { noSuchMeasure, noSuchNeed, unknownNeed } from '#domain/assistance/plan-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { closeFindingRow } from '#server/workforce/visit.store.ts';
import { noteOf, viewOf } from './load-plan.ts';
import {
  findMeasureInForce,
  findMilestone,
  insertProgress,
  setMeasureState,
  setMilestone,
} from './measure.store.ts';
import { closeNeed, insertNeed } from './need.store.ts';
import { findPlan } from './plan.store.ts';
import { needListsOf, rulesOfHelp } from './rules-of-help.ts';

export async function report(
  context: Context,
  { params, body }: InputOf<typeof reportMeasure>,
): Promise<View> {
  const { tx, now, today, actor } = context;
  const county = countyOfId(params.line);
  if (body.on > today) refuse(deliveredInFuture, { on: body.on, today });
  const measure =
    (await findMeasureInForce(tx, { county, id: params.line })) ?? refuse(noSuchMeasure);

  await setMeasureState(tx, measure, { state: body.state, on: body.on });
  await insertProgress(tx, {
    county,
    id: context.newId(county),
    line: measure.line,
    household_id: measure.household_id,
    area_code: measure.area_code,
    state: body.state,
    on_day: body.on,
    words: body.words,
    account: actor.account,
    account_name: actor.displayName,
    recorded_at: now,
  });
  return planOf(context, county, measure.plan_id);
}

export async function reach(
  context: Context,
  { params, body }: InputOf<typeof reachMilestone>,
): Promise<View> {
  const { tx, today, actor } = context;
  const county = countyOfId(params.line);
  if (body.on > today) refuse(deliveredInFuture, { on: body.on, today });
  const target = (await findMilestone(tx, { county, id: params.line })) ?? refuse(noSuchMeasure);

  await setMilestone(tx, target, { on: body.on, by: actor.displayName });
  return planOf(context, county, target.plan_id);
}

async function planOf(context: Context, county: number, id: string): Promise<View> {
  const plan = (await findPlan(context.tx, { county, id })) ?? refuse(noSuchMeasure);
  noteOf(context, plan);
  return viewOf(context, plan);
}

/** A need that a visit found is closed there, for it stands here from now on. */
export async function note(
  context: Context,
  { params, body }: InputOf<typeof noteNeed>,
): Promise<OutputOf<typeof noteNeed>> {
  const { tx, today, actor } = context;
  const household = await getHousehold(tx, params.id);
  const { county, area } = household;
  const { list, code, words, finding } = body;
  if (code !== null) {
    const lists = needListsOf(rulesOfHelp(context, area));
    const isKnown = lists.some(
      (one) => one.id === list && one.codes.some((each) => each.code === code),
    );
    if (!isKnown) refuse(unknownNeed, { list: list ?? '', code });
  }
  if (finding !== null) await closeFindingRow(tx, { county, id: finding }, today);

  const id = await insertNeed(tx, {
    county,
    id: context.newId(county),
    household_id: household.id,
    area_code: area,
    list: code === null ? null : list,
    code,
    words,
    finding_id: finding,
    noted_on: today,
    noted_by_name: actor.displayName,
    met_on: null,
    met_by_name: null,
  });
  context.note({ area, subject: `household:${household.id}`, facts: { need: id } });
  return { id };
}

export async function meet(
  context: Context,
  { params }: InputOf<typeof meetNeed>,
): Promise<OutputOf<typeof meetNeed>> {
  const { tx, today, actor } = context;
  const key = { county: countyOfId(params.id), id: params.id };
  const row =
    (await closeNeed(tx, key, { on: today, by: actor.displayName })) ?? refuse(noSuchNeed);
  context.note({
    area: areaCode(row.area_code),
    subject: `household:${row.household_id}`,
    facts: { need: params.id },
  });
  return { id: params.id };
}
