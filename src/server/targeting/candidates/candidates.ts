// The yearly list of a village: drawn from the register by the rule of the pack in one statement, changed
// by hand with reasons, submitted, approved by somebody above, and followed to what became of each.

import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  changeCandidates,
  decideCandidates,
  drawCandidates,
  getCandidates,
  listCandidateLists,
  submitCandidates,
} from '#contract/targeting-candidates.ts';
import { areaCode, countyNumberOf, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import * as refusals from '#domain/targeting/candidates/candidate-refusals.ts';
import { candidateRuleOf } from '#domain/targeting/candidates/candidate-rule.ts';
import {
  changeDenial,
  decideDenial,
  drawDenial,
  type ListState,
} from '#domain/targeting/candidates/permit-candidates.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaChildren, listAreas } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { findHousehold } from '#server/registry/household.store.ts';
import * as store from './candidate.store.ts';
import { candidatesView } from './candidates-view.ts';
import { listOf, ruleSql } from './find-list.ts';

const poor = ['LISTED', 'EXIT_APPLIED', 'EXIT_VERIFIED', 'EXIT_STANDARD'];

export async function lists(
  context: Context,
  { query }: InputOf<typeof listCandidateLists>,
): Promise<OutputOf<typeof listCandidateLists>> {
  const { tx, area, today, actor } = context;
  const year = query.year ?? Number(today.slice(0, 4));
  const mayDraw = context.may('casework.act') && drawDenial(actor) === undefined;
  const villages = await villagesOf(context);
  const known = await store.listLists(tx, spanOf(area), year);
  const [first] = villages;
  const pack = first === undefined ? undefined : context.platform.packs.inForce(first, today);
  const process = pack === undefined ? undefined : candidateRuleOf(pack)?.process;
  const counts = new Map(
    (await store.countLists(tx, { span: spanOf(area), year, process: process ?? '' })).map(
      (one) => [one.list_id, one],
    ),
  );
  const nameOf = await nameAreas(tx, villages, today);
  const byArea = new Map(known.map((list) => [list.area_code, list]));
  return {
    year,
    mayDraw,
    items: villages.map((code) => {
      const { village, township } = nameOf(code);
      const list = byArea.get(code);
      return {
        area: code,
        village,
        township,
        list: list === undefined ? null : rowOf(list, counts.get(list.id)),
      };
    }),
  };
}

function rowOf(list: store.CandidateListRecord, count: store.ListCount | undefined) {
  const {
    households = 0,
    persons = 0,
    exited = 0,
    under_way: underWay = 0,
    stayed = 0,
  } = count ?? {};
  return {
    id: list.id,
    state: list.state as ListState,
    target: list.target,
    households,
    persons,
    standings: { exited, underWay, stayed, notBegun: households - exited - underWay - stayed },
  };
}

/** Village by village of a county at most: nobody reads a province by villages. */
async function villagesOf({ tx, area, today }: Context) {
  const below = async (code: typeof area) =>
    (await listAreaChildren(tx, code, today)).map((one) => one.code);
  switch (levelOf(area)) {
    case 'county': {
      const all = [];
      for (const township of await below(area)) all.push(...(await below(township)));
      return all;
    }
    case 'township':
      return below(area);
    case 'village':
    case 'hamlet':
    case 'group':
      return (await listAreas(tx, [area.slice(0, 12)], today)).map((one) => one.code);
    default:
      return [];
  }
}

export async function draw(
  context: Context,
  { body }: InputOf<typeof drawCandidates>,
): Promise<OutputOf<typeof drawCandidates>> {
  const { tx, area, actor, today, now, platform } = context;
  refuseIf(drawDenial(actor));
  const { year, target } = body;
  const pack = platform.packs.inForce(area, today);
  const rule = pack === undefined ? undefined : candidateRuleOf(pack);
  if (pack === undefined || rule === undefined) {
    return refuse(refusals.noCandidateRule, { on: today });
  }
  const span = spanOf(area);
  const known = await store.listLists(tx, span, year);
  if (levelOf(area) !== 'village') return refuse(refusals.notAVillage);
  if (known.length > 0) {
    const { village } = (await nameAreas(tx, [area], today))(area);
    return refuse(refusals.listExists, { village, year });
  }
  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);
  const list = { county, id, area_code: area };
  await store.insertList(tx, {
    ...list,
    year,
    pack: pack.id,
    pack_edition: pack.edition,
    decision: rule.decision.key,
    target: target ?? null,
    state: 'draft',
    drawn_on: today,
    drawn_by: actor.account,
    drawn_by_name: actor.displayName,
    submitted_by_name: null,
    submitted_on: null,
    decided_by_name: null,
    decided_on: null,
    reason: '',
  });
  const by = { account: actor.account, accountName: actor.displayName, on: today, at: now };
  const households = await store.drawInto(tx, list, { rule: ruleSql(pack, rule), span, by });
  context.note({ area, subject: `candidates:${id}`, facts: { year, households } });
  return { id };
}

