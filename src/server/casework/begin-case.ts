// A process of the pack in force begins for a household; which ones may, with the reason of those that
// may not.
import type { beginCase, householdCases } from '#contract/casework.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { type CaseRules, canBeRun, caseRulesOf, mayEnter } from '#domain/casework/case-rules.ts';
import { foldCase } from '#domain/casework/case-state.ts';
import {
  alreadyOpen,
  noSuchHousehold,
  noSuchProcess,
  notAtThisStage,
} from '#domain/casework/refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import { stages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { findHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { openHousehold } from '#server/registry/write-household.ts';
import {
  type CasePlace,
  hasOpenCase,
  insertAct,
  insertCase,
  listCasesOfHousehold,
} from './case.store.ts';
import { ownWords, rowView } from './case-row-view.ts';
import { wordsOf } from './case-view.ts';
import { findRules, heldFor } from './load-case.ts';
import { projectionOf } from './projection.ts';

export async function begin(
  context: Context,
  { params, body }: InputOf<typeof beginCase>,
): Promise<OutputOf<typeof beginCase>> {
  const { tx } = context;
  const household = (await findHousehold(tx, params.id)) ?? refuse(noSuchHousehold);
  // Held, so that two people do not begin the same process at once.
  await openHousehold(context, household.id);
  const { county, area } = household;
  const pack = packOf(context, household);
  const rules = caseRulesOf(pack, body.process);
  const { all } = await heldFor(context, household.area);
  if (rules?.subject !== 'household' || !canBeRun(rules, all)) {
    return refuse(noSuchProcess, { process: body.process });
  }
  const denial = await beginDenial(context, household, rules);
  if (denial !== undefined) refuse(denial);

  return openCase(context, {
    pack,
    rules,
    place: { county, household_id: household.id, area_code: area },
  });
}

interface Opening {
  readonly pack: ResolvedPack;
  readonly rules: CaseRules;
  readonly place: Omit<CasePlace, 'id'>;
}

/** The case with its first act, whoever or whatever it is about. */
export async function openCase(
  context: Context,
  { pack, rules, place }: Opening,
): Promise<{ readonly id: string }> {
  const { tx, actor, today, now } = context;
  const id = context.newId(place.county);
  const act: CaseAct = {
    position: 1,
    kind: 'begin',
    step: rules.start,
    account: actor.account,
    accountName: actor.displayName,
    capacity: '',
    isTyped: false,
    on: today,
    at: now,
    reason: '',
  };
  const row = { ...place, id };
  await insertCase(tx, {
    ...row,
    pack: pack.id,
    pack_edition: pack.edition,
    process: rules.process,
    begun_on: today,
    begun_by: actor.account,
    ...projectionOf(rules, foldCase(rules, [act]), today),
  });
  await insertAct(tx, row, act);
  context.note({
    area: areaCode(place.area_code),
    subject: `case:${id}`,
    facts: { process: rules.process, pack: pack.id, version: pack.edition },
  });
  return { id };
}

export async function casesOfHousehold(
  context: Context,
  { params }: InputOf<typeof householdCases>,
): Promise<OutputOf<typeof householdCases>> {
  const { tx, today } = context;
  const household = (await findHousehold(tx, params.id)) ?? refuse(noSuchHousehold);
  const rows = await listCasesOfHousehold(tx, household);
  const placeOf = await nameAreas(tx, [household.area], today);
  const place = placeOf(household.area);
  const mine = await ownWords(context);
  const pack = packOf(context, household);
  const { all } = await heldFor(context, household.area);
  const processes = [];
  for (const { row } of pack.rows.processes) {
    const rules = caseRulesOf(pack, row.id);
    if (rules?.subject !== 'household' || !canBeRun(rules, all)) continue;
    const closed = wordsOf(await beginDenial(context, household, rules));
    processes.push({ id: row.id, title: row.title, closed });
  }
  return {
    items: rows.map((row) =>
      rowView(context, row, { rules: findRules(context, row)?.rules, place, mine }),
    ),
    processes,
  };
}

function packOf({ platform, today }: Context, { area }: StoredHousehold): ResolvedPack {
  return platform.packs.inForce(area, today) ?? refuse(noPackInForce, { area, on: today });
}

export async function beginDenial(
  { tx }: Context,
  { county, id, values }: StoredHousehold,
  rules: CaseRules,
): Promise<RefusalKind | undefined> {
  const { process, title } = rules;
  if (await hasOpenCase(tx, { county, household: id, process })) return deny(alreadyOpen);
  if (mayEnter(rules, String(values.stage ?? ''), stages)) return undefined;
  return deny(notAtThisStage, { process: title });
}
