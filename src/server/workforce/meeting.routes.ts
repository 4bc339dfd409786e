// Doors of meetings and what they decided.
import * as doors from '#contract/workforce-meetings.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { call, finish, meetingOf, meetingsOf, minutesOf } from './meetings.ts';

export const meetingRoutes: readonly Served[] = [
  serve(doors.listMeetings, meetingsOf),
  serve(doors.callMeeting, call),
  serve(doors.getMeeting, meetingOf),
  serve(doors.enterMinutes, minutesOf),
  serve(doors.finishResolution, finish),
];
