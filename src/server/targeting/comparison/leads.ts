// What people do with leads: read them by clock, answer, decide, send back. A decision is of the lead; the
// register stays as it is, and what a confirmed lead leads to is begun by people as a case.

import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { decidePair, listPairs } from '#contract/targeting-comparison.ts';
import type * as doors from '#contract/targeting-leads.ts';
import type { Lead } from '#contract/targeting-leads.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import { dueAfter } from '#domain/targeting/comparison/comparison-kinds.ts';
import * as refusals from '#domain/targeting/comparison/comparison-refusals.ts';
import { answerDenial, decideDenial, outcomeOf } from '#domain/targeting/comparison/lead.ts';
import { noSuchHousehold } from '#domain/targeting/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { findHousehold } from '#server/registry/household.store.ts';
import * as store from './lead.store.ts';
import { leadDetail, leadRows, rebuttalsOf } from './lead-view.ts';
import { findList, outcomesOfSources } from './list.store.ts';
import { kindReader } from './list-view.ts';
import { openLeads, stageOneMatch, writeHits } from './match.store.ts';
import { countOpenPairs, findPair, listOpenPairs, savePairVerdict } from './pair.store.ts';
import { hitsOf } from './run-list.ts';

const LeadKeys = z.tuple([z.string(), z.string()]);

export async function leadsOf(
  context: Context,
  { query }: InputOf<typeof doors.listLeads>,
): Promise<OutputOf<typeof doors.listLeads>> {
  const { state, kind, colour, limit, cursor } = query;
  const rows = await store.listLeads(context.tx, {
    span: spanOf(context.area),
    state,
    kind,
    colour,
    today: context.today,
    after: readCursor(cursor, LeadKeys),
    limit: limit + 1,
  });
  const page = pageFrom(rows, limit, (row) => [store.dueKeyOf(row), row.id]);
  return { items: await leadRows(context, page.items), next: page.next };
}

export async function leadCounts(
  context: Context,
  _: InputOf<typeof doors.countLeads>,
): Promise<OutputOf<typeof doors.countLeads>> {
  const { tx, area, today } = context;
  const span = spanOf(area);
  const kindOf = kindReader(context);
  const sources = await outcomesOfSources(tx, span);
  return {
    ...(await store.countLeads(tx, span, today)),
    pairs: await countOpenPairs(tx, span),
    sources: sources.map(({ kind, ...source }) => {
      const { id, title } = kindOf(area, kind);
      return { ...source, kind: { id, title } };
    }),
  };
}

export async function leadOf(
  context: Context,
  { params }: InputOf<typeof doors.getLead>,
): Promise<Lead> {
  return leadDetail(context, await load(context, params.id, 'shown'));
}

export async function leadsOfHousehold(
  context: Context,
  { params }: InputOf<typeof doors.householdLeads>,
): Promise<OutputOf<typeof doors.householdLeads>> {
  const household = (await findHousehold(context.tx, params.id)) ?? refuse(noSuchHousehold);
  const rows = await store.listLeadsOfHousehold(context.tx, household);
  return { items: await leadRows(context, rows) };
}

