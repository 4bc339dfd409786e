// Expected "no"s about seats, posts, pledges and units.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchPost = {
  code: 'workforce/no-such-post',
  status: 422,
  message: {
    zh: '这里的规则没有“{post}”这个席位或岗位，或它不设在这一级。请从列出的里选。',
    en: 'The rules here have no seat or post “{post}”, or not at this level. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const noSuchPosting = {
  code: 'workforce/no-such-posting',
  status: 404,
  message: {
    zh: '没有这条任职，或它不在您的辖区内。请刷新后再看。',
    en: 'Nobody is entered there, or it is outside your area. Refresh and look again.',
  },
} as const satisfies RefusalKind;

export const postingEnded = {
  code: 'workforce/posting-ended',
  status: 409,
  message: {
    zh: '{name}的任职在 {on} 已经结束。要再任请另外登记。',
    en: '{name} left this post on {on}. Enter a new tenure if they hold it again.',
  },
} as const satisfies RefusalKind;

export const tenureTurnedRound = {
  code: 'workforce/tenure-turned-round',
  status: 422,
  message: {
    zh: '离任日期 {to} 早于任职日期 {from}。请核对日期。',
    en: 'The last day {to} is before the first day {from}. Check the days.',
  },
} as const satisfies RefusalKind;

export const seatTaken = {
  code: 'workforce/seat-taken',
  status: 409,
  message: {
    zh: '“{post}”最多 {most} 名，现在已经满了。请先登记谁离任。',
    en: '“{post}” is held by {most} at most and is full. Enter who leaves first.',
  },
} as const satisfies RefusalKind;

export const alreadyHolds = {
  code: 'workforce/already-holds',
  status: 409,
  message: {
    zh: '{name}已经在“{post}”上。请不要重复登记。',
    en: '{name} holds “{post}” already. Nothing has to be entered again.',
  },
} as const satisfies RefusalKind;

export const noSuchPledge = {
  code: 'workforce/no-such-pledge',
  status: 422,
  message: {
    zh: '这里的规则没有这份责任书，或签字的一方不对。请从列出的里选。',
    en: 'The rules here have no such pledge, or no such party signs it. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const pledgeSigned = {
  code: 'workforce/pledge-signed',
  status: 409,
  message: {
    zh: '“{office}”在这份责任书上已经签过字，签过的不改。',
    en: '“{office}” has signed this pledge already, and what is signed stands. Nothing more is needed.',
  },
} as const satisfies RefusalKind;

export const unitKnown = {
  code: 'workforce/unit-known',
  status: 409,
  message: {
    zh: '“{name}”已经登记过。请在单位名册里查。',
    en: '“{name}” was entered already. Look for it among the units.',
  },
} as const satisfies RefusalKind;