export async function read(
  context: Context,
  { params }: InputOf<typeof getCandidates>,
): Promise<OutputOf<typeof getCandidates>> {
  return candidatesView(context, await listOf(context, params.id, 'shown'));
}

export async function change(
  context: Context,
  { params, body }: InputOf<typeof changeCandidates>,
): Promise<OutputOf<typeof getCandidates>> {
  const { tx, actor, today, now } = context;
  const list = await listOf(context, params.id, 'locked');
  const { kind, reason } = body;
  refuseIf(changeDenial(actor, { state: list.state as ListState, reason }));
  const household = await findHousehold(tx, body.household);
  const entry = await store.findEntry(tx, list, body.household);
  const isOn = entry !== undefined && entry.kind !== 'removed';
  const isHere =
    household?.area.startsWith(list.area_code) === true &&
    poor.includes(String(household.values.stage));
  const fits = kind === 'removed' ? isOn : !isOn && isHere;
  if (household === undefined || !fits) return refuse(refusals.notOnTheList);

  await store.appendEntry(tx, list, {
    household: household.id,
    area: household.area,
    kind,
    reason,
    by: { account: actor.account, accountName: actor.displayName, on: today, at: now },
  });
  note(context, list, { kind, household: household.id });
  return candidatesView(context, list);
}

export async function submit(
  context: Context,
  { params }: InputOf<typeof submitCandidates>,
): Promise<OutputOf<typeof getCandidates>> {
  const { tx, actor, today } = context;
  const list = await listOf(context, params.id, 'locked');
  refuseIf(changeDenial(actor, { state: list.state as ListState, reason: '-' }));
  const change = {
    state: 'submitted',
    submitted_by_name: actor.displayName,
    submitted_on: today,
  };
  await store.setList(tx, list, change);
  note(context, list, { state: 'submitted' });
  return candidatesView(context, { ...list, ...change });
}

export async function decide(
  context: Context,
  { params, body }: InputOf<typeof decideCandidates>,
): Promise<OutputOf<typeof getCandidates>> {
  const { tx, actor, today } = context;
  const list = await listOf(context, params.id, 'locked');
  const { verdict, reason } = body;
  const makers = new Set([list.drawn_by, ...(await store.listMakers(tx, list))]);
  refuseIf(decideDenial(actor, { state: list.state as ListState, verdict, reason, makers }));
  const change = {
    state: verdict === 'approved' ? 'approved' : 'draft',
    decided_by_name: actor.displayName,
    decided_on: today,
    reason,
  };
  await store.setList(tx, list, change);
  note(context, list, { verdict });
  return candidatesView(context, { ...list, ...change });
}

function note(
  context: Context,
  { id, area_code }: store.CandidateListRecord,
  facts: Readonly<Record<string, string>>,
): void {
  context.note({ area: areaCode(area_code), subject: `candidates:${id}`, facts });
}

function refuseIf(denial: RefusalKind | undefined): void {
  if (denial !== undefined) refuse(denial);
}
