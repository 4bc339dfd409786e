// Expected "no"s of scoring.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSheet = {
  code: 'targeting/no-sheet',
  status: 409,
  message: {
    zh: '这个范围在 {on} 没有生效的评分表。请选一个有评分表的县，或先安装带评分表的政策包。',
    en: 'No score sheet is in force here on {on}. Choose a county that has one, or install a pack that has one first.',
  },
} as const satisfies RefusalKind;

export const noSuchRun = {
  code: 'targeting/no-such-run',
  status: 404,
  message: {
    zh: '没有这次评分，或它不在您的管辖范围内。',
    en: 'There is no such scoring run, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchHousehold = {
  code: 'targeting/no-such-household',
  status: 404,
  message: {
    zh: '没有这一户，或它不在您的管辖范围内。',
    en: 'There is no such household, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const noSuchDecision = {
  code: 'targeting/no-such-decision',
  status: 404,
  message: {
    zh: '在 {on} 生效的政策包里没有“{decision}”这项决定。请从决定清单里选一项。',
    en: 'The packs in force on {on} make no decision "{decision}". Choose one from the list of decisions.',
  },
} as const satisfies RefusalKind;

export const dayToCome = {
  code: 'targeting/day-to-come',
  status: 422,
  message: {
    zh: '{on} 还没有到，登记簿在那天的情况还不知道。请选今天或以前的日期；想预先试算请用模拟。',
    en: '{on} has not come yet and what the register will hold is not known. Choose today or an earlier day; to try something out, simulate it.',
  },
} as const satisfies RefusalKind;

export const notKnownThen = {
  code: 'targeting/not-known-then',
  status: 409,
  message: {
    zh: '到 {on} 为止还没有登记过这一户。请选后来的日期，或按现在所知的情况查看那一天。',
    en: 'By {on} nothing had been recorded of this household. Choose a later day, or look at that day by what is known now.',
  },
} as const satisfies RefusalKind;

export const notInRun = {
  code: 'targeting/not-in-run',
  status: 404,
  message: {
    zh: '这次评分里没有这一户。请从该户的决定清单里查看今天的评分。',
    en: 'This run did not score the household. Look at its score of today in its list of decisions.',
  },
} as const satisfies RefusalKind;
