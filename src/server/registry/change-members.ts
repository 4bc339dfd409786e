// Who belongs to a household: a member joins or leaves, some become a household of their own, all move.
// Whoever leaves stays in the register with the day and the reason.

import type {
  addPerson,
  departPerson,
  moveHousehold,
  splitHousehold,
} from '#contract/registry-changes.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { mayEnter } from '#domain/access/actor.ts';
import {
  type AreaCode,
  areaCode,
  countyNumberOf,
  parseAreaCode,
} from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { isPresent } from '#domain/registry/derived.ts';
import type { EventChange } from '#domain/registry/event.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import {
  isJoinReason,
  isLeaveReason,
  joinReasons,
  leaveReasons,
} from '#domain/registry/member-change.ts';
import {
  areaBeyondScope,
  areaNotInForce,
  headNeeded,
  householdsOnly,
  notAmongThem,
  notPresent,
  someoneStays,
  wrongReason,
} from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { findArea } from './area.store.ts';
import { openHouseholdOf } from './change-fields.ts';
import { memberFactsOf } from './member-figures.ts';
import type { HouseholdState, Member } from './project-change.ts';
import { readValues, refuseValue } from './read-values.ts';
import { storeSplit } from './store-split.ts';
import { type Answer, openHousehold, recordEvent } from './write-household.ts';

export async function joinHousehold(
  context: Context,
  { params, body }: InputOf<typeof addPerson>,
): Promise<OutputOf<typeof addPerson>> {
  if (!isJoinReason(body.joinedReason)) {
    refuseReason(context, body.joinedReason, { zh: '加入', en: 'join', choices: joinReasons });
  }
  const state = await openHousehold(context, params.id);
  const person = body.id ?? context.newId(state.county);
  const values = await readValues(context, 'person', {
    relation: 'OTHER',
    ...body.values,
    joinedOn: body.trueFrom,
    joinedReason: body.joinedReason,
  });
  if (values.name === undefined) {
    refuseValue(context, 'name', { zh: '请填姓名。', en: 'give a name.' });
  }

  const answer = await recordEvent(context, state, {
    kind: 'person.joined',
    person,
    changes: [{ person, entered: values }],
    testimony: body,
  });

  return { ...answer, person } as OutputOf<typeof addPerson>;
}

export async function leaveHousehold(
  context: Context,
  { params, body }: InputOf<typeof departPerson>,
): Promise<Answer> {
  if (!isLeaveReason(body.leftReason)) {
    refuseReason(context, body.leftReason, { zh: '离开', en: 'leave', choices: leaveReasons });
  }
  const state = await openHouseholdOf(context, params.id);
  const day = plainDate(body.trueFrom);
  const member = getPresent(state, params.id, day);
  const values = await readValues(context, 'person', {
    leftOn: body.trueFrom,
    leftReason: body.leftReason,
  });
  const remaining = present(state, day).filter((one) => one.id !== member.id);

  const changes: EventChange[] = [
    ...Object.entries(values).map(([field, to]) => ({
      field,
      person: member.id,
      from: member.values[field] ?? null,
      to,
    })),
    ...newHeadChanges(member.values.relation === formRule.head ? remaining : [], body.newHead),
  ];

  return recordEvent(context, state, {
    kind: 'person.left',
    person: member.id,
    changes,
    testimony: body,
  });
}

export async function moveWholeHousehold(
  context: Context,
  { params, body }: InputOf<typeof moveHousehold>,
): Promise<Answer> {
  refuseNamedOnly(context);
  const state = await openHousehold(context, params.id);
  const to = await getHomeArea(context, body.area, state.county);

  return recordEvent(context, state, {
    kind: 'household.moved',
    changes: [{ field: 'areaCode', from: state.area, to }],
    testimony: body,
  });
}

export async function splitIntoTwo(
  context: Context,
  { params, body }: InputOf<typeof splitHousehold>,
): Promise<OutputOf<typeof splitHousehold>> {
  refuseNamedOnly(context);
  const state = await openHousehold(context, params.id);
  const day = plainDate(body.trueFrom);
  const going = body.persons.map((person) => getPresent(state, person, day));
  const staying = present(state, day).filter((member) => !body.persons.includes(member.id));
  if (staying.length === 0) refuse(someoneStays);
  if (!body.persons.includes(body.head)) refuse(notAmongThem, { among: namesOf(going) });
  const area =
    body.area === undefined ? state.area : await getHomeArea(context, body.area, state.county);
  const headGoes = going.some((member) => member.values.relation === formRule.head);
  const left = going.flatMap((member): EventChange[] => [
    { field: 'leftOn', person: member.id, from: null, to: day },
    { field: 'leftReason', person: member.id, from: null, to: 'SPLIT' },
  ]);

  const answer = await recordEvent(context, state, {
    kind: 'household.split',
    changes: [...left, ...newHeadChanges(headGoes ? staying : [], body.newHead)],
    testimony: body,
  });
  const newHousehold = await storeSplit(context, { state, body, going, area });

  return { ...answer, newHousehold } as OutputOf<typeof splitHousehold>;
}

function refuseReason(
  { language }: Context,
  reason: string,
  { choices, ...way }: { zh: string; en: string; choices: readonly string[] },
): never {
  return refuse(wrongReason, { reason, way: way[language], choices: choices.join(', ') });
}

/** Whoever sees named households only changes them, but makes and moves none. */
export function refuseNamedOnly({ actor }: Context): void {
  if (actor.households !== null) refuse(householdsOnly);
}

/** A village or below, in force today, in the same county and one's own jurisdiction. */
export async function getHomeArea(
  { tx, actor, today }: Context,
  text: string,
  county: number,
): Promise<AreaCode> {
  const code = parseAreaCode(text);
  if (code === undefined || code.length < 12 || (await findArea(tx, code, today)) === undefined) {
    return refuse(areaNotInForce, { area: text, on: today });
  }
  if (!mayEnter(actor, code) || countyNumberOf(code) !== county) {
    return refuse(areaBeyondScope, { area: text });
  }
  return areaCode(code);
}

function present(state: HouseholdState, day: ReturnType<typeof plainDate>): readonly Member[] {
  return state.members.filter((member) =>
    isPresent(memberFactsOf(member.values, member.position), day),
  );
}

function getPresent(state: HouseholdState, id: string, day: ReturnType<typeof plainDate>): Member {
  const member = present(state, day).find((one) => one.id === id);
  if (member !== undefined) return member;
  const known = state.members.find((one) => one.id === id);
  const left = known?.values.leftOn;
  return refuse(notPresent, {
    name: String(known?.values.name ?? ''),
    on: day,
    left: typeof left === 'string' ? left : '—',
  });
}

/** Where the head goes, one of those who stay becomes head; alone it is decided already. */
function newHeadChanges(
  staying: readonly Member[],
  chosen: string | undefined,
): readonly EventChange[] {
  if (staying.length === 0) return [];
  const head = staying.length === 1 ? staying[0] : staying.find((member) => member.id === chosen);
  if (chosen !== undefined && head === undefined) refuse(notAmongThem, { among: namesOf(staying) });
  if (head === undefined) return refuse(headNeeded, { count: staying.length });
  return [
    { field: 'relation', person: head.id, from: head.values.relation ?? null, to: formRule.head },
  ];
}

function namesOf(members: readonly Member[]): string {
  return members.map((member) => String(member.values.name ?? '')).join('、');
}
