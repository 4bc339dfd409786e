// Expected "no"s of helpers, their leave and their households.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchHelper = {
  code: 'workforce/no-such-helper',
  status: 404,
  message: {
    zh: '没有这位帮扶责任人，或不在您的管辖范围内。',
    en: 'There is no such helper, or they are outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchUnit = {
  code: 'workforce/no-such-unit',
  status: 422,
  message: {
    zh: '没有编号为 {unit} 的单位，或不在您的管辖范围内。请先登记单位。',
    en: 'There is no unit {unit}, or it is outside your jurisdiction. Enter the unit first.',
  },
} as const satisfies RefusalKind;

export const unknownRank = {
  code: 'workforce/unknown-rank',
  status: 422,
  message: {
    zh: '这里的规则没有职级“{rank}”。可用：{ranks}。',
    en: 'The rules here have no rank "{rank}". Known: {ranks}.',
  },
} as const satisfies RefusalKind;

export const unknownLanguage = {
  code: 'workforce/unknown-language',
  status: 422,
  message: {
    zh: '民族代码表里没有“{language}”。',
    en: 'The list of peoples has no "{language}".',
  },
} as const satisfies RefusalKind;

export const noSuchAccount = {
  code: 'workforce/no-such-account',
  status: 422,
  message: {
    zh: '没有可用的帮扶责任人账号“{username}”。请先由管理员开设角色为帮扶责任人的账号。',
    en: 'There is no account "{username}" with the role of a helper that you may see. Have the administrator open one first.',
  },
} as const satisfies RefusalKind;

export const accountTaken = {
  code: 'workforce/account-taken',
  status: 409,
  message: {
    zh: '账号“{username}”已经属于{helper}。一个账号只属于一个人。',
    en: 'The account "{username}" belongs to {helper} already. One account is one person.',
  },
} as const satisfies RefusalKind;

export const changedMeanwhile = {
  code: 'workforce/changed-meanwhile',
  status: 409,
  message: {
    zh: '您打开以后这位帮扶责任人被改过。您的内容没有写入；请看过再改。',
    en: 'This helper was changed since you opened it. Yours was not entered: look, then change it.',
  },
} as const satisfies RefusalKind;

export const notListed = {
  code: 'workforce/not-listed',
  status: 409,
  message: {
    zh: '{head}户不是建档立卡户，不安排帮扶责任人。请先完成识别。',
    en: 'The household of {head} is not registered as poor and is given no helper. Identify it first.',
  },
} as const satisfies RefusalKind;

export const alreadyPaired = {
  code: 'workforce/already-paired',
  status: 409,
  message: {
    zh: '{head}户已由{helper}帮扶。要换人，请办理移交。',
    en: 'The household of {head} has {helper} already. To change that, hand it over.',
  },
} as const satisfies RefusalKind;

export const notPaired = {
  code: 'workforce/not-paired',
  status: 409,
  message: {
    zh: '{head}户现在没有帮扶责任人，没有可以移交或结束的。请先结对。',
    en: 'The household of {head} has no helper now, so there is nothing to hand over or end. Pair it first.',
  },
} as const satisfies RefusalKind;

export const isKin = {
  code: 'workforce/is-kin',
  status: 409,
  message: {
    zh: '{helper}是{head}户的亲属，不能帮扶自家人。请另选一位。',
    en: '{helper} is kin of the household of {head} and may not help their own. Choose somebody else.',
  },
} as const satisfies RefusalKind;

export const noRoom = {
  code: 'workforce/no-room',
  status: 409,
  message: {
    zh: '{helper}已帮扶 {households} 户，{rank}的定额是 {quota} 户。请另选一位，或先移交一户。',
    en: '{helper} has {households} households and the quota of their rank ({rank}) is {quota}. Choose somebody else, or hand one over first.',
  },
} as const satisfies RefusalKind;

export const rankHasNone = {
  code: 'workforce/rank-has-none',
  status: 409,
  message: {
    zh: '按这里的规则，{rank}不包户。请另选一位。',
    en: 'By the rules here a helper of the rank {rank} has no households. Choose somebody else.',
  },
} as const satisfies RefusalKind;

export const helperAway = {
  code: 'workforce/helper-away',
  status: 409,
  message: {
    zh: '{helper}自 {from} 起请假，不能接户。请另选一位，或等其返岗。',
    en: '{helper} is on leave from {from} and cannot take a household. Choose somebody else, or wait until they are back.',
  },
} as const satisfies RefusalKind;

export const helperLeft = {
  code: 'workforce/helper-left',
  status: 409,
  message: {
    zh: '{helper}已在 {on} 离任，不能再接户、请假或改动。',
    en: '{helper} left on {on} and takes no households, leave or changes any more.',
  },
} as const satisfies RefusalKind;

export const offerOpen = {
  code: 'workforce/offer-open',
  status: 409,
  message: {
    zh: '{head}户正在移交给{helper}，还没有答复。请等答复。',
    en: 'The household of {head} is being offered to {helper}, who has not answered. Wait for the answer.',
  },
} as const satisfies RefusalKind;

export const sameHelper = {
  code: 'workforce/same-helper',
  status: 422,
  message: {
    zh: '{helper}就是现在的帮扶责任人，不能移交给本人。',
    en: '{helper} is the helper now; nobody hands over to themselves.',
  },
} as const satisfies RefusalKind;

export const noSuchHandover = {
  code: 'workforce/no-such-handover',
  status: 404,
  message: {
    zh: '没有这项等待答复的移交，或不归您答复。',
    en: 'There is no such hand-over waiting, or it is not yours to answer.',
  },
} as const satisfies RefusalKind;

export const reasonMissing = {
  code: 'workforce/reason-missing',
  status: 422,
  message: {
    zh: '不接收要写明理由，移交的人要据此另找接手人。',
    en: 'Say why you decline: whoever offered it has to find somebody else.',
  },
} as const satisfies RefusalKind;

export const leaveBackwards = {
  code: 'workforce/leave-backwards',
  status: 422,
  message: {
    zh: '请假到 {to} 早于开始的 {from}。请改日期。',
    en: 'The leave would end on {to}, before it begins on {from}. Correct the days.',
  },
} as const satisfies RefusalKind;

export const standInUnfit = {
  code: 'workforce/stand-in-unfit',
  status: 422,
  message: {
    zh: '{helper}不能代班：本人、已离任或同期请假的人都不行。请另选一位。',
    en: '{helper} cannot stand in: not oneself, nor who left or is away at that time. Choose somebody else.',
  },
} as const satisfies RefusalKind;

export const notAway = {
  code: 'workforce/not-away',
  status: 409,
  message: {
    zh: '{helper}现在没有请假。',
    en: '{helper} is not on leave.',
  },
} as const satisfies RefusalKind;

export const successorUnfit = {
  code: 'workforce/successor-unfit',
  status: 409,
  message: {
    zh: '{helper}只能再接 {room} 户，离任者有 {households} 户。请先分开移交，或另选接任人。',
    en: '{helper} has room for {room} more and the one who leaves has {households}. Hand some over first, or choose another successor.',
  },
} as const satisfies RefusalKind;

export const helperHeadingsMissing = {
  code: 'workforce/helper-headings-missing',
  status: 422,
  message: {
    zh: '表里没有这些列：{headings}。请下载表格，照它的表头填写。',
    en: 'The sheet lacks these columns: {headings}. Download the sheet and fill it in under its headings.',
  },
} as const satisfies RefusalKind;
