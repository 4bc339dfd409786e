// Expected "no"s about follow-up orders and circulars.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchOrder = {
  code: 'monitoring/no-such-order',
  status: 404,
  message: {
    zh: '没有这份督办，或它不是发给您的。请回到督办清单里找。',
    en: 'There is no such order, or it did not go to you. Look for it among the orders.',
  },
} as const satisfies RefusalKind;

export const noSuchCircular = {
  code: 'monitoring/no-such-circular',
  status: 404,
  message: {
    zh: '没有这份通报，或它不在您的辖区内。请回到督办清单里找。',
    en: 'There is no such circular, or it is outside your area. Look for it among the orders.',
  },
} as const satisfies RefusalKind;

export const orderToNobody = {
  code: 'monitoring/order-to-nobody',
  status: 422,
  message: {
    zh: '督办要发给至少一个村、乡镇或单位。请先选发给谁。',
    en: 'An order goes to at least one village, township or unit. Choose to whom first.',
  },
} as const satisfies RefusalKind;

export const orderPlaceOutside = {
  code: 'monitoring/order-place-outside',
  status: 422,
  message: {
    zh: '“{place}”不在您的辖区内，不能发给它。请只选辖区内的村和乡镇。',
    en: '“{place}” is outside your area and cannot be given an order. Choose places within it.',
  },
} as const satisfies RefusalKind;

export const orderDayPast = {
  code: 'monitoring/order-day-past',
  status: 422,
  message: {
    zh: '办结时限 {day} 已经过去。请定今天或以后的日子。',
    en: 'The day {day} is past. Give today or a later one.',
  },
} as const satisfies RefusalKind;

export const orderChanged = {
  code: 'monitoring/order-changed',
  status: 409,
  message: {
    zh: '这份督办刚才有人办过，您看到的已经不是最新。请刷新后再办。',
    en: 'Somebody has just acted on this order and what you saw is not the latest. Refresh and act again.',
  },
} as const satisfies RefusalKind;

export const orderNotYours = {
  code: 'monitoring/order-not-yours',
  status: 403,
  message: {
    zh: '这一步不是您的：签收和回报由接到督办的村、乡镇或单位办，催办、退回和办结由发督办的一方办。',
    en: 'This is not yours to do: who got the order receives it and reports; who issued it urges, returns and finds it done.',
  },
} as const satisfies RefusalKind;

export const orderReceived = {
  code: 'monitoring/order-received',
  status: 409,
  message: {
    zh: '这份督办已经签收过了。办好后请直接回报。',
    en: 'This order was received already. Report back once it is done.',
  },
} as const satisfies RefusalKind;

export const orderNotReceived = {
  code: 'monitoring/order-not-received',
  status: 409,
  message: {
    zh: '这份督办还没有签收。请先签收，再回报。',
    en: 'This order was not received yet. Receive it first, then report back.',
  },
} as const satisfies RefusalKind;

export const orderReported = {
  code: 'monitoring/order-reported',
  status: 409,
  message: {
    zh: '这份督办已经回报，正等发督办的一方看。不用再报，也不用再催。',
    en: 'This order was reported back and waits for whoever issued it. No report or urging is needed.',
  },
} as const satisfies RefusalKind;

export const orderNotReported = {
  code: 'monitoring/order-not-reported',
  status: 409,
  message: {
    zh: '这份督办还没有回报，不能办结或退回。可以催办。',
    en: 'This order was not reported back yet, so it is neither done nor returned. You can urge it.',
  },
} as const satisfies RefusalKind;

export const orderOwnReport = {
  code: 'monitoring/order-own-report',
  status: 403,
  message: {
    zh: '回报是您填的，不能由您自己办结或退回。请由另一位同事看。',
    en: 'The report is your own, so you neither find it done nor return it. Another colleague has to look.',
  },
} as const satisfies RefusalKind;

export const orderWordsMissing = {
  code: 'monitoring/order-words-missing',
  status: 422,
  message: {
    zh: '回报要写明办了什么，退回要写明差在哪里。请补上一句。',
    en: 'A report says what was done, a return says what is lacking. Add a sentence.',
  },
} as const satisfies RefusalKind;

export const orderDone = {
  code: 'monitoring/order-done',
  status: 409,
  message: {
    zh: '这份督办已经办结，不再变动。还有新的要求请另发一份。',
    en: 'This order is done and stands. Issue another one for anything new.',
  },
} as const satisfies RefusalKind;

export const nobodyLate = {
  code: 'monitoring/nobody-late',
  status: 409,
  message: {
    zh: '现在没有谁的督办超过时限，没有可通报的。请等有逾期的再通报。',
    en: 'Nobody is late with an order now, so there is nobody to name. Wait until somebody is.',
  },
} as const satisfies RefusalKind;
