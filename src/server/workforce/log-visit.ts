// One visit: by whom, when, what was found. A change that was found becomes an event of the register in
// the same transaction; needs, problems and warnings stand as rows for whoever takes them over. Repeating
// the visit of a device changes nothing.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { logVisit } from '#contract/workforce-visits.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { positionsOf } from '#domain/workforce/place-positions.ts';
import { coarse, doubtsOf } from '#domain/workforce/visit-doubt.ts';
import {
  visitBeforePairing,
  visitInFuture,
  visitNotYours,
  visitOfAnother,
} from '#domain/workforce/visit-refusals.ts';
import { dueDay } from '#domain/workforce/visit-rule.ts';
import type { Context } from '#server/http/context.ts';
import { changeHouseholdFields } from '#server/registry/change-fields.ts';
import {
  findHousehold,
  getHousehold,
  type StoredHousehold,
} from '#server/registry/household.store.ts';
import { listPositions } from './coverage.store.ts';
import { findHelperOfAccount } from './helper-roll.store.ts';
import { headNameOf } from './pair.ts';
import { findOpenPairing, type PairingRecord } from './pairing.store.ts';
import { rulesHere } from './rules-here.ts';
import {
  findVisit,
  insertFindings,
  insertVisit,
  listMoments,
  listVisitDays,
  moveDue,
} from './visit.store.ts';

type Body = InputOf<typeof logVisit>['body'];
type Logged = OutputOf<typeof logVisit>;

export async function log(
  context: Context,
  { params, body }: InputOf<typeof logVisit>,
): Promise<Logged> {
  const { tx, today, now, actor } = context;
  const household = await getHousehold(tx, params.id);
  const { county, area } = household;
  const on = plainDate(body.on);
  if (on > today) refuse(visitInFuture, { on, today });
  if (on < addDays(today, -366)) refuse(visitBeforePairing, { on });
  const pairing = await findOpenPairing(tx, household, 'locked');
  const by = await visitorOf(context, household, pairing);
  const id = body.id ?? context.newId(county);
  const before = await findVisit(tx, { county, id });
  if (before !== undefined) return repeated(before, household, pairing);

  const minute = minuteOf(body.at);
  const position = body.position === undefined ? null : coarse(body.position);
  const doubts =
    by.helper === null
      ? []
      : await doubtsAbout(context, household, { id, on, minute, position, helper: by.helper });
  await insertVisit(tx, {
    county,
    id,
    household_id: household.id,
    area_code: area,
    helper_id: by.helper,
    helper_name: by.name,
    unit_id: pairing?.unit_id ?? null,
    account: actor.account,
    visited_on: on,
    minute,
    recorded_at: now,
    way: body.way,
    note: body.note,
    longitude: position?.longitude ?? null,
    latitude: position?.latitude ?? null,
    findings: body.findings.length,
    doubts: doubts.length === 0 ? null : doubts,
  });
  await storeFindings(context, household, { visit: id, on, body, by: by.name });
  const nextDueOn = pairing === undefined ? null : await moveOn(context, pairing, on, body.way);
  context.note({
    area,
    subject: `household:${household.id}`,
    facts: { visit: id, findings: body.findings.length, doubts: doubts.length },
  });
  return { id, nextDueOn, doubts: [...doubts], repeated: false };
}

interface Visitor {
  readonly helper: string | null;
  readonly name: string;
}

/** A helper logs for themselves or for whom they stand in; an office writes down what the helper says. */
async function visitorOf(
  { tx, actor }: Context,
  household: StoredHousehold,
  pairing: PairingRecord | undefined,
): Promise<Visitor> {
  if (actor.role !== 'helper') {
    return pairing === undefined
      ? { helper: null, name: actor.displayName }
      : { helper: pairing.helper_id, name: pairing.helper_name };
  }
  const self = await findHelperOfAccount(tx, actor.account);
  if (self === undefined) return { helper: null, name: actor.displayName };
  const isTheirs =
    pairing === undefined || pairing.helper_id === self.id || pairing.stand_in === self.id;
  if (!isTheirs) {
    refuse(visitNotYours, { head: headNameOf(household), helper: pairing.helper_name });
  }
  return { helper: self.id, name: self.name };
}