async function load(
  { tx }: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<store.LeadRecord> {
  const lead = await store.findLead(tx, { county: countyOfId(id), id }, lock);
  return lead ?? refuse(refusals.noSuchLead);
}

function viewOf(lead: store.LeadRecord, hits: readonly store.HitRecord[]) {
  const { state, position, answered_by } = lead;
  return { state, position, answeredBy: answered_by, hits: hits.map(({ id }) => id) };
}

function refuseIf(denial: RefusalKind | undefined): void {
  if (denial !== undefined) refuse(denial);
}

export async function answer(
  context: Context,
  { params, body }: InputOf<typeof doors.answerLead>,
): Promise<Lead> {
  const { tx, actor } = context;
  const lead = await load(context, params.id, 'locked');
  const rebuttals = rebuttalsOf(context, lead.area_code).map(({ id }) => id);
  const { answers, evidence, reason } = body;
  if (lead.state === 'open' && lead.position !== body.seen) refuse(refusals.leadMovedOn);
  refuseIf(
    answerDenial(viewOf(lead, await store.listHits(tx, lead)), { answers, evidence, rebuttals }),
  );
  await store.enterLeadAct(
    tx,
    lead,
    { ...actOf(context), kind: 'answer', reason, evidence, said: answers },
    {
      state: 'answered',
      ...clock(context, lead),
      answered_by: [...lead.answered_by, actor.account],
    },
  );
  return entered(context, lead, { answers: answers.length });
}

export async function decide(
  context: Context,
  { params, body }: InputOf<typeof doors.decideLead>,
): Promise<Lead> {
  const { tx, actor, today } = context;
  const lead = await load(context, params.id, 'locked');
  const { reason } = body;
  const verdicts = body.verdicts ?? null;
  if (lead.state === 'answered' && lead.position !== body.seen) refuse(refusals.leadMovedOn);
  const view = viewOf(lead, await store.listHits(tx, lead));
  refuseIf(decideDenial(view, { account: actor.account, verdicts, reason }));
  const act = { ...actOf(context), reason, evidence: '' };
  if (verdicts === null) {
    if (await store.hasOtherOpenLead(tx, lead)) refuse(refusals.otherLeadOpen);
    const back = { state: 'open', ...clock(context, lead) } as const;
    await store.enterLeadAct(tx, lead, { ...act, kind: 'return', said: [] }, back);
  } else {
    await store.enterLeadAct(
      tx,
      lead,
      { ...act, kind: 'decide', said: verdicts },
      {
        state: 'decided',
        due_on: null,
        outcome: outcomeOf(verdicts.map(({ verdict }) => verdict)),
        decided_on: today,
      },
    );
  }
  return entered(context, lead, { isReturned: verdicts === null });
}

function actOf({ actor, today, now }: Context) {
  return { account: actor.account, accountName: actor.displayName, on: today, at: now };
}

/** Whoever's turn it is now has the pack's working days from today. */
function clock({ platform, today }: Context, { area_code }: store.LeadRecord) {
  const pack = platform.packs.inForce(areaCode(area_code), today);
  return { since: today, due_on: pack === undefined ? null : dueAfter(pack, today) };
}

async function entered(
  context: Context,
  lead: store.LeadRecord,
  facts: Readonly<Record<string, unknown>>,
): Promise<Lead> {
  context.note({ area: areaCode(lead.area_code), subject: `lead:${lead.id}`, facts });
  return leadDetail(context, await load(context, lead.id, 'shown'));
}

const PairKeys = z.tuple([z.number(), z.string()]);

export async function pairsOf(
  context: Context,
  { query }: InputOf<typeof listPairs>,
): Promise<OutputOf<typeof listPairs>> {
  const { tx, today } = context;
  const rows = await listOpenPairs(tx, {
    span: spanOf(context.area),
    list: query.list,
    after: readCursor(query.cursor, PairKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.weight, row.id]);
  const codes = page.items.map((row) => areaCode(row.area_code));
  const placeOf = await nameAreas(tx, codes, today);
  return {
    items: page.items.map((row) => {
      const { township, village } = placeOf(row.area_code);
      return {
        id: row.id,
        list: { id: row.list_id, title: row.list_title },
        household: row.household_id,
        weight: row.weight,
        agreements: row.agreements,
        said: {
          row: row.row_no,
          name: row.name,
          birthDate: row.birth_date,
          place: row.place,
          object: row.object,
        },
        known: {
          name: row.person_name,
          birthDate: row.person_birth,
          place: `${township} ${village}`,
          householdNo: row.household_no,
          headName: row.head_name,
        },
      };
    }),
    next: page.next,
  };
}

export async function decideOnPair(
  context: Context,
  { params, body }: InputOf<typeof decidePair>,
): Promise<OutputOf<typeof decidePair>> {
  const { tx, actor, today, platform } = context;
  const key = { county: countyOfId(params.id), id: params.id };
  const pair = (await findPair(tx, key)) ?? refuse(refusals.noSuchPair);
  if (pair.verdict !== null) refuse(refusals.pairDecided, { who: pair.decided_by_name });
  const { verdict } = body;
  const by = { account: actor.account, name: actor.displayName, on: today };
  await savePairVerdict(tx, key, { verdict, ...by });
  const subject = `household:${pair.household_id}`;
  context.note({ area: areaCode(pair.area_code), subject, facts: { verdict } });
  if (verdict === 'different') return { lead: null };
  const list = (await findList(tx, pair.list_id)) ?? refuse(refusals.noSuchList);
  await stageOneMatch(tx, list.id, {
    row: pair.row_no,
    object: pair.object,
    since: pair.object_since,
    county: pair.county,
    person: pair.person_id,
    household: pair.household_id,
    area: pair.area_code,
  });
  const of = { ...hitsOf(platform, list, 'name'), accountName: actor.displayName };
  await writeHits(tx, of);
  await openLeads(tx, of);
  const leads = await store.listLeadsOfHousehold(tx, {
    county: pair.county,
    id: pair.household_id,
  });
  return { lead: leads.find(({ state }) => state === 'open')?.id ?? null };
}
