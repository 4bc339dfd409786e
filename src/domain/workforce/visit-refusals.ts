// Expected "no"s of visits, findings and interviews.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const visitInFuture = {
  code: 'workforce/visit-in-future',
  status: 422,
  message: {
    zh: '走访日期 {on} 在今天 {today} 之后。只记已经去过的走访。',
    en: 'The visit would be on {on}, after today, {today}. Log only visits that were made.',
  },
} as const satisfies RefusalKind;

export const visitBeforePairing = {
  code: 'workforce/visit-too-early',
  status: 422,
  message: {
    zh: '走访日期 {on} 比今天早一年以上。请核对日期。',
    en: 'The visit would be on {on}, more than a year ago. Check the day.',
  },
} as const satisfies RefusalKind;

export const visitNotYours = {
  code: 'workforce/visit-not-yours',
  status: 403,
  message: {
    zh: '{head}户由{helper}帮扶，您的账号不代表这一户的责任人。请由责任人或村、乡镇记录。',
    en: 'The household of {head} has {helper}; your account does not stand for them. Let the helper, the village or the township log it.',
  },
} as const satisfies RefusalKind;

export const visitOfAnother = {
  code: 'workforce/visit-of-another',
  status: 409,
  message: {
    zh: '这个编号的走访已经记在别的户下，没有重复写入。请重新填一次。',
    en: 'A visit with this id was logged for another household; nothing was written. Fill it in again.',
  },
} as const satisfies RefusalKind;

export const noSuchFinding = {
  code: 'workforce/no-such-finding',
  status: 404,
  message: {
    zh: '没有这项还没办结的发现，或不在您的管辖范围内。',
    en: 'There is no such open finding, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const interviewInFuture = {
  code: 'workforce/interview-in-future',
  status: 422,
  message: {
    zh: '约谈日期 {on} 在今天之后。约谈过以后再登记。',
    en: 'The interview would be on {on}, after today. Enter it once it was held.',
  },
} as const satisfies RefusalKind;
