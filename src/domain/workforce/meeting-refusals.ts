// Expected "no"s of meetings and what they decided.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchMeeting = {
  code: 'workforce/no-such-meeting',
  status: 404,
  message: {
    zh: '没有这次会议，或不在您的管辖范围内。',
    en: 'There is no such meeting, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const minutesEntered = {
  code: 'workforce/minutes-entered',
  status: 409,
  message: {
    zh: '这次会议的纪要在 {on} 已经由{by}记下，记下的不改。要补充请另开一次会。',
    en: 'The minutes were entered on {on} by {by} and stand. Call another meeting to add to them.',
  },
} as const satisfies RefusalKind;

export const minutesTooEarly = {
  code: 'workforce/minutes-too-early',
  status: 409,
  message: {
    zh: '会议定在 {on} 开，今天是 {today}。开过以后再记纪要。',
    en: 'The meeting is to be held on {on}, and today is {today}. Enter the minutes once it was held.',
  },
} as const satisfies RefusalKind;

export const resolutionDayPast = {
  code: 'workforce/resolution-day-past',
  status: 422,
  message: {
    zh: '第 {number} 项决定的期限 {due} 早于开会那天 {on}。请核对日期。',
    en: 'Decision {number} would be due on {due}, before the meeting of {on}. Check the day.',
  },
} as const satisfies RefusalKind;

export const noSuchResolution = {
  code: 'workforce/no-such-resolution',
  status: 404,
  message: {
    zh: '没有这项决定，或不在您的管辖范围内。',
    en: 'There is no such decision, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const resolutionTaken = {
  code: 'workforce/resolution-taken',
  status: 409,
  message: {
    zh: '这项决定已经交办或办结。请看它办到哪里。',
    en: 'This decision was taken over or is done already. See how far it is.',
  },
} as const satisfies RefusalKind;
