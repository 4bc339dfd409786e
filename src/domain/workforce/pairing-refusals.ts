// Expected "no"s of proposals and of tables of helpers.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noQuotaRule = {
  code: 'workforce/no-quota-rule',
  status: 409,
  message: {
    zh: '这里生效的规则没有结对定额，无法自动提议。请先在规则里写明各职级帮扶户数。',
    en: 'The rules in force here have no helper quota, so nothing can be proposed. State first how many households each rank has.',
  },
} as const satisfies RefusalKind;

export const nothingToPair = {
  code: 'workforce/nothing-to-pair',
  status: 409,
  message: {
    zh: '这个辖区里每户都有帮扶责任人，没有要提议的。',
    en: 'Every household of this area has a helper; there is nothing to propose.',
  },
} as const satisfies RefusalKind;

export const nobodyToPair = {
  code: 'workforce/nobody-to-pair',
  status: 409,
  message: {
    zh: '{households} 户没有帮扶责任人，但您辖区里没有还能接户的人。{missing}',
    en: '{households} households have no helper and nobody in your area has room. {missing}',
  },
} as const satisfies RefusalKind;

export const noSuchProposal = {
  code: 'workforce/no-such-proposal',
  status: 404,
  message: {
    zh: '没有这份结对提议，或不在您的管辖范围内。',
    en: 'There is no such proposal, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const proposalClosed = {
  code: 'workforce/proposal-closed',
  status: 409,
  message: {
    zh: '这份提议还在计算，或已经确认、放弃，不能再改。',
    en: 'This proposal is still being computed, or was confirmed or put away: it cannot be changed.',
  },
} as const satisfies RefusalKind;

export const notInProposal = {
  code: 'workforce/not-in-proposal',
  status: 404,
  message: {
    zh: '这份提议里没有这一户。',
    en: 'This proposal has no such household.',
  },
} as const satisfies RefusalKind;

export const fullInProposal = {
  code: 'workforce/full-in-proposal',
  status: 409,
  message: {
    zh: '加上这份提议里的，{helper}有 {households} 户，{rank}的定额是 {quota} 户。请先把其中一户改给别人。',
    en: 'With those of this proposal {helper} has {households} households, and the quota of {rank} is {quota}. Give one of them to somebody else first.',
  },
} as const satisfies RefusalKind;

export const countyNeeded = {
  code: 'workforce/county-needed',
  status: 422,
  message: {
    zh: '结对和走访按县办理。请先选一个县。',
    en: 'Pairing and visits are the work of a county. Choose one first.',
  },
} as const satisfies RefusalKind;
