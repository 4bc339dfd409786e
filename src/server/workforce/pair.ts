// Giving a household a helper, ending that, and the helpers it could have.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  endPairing,
  listCandidates,
  pairHousehold,
  Why,
} from '#contract/workforce-pairing.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import { isRegistered } from '#domain/registry/stage.ts';
import { alreadyPaired, notListed, notPaired } from '#domain/workforce/helper-refusals.ts';
import {
  barrierOf,
  costOf,
  type Fit,
  type FitHousehold,
  type FitRules,
  fitOf,
} from '#domain/workforce/pair-fit.ts';
import { positionsOf } from '#domain/workforce/place-positions.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { listNeeding, listPositions } from './coverage.store.ts';
import { withdrawOffers } from './handover.store.ts';
import { addHouseholds, listHelpersOf, listKin, showHouseholds } from './helper-roll.store.ts';
import { asFit, openHelper } from './load-helper.ts';
import { closePairing, findOpenPairing, insertPairings } from './pairing.store.ts';
import {
  firstDue,
  peopleTitle,
  quotaFor,
  type RulesHere,
  rankTitle,
  rulesHere,
} from './rules-here.ts';

const candidatesShown = 30;

export interface LoadedFit {
  readonly household: StoredHousehold;
  readonly fit: FitHousehold;
  readonly rules: RulesHere;
  readonly fitRules: FitRules;
}

export async function loadFit(context: Context, id: string): Promise<LoadedFit> {
  const { tx, today } = context;
  const household = await getHousehold(tx, id);
  const { county, area } = household;
  const rules = rulesHere(context, area);
  const [needing] = await listNeeding(tx, { county, span: spanOf(area), ids: [id] });
  const kin = new Set((await listKin(tx, county, { household: id })).map((one) => one.helper_id));
  const positionOf = positionsOf(await listPositions(tx, spanOf(areaCode(area.slice(0, 6)))));
  return {
    household,
    rules,
    fit: {
      id,
      area,
      headName: headNameOf(household),
      people: needing?.people ?? null,
      lastHelper: needing?.last_helper ?? null,
    },
    fitRules: { quota: rules.quota, today, positionOf, isKin: (helper) => kin.has(helper) },
  };
}

export function headNameOf({ values, persons }: StoredHousehold): string {
  const head = persons.find((person) => person.values.relation === 'HEAD') ?? persons[0];
  return String(head?.values.name ?? values.headName ?? '');
}

export function whyOf(rules: RulesHere, fit: Fit): Why {
  return {
    km: fit.km,
    kmMeasured: fit.kmMeasured,
    people: peopleTitle(rules, fit.people),
    speaks: fit.speaks,
    before: fit.before,
    room: fit.room,
  };
}

export async function candidatesFor(
  context: Context,
  { params, query }: InputOf<typeof listCandidates>,
): Promise<OutputOf<typeof listCandidates>> {
  const { tx } = context;
  const { household, fit, rules, fitRules } = await loadFit(context, params.id);
  const helpers = await listHelpersOf(tx, {
    span: spanOf(areaCode(household.area.slice(0, 6))),
    nameKey: query.name === undefined ? undefined : nameKeyOf(query.name),
  });
  const weighed = helpers.map((helper) => {
    const one = asFit(helper);
    const measured = fitOf(one, fit, fitRules);
    const barrier = barrierOf(one, fit, fitRules);
    return {
      helper,
      measured,
      barrier,
      cost: costOf(measured) + (barrier === undefined ? 0 : 1e6),
    };
  });
  const best = weighed.sort((one, other) => one.cost - other.cost).slice(0, candidatesShown);
  return {
    items: best.map(({ helper, measured, barrier }) => ({
      id: helper.id,
      name: helper.name,
      title: helper.title,
      rankTitle: rankTitle(rules, helper.rank),
      unit: helper.unit_name,
      households: helper.households,
      quota: quotaFor(rules, helper.rank),
      why: whyOf(rules, measured),
      barred: barrier?.message ?? null,
    })),
  };
}

export async function pair(
  context: Context,
  { params, body }: InputOf<typeof pairHousehold>,
): Promise<OutputOf<typeof pairHousehold>> {
  const { tx, today, actor } = context;
  const { household, fit, rules, fitRules } = await loadFit(context, params.id);
  const { county, id, area } = household;
  const head = fit.headName;
  if (!isRegistered(String(household.values.stage ?? ''))) refuse(notListed, { head });
  const before = await findOpenPairing(tx, household);
  if (before !== undefined) refuse(alreadyPaired, { head, helper: before.helper_name });
  const helper = await openHelper(context, body.helper);
  const barrier = barrierOf(asFit(helper), fit, fitRules);
  if (barrier !== undefined) refuse(barrier);

  const pairing = context.newId(county);
  const why = fitOf(asFit(helper), fit, fitRules);
  const made = await insertPairings(
    tx,
    [{ id: pairing, household_id: id, area_code: area, helper_id: helper.id, why }],
    {
      county,
      today,
      due: firstDue(rules, today),
      account: actor.account,
      name: actor.displayName,
    },
  );
  if (made.length === 0) refuse(alreadyPaired, { head, helper: helper.name });
  await addHouseholds(tx, county, new Map([[helper.id, 1]]));
  await showHouseholds(tx, county, [helper.id], today);
  context.note({ area, subject: `household:${id}`, facts: { helper: helper.id } });
  return { id: pairing };
}

export async function unpair(
  context: Context,
  { params, body }: InputOf<typeof endPairing>,
): Promise<undefined> {
  const { tx, today, actor } = context;
  const household = await getHousehold(tx, params.id);
  const open = await findOpenPairing(tx, household, 'locked');
  if (open === undefined) return refuse(notPaired, { head: headNameOf(household) });
  const { county } = household;
  await withdrawOffers(
    tx,
    { county, household: household.id },
    { on: today, by: actor.displayName, reason: body.reason },
  );
  await closePairing(tx, { county, id: open.id }, { on: today, reason: body.reason });
  await addHouseholds(tx, county, new Map([[open.helper_id, -1]]));
  await showHouseholds(
    tx,
    county,
    [open.helper_id, ...(open.stand_in === null ? [] : [open.stand_in])],
    today,
  );
  context.note({
    area: household.area,
    subject: `household:${household.id}`,
    facts: { helper: open.helper_id },
  });
  return undefined;
}
