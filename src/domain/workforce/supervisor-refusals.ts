// Expected "no"s of the appointment of village supervisors.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const supervisesNoVillage = {
  code: 'workforce/supervises-no-village',
  status: 422,
  message: {
    zh: '义务监督员按村聘任。请选一个村。',
    en: 'A village supervisor is appointed for one village. Choose a village.',
  },
} as const satisfies RefusalKind;

export const supervisorTermTurnedRound = {
  code: 'workforce/supervisor-term-turned-round',
  status: 422,
  message: {
    zh: '聘期止于 {to}，不晚于开始的 {from}。请核对日期。',
    en: 'The term would end on {to}, not after it begins on {from}. Check the days.',
  },
} as const satisfies RefusalKind;

export const supervisesAlready = {
  code: 'workforce/supervises-already',
  status: 409,
  message: {
    zh: '{name}在这个村的聘期到 {to} 才满。请从之后的日子续聘，或先解聘。',
    en: '{name} supervises this village until {to}. Begin the next term after that day, or end this one first.',
  },
} as const satisfies RefusalKind;

export const noSuchSupervisor = {
  code: 'workforce/no-such-supervisor',
  status: 404,
  message: {
    zh: '没有这位义务监督员，或不在您的管辖范围内。',
    en: 'There is no such village supervisor, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const supervisorTermOver = {
  code: 'workforce/supervisor-term-over',
  status: 409,
  message: {
    zh: '{name}的聘期在 {on} 已经结束。要继续请重新聘任。',
    en: 'The term of {name} ended on {on}. Appoint them anew to go on.',
  },
} as const satisfies RefusalKind;
