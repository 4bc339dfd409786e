// Expected "no"s of acts of money before they are posted: who may, from where, by whom approved.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchOrder = {
  code: 'funds/no-such-order',
  status: 404,
  message: {
    zh: '没有这笔待批的资金，或不在您的辖区。请从资金页打开。',
    en: 'There is no such act of money, or it is not in your area. Open one from the money page.',
  },
} as const satisfies RefusalKind;

export const countyNeeded = {
  code: 'funds/county-needed',
  status: 422,
  message: {
    zh: '资金按县记账。请先选一个县或县以下的辖区。',
    en: 'Books are kept by county. Choose a county or a place inside one.',
  },
} as const satisfies RefusalKind;

export const unknownSource = {
  code: 'funds/unknown-source',
  status: 422,
  message: {
    zh: '规则里没有来源“{source}”。请选规则列出的来源，捐赠写成 social/单位名称。',
    en: 'The rules know no source “{source}”. Choose one they list; a gift is written social/name.',
  },
} as const satisfies RefusalKind;

export const unknownUse = {
  code: 'funds/unknown-use',
  status: 422,
  message: {
    zh: '规则里没有用途“{purpose}”。请选：{choices}。',
    en: 'The rules know no use “{purpose}”. Choose one of: {choices}.',
  },
} as const satisfies RefusalKind;

export const cannotTakeFrom = {
  code: 'funds/cannot-take-from',
  status: 422,
  message: {
    zh: '这种业务不能从“{from}”出账。请选：{choices}。',
    en: 'This act cannot take from “{from}”. Choose one of: {choices}.',
  },
} as const satisfies RefusalKind;

export const useNotChanged = {
  code: 'funds/use-not-changed',
  status: 422,
  message: {
    zh: '调整用途要写新用途，并且和原用途不同；其他业务不能改变用途。',
    en: 'A change of use names the new use, another than before; no other act changes the use.',
  },
} as const satisfies RefusalKind;

export const dayAhead = {
  code: 'funds/day-ahead',
  status: 422,
  message: {
    zh: '{on} 还没有到。账按实际发生的日子记，最晚记到今天（{today}）。',
    en: '{on} is still to come. Entries carry the day they happened, today ({today}) at the latest.',
  },
} as const satisfies RefusalKind;

export const elsewhere = {
  code: 'funds/elsewhere',
  status: 422,
  message: {
    zh: '“{area}”不在记账的县内，或不在您的辖区。请选本县的地方。',
    en: '“{area}” is not in the county of these books, or not in your area. Choose a place in this county.',
  },
} as const satisfies RefusalKind;

export const ownOrder = {
  code: 'funds/own-order',
  status: 403,
  message: {
    zh: '自己经手的不能自己批。请由另一人审批。',
    en: 'Nobody approves what they entered. Let somebody else approve it.',
  },
} as const satisfies RefusalKind;

export const approvedAlready = {
  code: 'funds/approved-already',
  status: 409,
  message: {
    zh: '您已经批过这一笔，还差 {missing} 人。请由另一人审批。',
    en: 'You approved this one already; {missing} more must. Let somebody else approve it.',
  },
} as const satisfies RefusalKind;

export const levelTooLow = {
  code: 'funds/level-too-low',
  status: 403,
  message: {
    zh: '{amount} 元要由县级审批。请等县里办理。',
    en: '{amount} yuan are for the county to approve. Leave it to them.',
  },
} as const satisfies RefusalKind;

export const orderEnded = {
  code: 'funds/order-ended',
  status: 409,
  message: {
    zh: '这一笔已经办结，不能再批或撤回。要改已入账的，请冲销后重记。',
    en: 'This act has ended and can neither be approved nor taken back. What was posted is mended by reversing it.',
  },
} as const satisfies RefusalKind;

export const ratioLost = {
  code: 'funds/ratio-lost',
  status: 409,
  message: {
    zh: '“{rule}”要求 {year} 年不低于 {percent}%，用到别处最多还有 {room} 元，这笔要 {asked} 元。请减少金额，或改用规则要求的用途。',
    en: '“{rule}” asks for at least {percent}% in {year}: {room} yuan may still go elsewhere, this takes {asked}. Lower it, or use it as the rule asks.',
  },
} as const satisfies RefusalKind;

export const modeAsked = {
  code: 'funds/mode-asked',
  status: 422,
  message: {
    zh: '“{rule}”要求用“{source}”的项目先建后补。请把付款方式改成先建后补。',
    en: '“{rule}” asks that projects with money of “{source}” are built first. Change how it is paid.',
  },
} as const satisfies RefusalKind;

export const noSuchRule = {
  code: 'funds/no-such-rule',
  status: 404,
  message: {
    zh: '本地规则里没有“{rule}”这一条，或它不能这样查。请从资金规则页打开。',
    en: 'The rules here know no “{rule}”, or it cannot be asked like this. Open one from the page of rules.',
  },
} as const satisfies RefusalKind;

export const reasonNeeded = {
  code: 'funds/reason-needed',
  status: 422,
  message: {
    zh: '没有写理由。退回、重开账期都要写明理由。',
    en: 'No reason is given. To refuse an act or to open a month again, say why.',
  },
} as const satisfies RefusalKind;

export const notYours = {
  code: 'funds/not-yours',
  status: 403,
  message: {
    zh: '这一笔不是您经手的，不能撤回。要退回请由审批人办理。',
    en: 'You did not enter this act and cannot take it back. An approver can refuse it.',
  },
} as const satisfies RefusalKind;

export const monthsBackwards = {
  code: 'funds/months-backwards',
  status: 422,
  message: {
    zh: '起始月份 {from} 在截止月份 {to} 之后。请把起始月份改到截止月份或更早。',
    en: 'The first month {from} is after the last one {to}. Choose a first month that is not later.',
  },
} as const satisfies RefusalKind;
