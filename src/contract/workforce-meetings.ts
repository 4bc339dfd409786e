// Meetings of the headquarters and joint conferences: called, held with minutes, and what they decided.
import { z } from 'zod';
import { meetingKinds, presences, resolutionStates } from '#domain/workforce/meeting.ts';
import { AreaCodeText, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const MeetingParams = z.object({ id: IdText });

const MeetingRow = z.object({
  id: z.string(),
  kind: z.enum(meetingKinds),
  title: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  place: z.string(),
  on: PlainDateText,
  chair: z.string(),
  isHeld: z.boolean(),
  invited: z.number().int(),
  came: z.number().int(),
  decisions: z.number().int(),
  done: z.number().int(),
  late: z.number().int(),
});
export type MeetingRow = z.infer<typeof MeetingRow>;

const Resolution = z.object({
  id: z.string(),
  number: z.number().int(),
  meeting: z.string(),
  meetingTitle: z.string(),
  words: z.string(),
  owner: z.string(),
  dueOn: PlainDateText,
  lateDays: z.number().int(),
  state: z.enum(resolutionStates),
  takenAs: z.enum(['task', 'order']).nullable(),
  takenId: z.string().nullable(),
  doneOn: PlainDateText.nullable(),
  doneWords: z.string().nullable(),
});
export type Resolution = z.infer<typeof Resolution>;

export const listMeetings = route({
  method: 'GET',
  path: '/api/workforce/meetings',
  summary:
    'Meetings of an area, the latest first, how many of each kind this year, and open decisions',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    kind: z.enum(meetingKinds).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(MeetingRow).extend({
    year: z.number().int(),
    kinds: z.array(z.object({ kind: z.enum(meetingKinds), count: z.number().int() })),
    /** Decisions that are not done, those due first. */
    open: z.array(Resolution),
    mayCall: z.boolean(),
  }),
});

const Invited = z.object({
  name: z.string().trim().min(1).max(60),
  unit: z.string().trim().max(80).default(''),
});

export const callMeeting = route({
  method: 'POST',
  path: '/api/workforce/meetings',
  summary: 'Calls a meeting: when and where, its agenda, who is invited',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.call-meeting',
  body: z.object({
    area: AreaCodeText,
    kind: z.enum(meetingKinds),
    title: z.string().trim().min(2).max(120),
    place: z.string().trim().max(80).default(''),
    on: PlainDateText,
    chair: z.string().trim().min(1).max(60),
    agenda: z.array(z.string().trim().min(1).max(200)).min(1).max(30),
    invited: z.array(Invited).max(200).default([]),
  }),
  output: z.object({ id: z.string() }),
});

export const getMeeting = route({
  method: 'GET',
  path: '/api/workforce/meetings/:id',
  summary: 'One meeting with its agenda, who came, its minutes and its decisions',
  permission: 'workforce.read',
  area: 'row',
  audit: null,
  params: MeetingParams,
  output: MeetingRow.extend({
    agenda: z.array(z.string()),
    people: z.array(z.object({ name: z.string(), unit: z.string(), presence: z.enum(presences) })),
    percent: z.number().int().nullable(),
    minutes: z.string().nullable(),
    minutesBy: z.string().nullable(),
    minutesOn: PlainDateText.nullable(),
    resolutions: z.array(Resolution),
    mayManage: z.boolean(),
    mayHandOn: z.boolean(),
  }),
});
export type Meeting = z.infer<typeof getMeeting.output>;

export const enterMinutes = route({
  method: 'POST',
  path: '/api/workforce/meetings/:id/minutes',
  summary: 'Enters who came, what was said and what was decided, each with an owner and a day',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.enter-minutes',
  params: MeetingParams,
  body: z.object({
    people: z.array(Invited.extend({ presence: z.enum(presences).exclude(['invited']) })).max(200),
    minutes: z.string().trim().min(2).max(10_000),
    resolutions: z
      .array(
        z.object({
          words: z.string().trim().min(2).max(300),
          owner: z.string().trim().min(1).max(80),
          dueOn: PlainDateText,
        }),
      )
      .max(30)
      .default([]),
  }),
  output: z.object({ id: z.string() }),
});

export const finishResolution = route({
  method: 'POST',
  path: '/api/workforce/resolutions/:id/done',
  summary: 'A decision that became neither task nor order is done, in words',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.finish-resolution',
  params: MeetingParams,
  body: z.object({ words: z.string().trim().min(2).max(500) }),
  output: z.object({ id: z.string() }),
});
