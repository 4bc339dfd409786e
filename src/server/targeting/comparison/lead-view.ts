// A lead as its reader sees it: whose, what the lists say, how late, whose turn it is and why not one's own.
import type { Lead, LeadRow } from '#contract/targeting-leads.ts';
import { colourOn } from '#domain/casework/case-clock.ts';
import { levelAbove } from '#domain/casework/who-acts.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { choicesOf, type NamedChoice } from '#domain/targeting/comparison/comparison-kinds.ts';
import { ownAnswer } from '#domain/targeting/comparison/comparison-refusals.ts';
import { itIsSo, itIsSoTitle } from '#domain/targeting/comparison/lead.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas, type PlaceNames } from '#server/registry/area-names.ts';
import { type HitRecord, type LeadRecord, listHits, listLeadActs } from './lead.store.ts';
import { kindReader } from './list-view.ts';

export async function leadRows(context: Context, leads: readonly LeadRecord[]): Promise<LeadRow[]> {
  const { tx, today } = context;
  const placeOf = await nameAreas(
    tx,
    leads.map(({ area_code }) => areaCode(area_code)),
    today,
  );
  const kindOf = kindReader(context);
  return leads.map((lead) => rowView(context, lead, { place: placeOf(lead.area_code), kindOf }));
}

function rowView(
  { today }: Context,
  lead: LeadRecord,
  { place, kindOf }: { readonly place: PlaceNames; readonly kindOf: ReturnType<typeof kindReader> },
): LeadRow {
  return {
    id: lead.id,
    household: lead.household_id,
    householdNo: lead.household_no,
    headName: lead.head_name,
    areaCode: lead.area_code,
    township: place.township,
    village: place.village,
    state: lead.state,
    outcome: lead.outcome,
    kinds: (lead.kinds ?? []).map((kind) => titled(kindOf(lead.area_code, kind))),
    hits: lead.hits,
    openedOn: lead.opened_on,
    decidedOn: lead.decided_on,
    clock: clockOf(lead, today),
  };
}

function titled({ id, title }: { readonly id: string; readonly title: Bilingual }) {
  return { id, title };
}

/** As in the queue of cases: late at the village tells the township, twice as late the county. */
function clockOf({ state, since, due_on }: LeadRecord, today: string): LeadRow['clock'] {
  const dueOn = due_on === null ? null : plainDate(due_on);
  const colour = state === 'decided' ? 'noClock' : colourOn(dueOn, plainDate(today));
  const lateDays =
    dueOn !== null && colour === 'overdue' ? daysBetween(dueOn, plainDate(today)) : 0;
  const allowed = dueOn === null ? 1 : daysBetween(plainDate(since), dueOn);
  const office = state === 'open' ? 'village' : 'county';
  const told = lateDays === 0 ? null : levelAbove(office, lateDays > Math.max(1, allowed) ? 2 : 1);
  return { since, dueOn, colour, lateDays, told };
}

export function rebuttalsOf(
  { platform, today }: Pick<Context, 'platform' | 'today'>,
  area: string,
): readonly NamedChoice[] {
  const pack = platform.packs.inForce(areaCode(area), today);
  return pack === undefined ? [] : choicesOf(pack, 'rebuttal');
}

export async function leadDetail(context: Context, lead: LeadRecord): Promise<Lead> {
  const { tx, actor, may } = context;
  const [row] = await leadRows(context, [lead]);
  if (row === undefined) throw new Error(`lead ${lead.id} was lost`);
  const rebuttals = rebuttalsOf(context, lead.area_code);
  const kindOf = kindReader(context);
  const isOwn = lead.answered_by.includes(actor.account);
  const isToDecide = lead.state === 'answered' && may('targeting.decide');
  return {
    ...row,
    position: lead.position,
    stage: lead.stage,
    listedOn: lead.listed_on,
    items: (await listHits(tx, lead)).map((hit) => ({
      id: hit.id,
      kind: titled(kindOf(lead.area_code, hit.kind)),
      listTitle: hit.list_title,
      row: hit.row_no,
      person: { id: hit.person_id, name: hit.person_name, identity: hit.identity_mask },
      object: hit.object,
      since: hit.object_since,
      way: hit.way,
      afterListing: isAfter(hit, lead),
      answer: answerOf(hit, rebuttals),
      verdict: hit.verdict,
    })),
    acts: (await listLeadActs(tx, lead)).map((act) => ({
      position: act.position,
      kind: act.kind,
      by: act.account_name,
      on: act.true_on,
      reason: act.reason,
      evidence: act.evidence,
    })),
    rebuttals: [...rebuttals],
    mayAnswer: lead.state === 'open' && may('targeting.answer'),
    mayDecide: isToDecide && !isOwn,
    barred: isToDecide && isOwn ? ownAnswer.message : null,
  };
}

function isAfter({ object_since }: HitRecord, { listed_on }: LeadRecord): boolean | null {
  return object_since === null || listed_on === null ? null : object_since > listed_on;
}

function answerOf({ answer }: HitRecord, rebuttals: readonly NamedChoice[]) {
  if (answer === null) return null;
  if (answer === itIsSo) return { id: itIsSo, title: itIsSoTitle };
  const known = rebuttals.find(({ id }) => id === answer);
  return { id: answer, title: known?.title ?? { zh: answer, en: answer } };
}
