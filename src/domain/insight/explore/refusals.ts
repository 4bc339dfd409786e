// Expected "no"s of exploring.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const cutNotOffered = {
  code: 'insight/cut-not-offered',
  status: 422,
  message: {
    zh: '“{indicator}”不能按“{dimension}”分。可以按：{offered}。',
    en: '“{indicator}” cannot be cut by “{dimension}”. It may be cut by: {offered}.',
  },
} as const satisfies RefusalKind;

export const cutTwice = {
  code: 'insight/cut-twice',
  status: 422,
  message: {
    zh: '行和列都选了“{dimension}”。请换掉一个，或去掉列。',
    en: 'Rows and columns are both “{dimension}”. Choose another for one of them, or take the columns away.',
  },
} as const satisfies RefusalKind;

export const crossTooFine = {
  code: 'insight/cross-too-fine',
  status: 422,
  message: {
    zh: '县以上最多同时用两个户情条件（地方除外），现在用了：{dimensions}。请去掉一个，或选到一个县。',
    en: 'Above a county at most two features of households are crossed, places aside; these were asked: {dimensions}. Take one away, or choose a county.',
  },
} as const satisfies RefusalKind;

export const monthsBackward = {
  code: 'insight/months-backward',
  status: 422,
  message: {
    zh: '起始月份“{from}”在结束月份“{to}”之后。请对调。',
    en: 'The first month, {from}, comes after the last, {to}. Exchange them.',
  },
} as const satisfies RefusalKind;

export const movedTooWide = {
  code: 'insight/moved-too-wide',
  status: 422,
  message: {
    zh: '“{area}”太大，逐户名单只在县及以下给出。请先选一个县。',
    en: 'Households are listed for a county or less, and “{area}” is more. Choose a county first.',
  },
} as const satisfies RefusalKind;

export const villagesTooMany = {
  code: 'insight/villages-too-many',
  status: 422,
  message: {
    zh: '按村分只在一个县以内给出。请先选一个县，或改用“{part}”。',
    en: 'Villages are shown within one county. Choose a county first, or cut by “{part}”.',
  },
} as const satisfies RefusalKind;

export const noSuchView = {
  code: 'insight/no-such-view',
  status: 404,
  message: {
    zh: '没有这个视图，或没有共享给您。请从“我的视图”里选。',
    en: 'There is no such view, or it is not shared with you. Choose one from the list of views.',
  },
} as const satisfies RefusalKind;

export const notYourView = {
  code: 'insight/not-your-view',
  status: 403,
  message: {
    zh: '这个视图是{name}存的，只有本人能删。',
    en: 'This view was saved by {name}, who alone may delete it.',
  },
} as const satisfies RefusalKind;

export const noSuchRecipient = {
  code: 'insight/no-such-recipient',
  status: 422,
  message: {
    zh: '有 {count} 个账号不在您的管辖范围内，或不能接收统计。请从名单里重新选。',
    en: 'Of the accounts, {count} lie outside your area or may not be sent statistics. Choose from the list again.',
  },
} as const satisfies RefusalKind;

export const noSuchSchedule = {
  code: 'insight/no-such-schedule',
  status: 404,
  message: {
    zh: '没有这项定时发送，或它已经停了。',
    en: 'There is no such schedule, or it was stopped already.',
  },
} as const satisfies RefusalKind;

export const noSuchDelivery = {
  code: 'insight/no-such-delivery',
  status: 404,
  message: {
    zh: '没有这份文件，或它不是发给您的。',
    en: 'There is no such file, or it was not sent to you.',
  },
} as const satisfies RefusalKind;

export const booksNotOpen = {
  code: 'insight/books-not-open',
  status: 403,
  message: {
    zh: '“{indicator}”来自资金台账，只给有资金权限的人看。请换一个指标。',
    en: '"{indicator}" comes from the books, which are for those who may read them. Choose another indicator.',
  },
} as const satisfies RefusalKind;

export const moneyNotMasked = {
  code: 'insight/money-not-masked',
  status: 422,
  message: {
    zh: '隐去小数时，“{indicator}”只能在一个县里看：县以上没有留下有几户领了钱。请选一个县。',
    en: 'With small numbers hidden "{indicator}" is shown within one county: above it, it is not kept how many households were paid. Choose a county.',
  },
} as const satisfies RefusalKind;
