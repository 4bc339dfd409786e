// Meetings as they are called, held and followed: a decision stays open until somebody says it is done, or
// the task or order that it became is.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  callMeeting,
  enterMinutes,
  finishResolution,
  getMeeting,
  listMeetings,
  Meeting,
  MeetingRow,
  Resolution,
} from '#contract/workforce-meetings.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { daysBetween, plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  attendanceOf,
  type MeetingKind,
  meetingKinds,
  type Presence,
  resolutionState,
} from '#domain/workforce/meeting.ts';
import * as refusals from '#domain/workforce/meeting-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { countyOrBelow } from './coverage.ts';
import {
  type AttendanceRecord,
  type CountedMeeting,
  countKinds,
  findCounted,
  findMeeting,
  finishResolutionRow,
  insertMeetings,
  insertResolutions,
  listMeetingRows,
  listOpenResolutions,
  listPeople,
  listResolutions,
  lockResolution,
  saveMinutes,
  savePeople,
  type TitledResolution,
} from './meeting.store.ts';

const Keys = z.tuple([z.string(), z.string()]);

export async function meetingsOf(
  context: Context,
  { query }: InputOf<typeof listMeetings>,
): Promise<OutputOf<typeof listMeetings>> {
  const { tx, today } = context;
  const span = spanOf(countyOrBelow(context.area));
  const rows = await listMeetingRows(tx, {
    span,
    kind: query.kind,
    today,
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.held_on, row.id]);
  const year = yearOf(today);
  const kinds = await countKinds(tx, span, year);
  return {
    items: await meetingRows(context, page.items),
    next: page.next,
    year,
    kinds: meetingKinds.map((kind) => ({
      kind,
      count: kinds.find((one) => one.kind === kind)?.count ?? 0,
    })),
    open: (await listOpenResolutions(tx, span)).map((one) => resolutionView(one, today)),
    mayCall: context.may('workforce.manage'),
  };
}

async function meetingRows(
  { tx, today }: Context,
  rows: readonly CountedMeeting[],
): Promise<MeetingRow[]> {
  const codes = [...new Set(rows.map(({ area_code }) => area_code))];
  const areas = await listAreas(tx, codes, today);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as MeetingKind,
    title: row.title,
    areaCode: row.area_code,
    areaName: areas.find(({ code }) => code === row.area_code)?.name ?? row.area_code,
    place: row.place,
    on: row.held_on,
    chair: row.chair,
    isHeld: row.minutes !== null,
    invited: row.invited,
    came: row.came,
    decisions: row.decisions,
    done: row.done,
    late: row.late,
  }));
}

function resolutionView(row: TitledResolution, today: string): Resolution {
  const late = daysBetween(plainDate(row.due_on), plainDate(today));
  return {
    id: row.id,
    number: row.position,
    meeting: row.meeting_id,
    meetingTitle: row.meeting_title,
    words: row.words,
    owner: row.owner,
    dueOn: row.due_on,
    lateDays: row.done_on === null ? Math.max(0, late) : 0,
    state: resolutionState({ doneOn: row.done_on, takenId: row.taken_id }),
    takenAs: row.taken_as === 'task' || row.taken_as === 'order' ? row.taken_as : null,
    takenId: row.taken_id,
    doneOn: row.done_on,
    doneWords: row.done_words,
  };
}

export async function call(
  context: Context,
  { body }: InputOf<typeof callMeeting>,
): Promise<OutputOf<typeof callMeeting>> {
  const { tx, actor } = context;
  const area = countyOrBelow(context.area);
  const county = countyNumberOf(area) ?? refuse(refusals.noSuchMeeting);
  const id = context.newId(county);
  const people = body.invited.map(
    ({ name, unit }, at): AttendanceRecord => ({
      county,
      meeting_id: id,
      position: at + 1,
      area_code: area,
      name,
      unit,
      presence: 'invited',
    }),
  );
  const meeting = {
    county,
    id,
    area_code: area,
    kind: body.kind,
    title: body.title,
    place: body.place,
    held_on: body.on,
    chair: body.chair,
    agenda: body.agenda,
    minutes: null,
    minutes_by_name: null,
    minutes_on: null,
    called_by: actor.account,
    called_by_name: actor.displayName,
  };
  await insertMeetings(tx, [meeting], people);
  context.note({ area, subject: `meeting:${id}`, facts: { kind: body.kind } });
  return { id };
}

export async function meetingOf(
  context: Context,
  { params }: InputOf<typeof getMeeting>,
): Promise<Meeting> {
  const { tx, today, may } = context;
  const row = (await findCounted(tx, params.id, today)) ?? refuse(refusals.noSuchMeeting);
  const [view] = await meetingRows(context, [row]);
  if (view === undefined) return refuse(refusals.noSuchMeeting);
  const people = (await listPeople(tx, row)).map(({ name, unit, presence }) => ({
    name,
    unit,
    presence: presence as Presence,
  }));
  return {
    ...view,
    agenda: row.agenda,
    people,
    percent: row.minutes === null ? null : attendanceOf(people.map((one) => one.presence)).percent,
    minutes: row.minutes,
    minutesBy: row.minutes_by_name,
    minutesOn: row.minutes_on,
    resolutions: (await listResolutions(tx, row)).map((one) => resolutionView(one, today)),
    mayManage: may('workforce.manage'),
    mayHandOn: may('monitoring.steer'),
  };
}

export async function minutesOf(
  context: Context,
  { params, body }: InputOf<typeof enterMinutes>,
): Promise<OutputOf<typeof enterMinutes>> {
  const { tx, today, actor } = context;
  const row = (await findMeeting(tx, params.id, 'locked')) ?? refuse(refusals.noSuchMeeting);
  const { county, id, area_code, held_on } = row;
  if (row.minutes_on !== null) {
    refuse(refusals.minutesEntered, { on: row.minutes_on, by: row.minutes_by_name ?? '' });
  }
  if (held_on > today) refuse(refusals.minutesTooEarly, { on: held_on, today });
  const early = body.resolutions.findIndex(({ dueOn }) => dueOn < held_on);
  if (early >= 0) {
    const due = body.resolutions[early]?.dueOn ?? '';
    refuse(refusals.resolutionDayPast, { number: early + 1, due, on: held_on });
  }
  const owned = { county, meeting_id: id, area_code };
  await savePeople(
    tx,
    body.people.map((one, at) => ({ ...owned, ...one, position: at + 1 })),
  );
  await insertResolutions(
    tx,
    body.resolutions.map(({ words, owner, dueOn }, at) => ({
      ...owned,
      id: context.newId(county),
      position: at + 1,
      words,
      owner,
      due_on: dueOn,
      taken_as: null,
      taken_id: null,
      done_on: null,
      done_words: null,
    })),
  );
  await saveMinutes(tx, row, {
    minutes: body.minutes,
    minutes_by_name: actor.displayName,
    minutes_on: today,
  });
  const facts = { came: body.people.length, decisions: body.resolutions.length };
  context.note({ area: areaCode(area_code), subject: `meeting:${id}`, facts });
  return { id };
}

export async function finish(
  context: Context,
  { params, body }: InputOf<typeof finishResolution>,
): Promise<OutputOf<typeof finishResolution>> {
  const { tx, today } = context;
  const row = (await lockResolution(tx, params.id)) ?? refuse(refusals.noSuchResolution);
  if (row.done_on !== null || row.taken_id !== null) refuse(refusals.resolutionTaken);
  await finishResolutionRow(tx, row, { on: today, words: body.words });
  context.note({ area: areaCode(row.area_code), subject: `meeting:${row.meeting_id}` });
  return { id: row.id };
}
