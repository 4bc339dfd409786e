// Expected "no"s about problems on the list.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchProblem = {
  code: 'monitoring/no-such-problem',
  status: 404,
  message: {
    zh: '没有这个问题，或它不在您的辖区内。请回到问题清单里找。',
    en: 'There is no such problem, or it is outside your area. Look for it on the list.',
  },
} as const satisfies RefusalKind;

export const noProblemList = {
  code: 'monitoring/no-problem-list',
  status: 422,
  message: {
    zh: '这里的规则没有问题清单，不能登记。请先在规则包的 lists 里写一张 keeps: problems 的清单。',
    en: 'The rules here have no list of problems. A pack needs a list that keeps problems first.',
  },
} as const satisfies RefusalKind;

export const problemListGone = {
  code: 'monitoring/problem-list-gone',
  status: 409,
  message: {
    zh: '现行规则的清单里没有“{state}”这一步，这个问题停在旧清单上。请先把旧清单的步骤补进规则包。',
    en: 'The list of today’s rules has no state “{state}”; the problem stands on an older list. Add that state to the pack first.',
  },
} as const satisfies RefusalKind;

export const problemChanged = {
  code: 'monitoring/problem-changed',
  status: 409,
  message: {
    zh: '刚才有人办过这个问题，您看到的已经不是最新。请刷新后再办。',
    en: 'Somebody has just acted on this problem and what you saw is not the latest. Refresh and act again.',
  },
} as const satisfies RefusalKind;

export const problemOwnWork = {
  code: 'monitoring/problem-own-work',
  status: 403,
  message: {
    zh: '整改的人不能自己办“{state}”。请由另一位同事去看了再办。',
    en: 'Who mended it cannot do “{state}” as well. Another colleague has to look first.',
  },
} as const satisfies RefusalKind;

export const problemNotYours = {
  code: 'monitoring/problem-not-yours',
  status: 403,
  message: {
    zh: '“{state}”不是您这一步：整改由责任人填，交办、核实和销号由乡镇或县里办。',
    en: '“{state}” is not yours to do: the owner mends, township or county assign, verify and close.',
  },
} as const satisfies RefusalKind;

export const problemOwnerMissing = {
  code: 'monitoring/problem-owner-missing',
  status: 422,
  message: {
    zh: '到“{state}”要写明责任人和时限。请先选人、定日子。',
    en: 'For “{state}” an owner and a day are needed. Choose both first.',
  },
} as const satisfies RefusalKind;

export const problemDayPast = {
  code: 'monitoring/problem-day-past',
  status: 422,
  message: {
    zh: '时限 {day} 已经过去。请定今天或以后的日子。',
    en: 'The day {day} is past. Give today or a later one.',
  },
} as const satisfies RefusalKind;

export const problemWordsMissing = {
  code: 'monitoring/problem-words-missing',
  status: 422,
  message: {
    zh: '到“{state}”要写明情况：做了什么、看到什么、为什么。请补上一句。',
    en: '“{state}” needs words: what was done, what was seen, or why. Add a sentence.',
  },
} as const satisfies RefusalKind;

export const problemClosed = {
  code: 'monitoring/problem-closed',
  status: 409,
  message: {
    zh: '这个问题已到“{state}”，不再往下办。又出现时请重新打开，过程都会留着。',
    en: 'This problem has reached “{state}” and ended. Reopen it if it comes back; its history stays.',
  },
} as const satisfies RefusalKind;

export const problemNotClosed = {
  code: 'monitoring/problem-not-closed',
  status: 409,
  message: {
    zh: '这个问题还在“{state}”，没有销号，不需要重新打开。请接着往下办。',
    en: 'This problem stands at “{state}” and is not closed, so there is nothing to reopen. Go on with it.',
  },
} as const satisfies RefusalKind;

export const problemNotMended = {
  code: 'monitoring/problem-not-mended',
  status: 409,
  message: {
    zh: '这个问题还在“{state}”，没有报整改，不能退回。可以催办或换人。',
    en: 'This problem stands at “{state}” and nobody has reported it mended. Urge it or change its owner.',
  },
} as const satisfies RefusalKind;

export const problemUnassigned = {
  code: 'monitoring/problem-unassigned',
  status: 409,
  message: {
    zh: '这个问题在“{state}”，没有责任人在办，没有人可催、可换。请先交办。',
    en: 'This problem stands at “{state}” with nobody at work on it to urge or replace. Assign it first.',
  },
} as const satisfies RefusalKind;

export const noSuchOwner = {
  code: 'monitoring/no-such-owner',
  status: 422,
  message: {
    zh: '没有这个责任人，或他不在这个问题所在的辖区。请从列出的人里选。',
    en: 'There is no such person, or they do not work where the problem is. Choose one of those listed.',
  },
} as const satisfies RefusalKind;

export const noSuchFindingHere = {
  code: 'monitoring/no-such-finding',
  status: 422,
  message: {
    zh: '没有这条走访发现，或它已经登记成问题。请刷新走访记录。',
    en: 'There is no such finding of a visit, or it is a problem already. Refresh the visits.',
  },
} as const satisfies RefusalKind;
