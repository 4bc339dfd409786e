// Everything about the help of one household, and of one village, on one page.
import type { HouseholdAssistance, householdAssistance } from '#contract/assistance.ts';
import type { VillageAssistance, villageAssistance } from '#contract/assistance-plans.ts';
import type { InputOf } from '#contract/route.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { isRegistered } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { getHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { headNameOf } from '#server/workforce/pair.ts';
import { listVisitsOf } from '#server/workforce/visit.store.ts';
import { listBenefitsOf } from './benefit.store.ts';
import { benefitViews } from './benefit-view.ts';
import { listNeeds } from './need.store.ts';
import { listPlansOf, type PlanRecord } from './plan.store.ts';
import { headOf, type PlanOwner, planViews } from './plan-view.ts';
import { choicesOf, measureTitle, needTitle, rulesOfHelp, suggestionsOf } from './rules-of-help.ts';
import { factsOfStored, subjectOf, villageOf } from './subject.ts';

export async function assistanceOf(
  context: Context,
  { params }: InputOf<typeof householdAssistance>,
): Promise<HouseholdAssistance> {
  const { tx } = context;
  const household = await getHousehold(tx, params.id);
  const pack = rulesOfHelp(context, household.area);
  const facts = factsOfStored(pack, household);
  const versions = await listPlansOf(tx, subjectOf(household));
  const stage = String(household.values.stage ?? '');
  const benefits = await listBenefitsOf(tx, household);
  return {
    household: household.id,
    version: household.version,
    headName: headNameOf(household) || null,
    stage,
    needed: isRegistered(stage),
    causes: causesOf(pack, household),
    primaryMeasure: measureCoded(pack, household.values.primaryMeasure),
    ...(await needsOf(context, household, pack)),
    suggestions: isRegistered(stage) ? [...suggestionsOf(pack, facts)] : [],
    ...(await plansOf(context, versions, { household, benefits })),
    benefits: [...(await benefitViews(context, benefits))],
    choices: choicesOf(pack, 'household', facts),
    mayPlan: context.may('assistance.plan') && isRegistered(stage),
    mayDeliver: context.may('assistance.deliver'),
    mayAnswer: context.may('assistance.answer'),
  };
}

export async function villageHelp(
  context: Context,
  { params }: InputOf<typeof villageAssistance>,
): Promise<VillageAssistance> {
  const { tx, today } = context;
  const subject = villageOf(params.area);
  const placeOf = await nameAreas(tx, [subject.area], today);
  const versions = await listPlansOf(tx, subject);
  return {
    area: subject.area,
    name: placeOf(subject.area).village,
    ...(await plansOf(context, versions, { household: undefined })),
    choices: choicesOf(rulesOfHelp(context, subject.area), 'village'),
    mayPlan: context.may('assistance.plan'),
  };
}

/** The version in force and the one that is open, whole; of all others only the head. */
async function plansOf(context: Context, versions: readonly PlanRecord[], owner: PlanOwner) {
  const shown = versions.filter(({ state }) => state !== 'replaced');
  const views = await planViews(context, shown, owner);
  return {
    plan: views.find(({ state }) => state === 'approved') ?? null,
    open: views.find(({ state }) => state !== 'approved') ?? null,
    versions: versions.map(headOf),
  };
}

function causesOf(pack: ResolvedPack, { values }: StoredHousehold) {
  const coded = (code: string) => ({ code, title: codeTitle(pack, 'cause', code) });
  const { primaryCause, otherCauses } = values;
  return {
    primary: typeof primaryCause === 'string' ? coded(primaryCause) : null,
    others: Array.isArray(otherCauses) ? otherCauses.map((code) => coded(String(code))) : [],
  };
}

function measureCoded(pack: ResolvedPack, code: unknown) {
  return typeof code === 'string' ? { code, title: measureTitle(pack, code) } : null;
}

async function needsOf(
  { tx }: Context,
  household: StoredHousehold,
  pack: ResolvedPack,
): Promise<Pick<HouseholdAssistance, 'needs' | 'found'>> {
  const needs = await listNeeds(tx, household);
  const visits = await listVisitsOf(tx, household);
  const titleOfList = (id: string | null) =>
    pack.rows.lists.find(({ row }) => row.id === id)?.row.title ?? null;
  return {
    needs: needs.map((one) => ({
      id: one.id,
      list: titleOfList(one.list),
      title: needTitle(pack, one),
      words: one.words,
      notedOn: one.noted_on,
      notedBy: one.noted_by_name,
      metOn: one.met_on,
      metBy: one.met_by_name,
    })),
    found: visits.flatMap((visit) =>
      visit.findings
        .filter(({ kind, closed_on }) => kind === 'need' && closed_on === null)
        .map(({ id, words }) => ({ id, words, on: visit.visited_on, by: visit.helper_name })),
    ),
  };
}