function repeated(
  before: { readonly household_id: string; readonly id: string; readonly doubts: unknown },
  household: StoredHousehold,
  pairing: PairingRecord | undefined,
): Logged {
  if (before.household_id !== household.id) refuse(visitOfAnother);
  const doubts = (before.doubts ?? []) as Bilingual[];
  return { id: before.id, nextDueOn: pairing?.due_on ?? null, doubts, repeated: true };
}

function minuteOf(at: string | undefined): number | null {
  return at === undefined ? null : Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5));
}

async function doubtsAbout(
  { tx }: Context,
  household: StoredHousehold,
  visit: {
    readonly id: string;
    readonly on: string;
    readonly minute: number | null;
    readonly position: { readonly longitude: number; readonly latitude: number } | null;
    readonly helper: string;
  },
): Promise<readonly Bilingual[]> {
  const { county, area } = household;
  const moments = await listMoments(tx, { county, helper: visit.helper, on: visit.on });
  if (moments.length === 0 || visit.minute === null) return [];
  const positionOf = positionsOf(await listPositions(tx, spanOf(areaCode(area.slice(0, 6)))));
  const own = {
    id: visit.id,
    area,
    headName: headNameOf(household),
    minute: visit.minute,
    position: visit.position,
  };
  const others = moments.map(({ longitude, latitude, ...one }) => ({
    id: one.id,
    area: one.area_code,
    headName: one.head_name ?? '',
    minute: one.minute,
    position: longitude === null || latitude === null ? null : { longitude, latitude },
  }));
  return doubtsOf(own, others, positionOf);
}

async function storeFindings(
  context: Context,
  household: StoredHousehold,
  found: {
    readonly visit: string;
    readonly on: PlainDate;
    readonly body: Body;
    readonly by: string;
  },
): Promise<void> {
  const { tx } = context;
  const rows = [];
  for (const one of found.body.findings) {
    const isChange = one.kind === 'change' && one.field !== undefined && one.to !== undefined;
    const event = isChange
      ? await changeRegister(context, household.id, { ...one, on: found.on })
      : null;
    rows.push({
      county: household.county,
      id: one.id ?? context.newId(household.county),
      visit_id: found.visit,
      household_id: household.id,
      area_code: household.area,
      kind: one.kind,
      words: one.words,
      found_on: found.on,
      found_by_name: found.by,
      event_id: event,
      closed_on: event === null ? null : found.on,
    });
  }
  await insertFindings(tx, rows);
}

async function changeRegister(
  context: Context,
  id: string,
  change: Body['findings'][number] & { readonly on: string },
): Promise<string | null> {
  const household = await findHousehold(context.tx, id);
  const { event } = await changeHouseholdFields(context, id, {
    baseVersion: household?.version ?? 1,
    changes: [{ field: change.field ?? '', to: change.to ?? null, observedOn: change.on }],
    keepBoth: true,
    trueFrom: change.on,
    source: 'visit',
    reason: change.words,
  });
  return event;
}

/** Only a visit on site keeps the rule; a telephone call is logged and moves nothing. */
async function moveOn(
  { tx, platform, today }: Context,
  pairing: PairingRecord,
  on: PlainDate,
  way: Body['way'],
): Promise<string | null> {
  const { visits } = rulesHere({ platform, today }, areaCode(pairing.area_code));
  const isOnSite = way === 'onSite';
  const days = await listVisitDays(tx, {
    county: pairing.county,
    household: pairing.household_id,
    since: pairing.from_on,
    limit: visits?.least ?? 1,
  });
  const due =
    visits === undefined
      ? null
      : days.length === 0
        ? pairing.due_on
        : dueDay(visits, days.map(plainDate), plainDate(pairing.from_on));
  await moveDue(tx, pairing, { on, isOnSite, due });
  return due;
}
