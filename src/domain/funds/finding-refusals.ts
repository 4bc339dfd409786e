// Expected "no"s of the auditor's exports.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const periodBackwards = {
  code: 'funds/period-backwards',
  status: 422,
  message: {
    zh: '起始日期 {from} 在截止日期 {to} 之后。请把起始日期改到截止日期或更早。',
    en: 'The first day {from} is after the last one {to}. Choose a first day that is not later.',
  },
} as const satisfies RefusalKind;

export const nothingInPeriod = {
  code: 'funds/nothing-in-period',
  status: 404,
  message: {
    zh: '{from} 到 {to} 没有入账，没有可打包的证据。请换一段日期。',
    en: 'Nothing was posted from {from} to {to}, so there is no evidence to pack. Choose other days.',
  },
} as const satisfies RefusalKind;

export const periodTooLong = {
  code: 'funds/period-too-long',
  status: 422,
  message: {
    zh: '这段日期有 {count} 笔账，一个证据包最多 {most} 笔。请分几段导出。',
    en: 'There are {count} entries in these days and a package holds {most} at most. Export the period in parts.',
  },
} as const satisfies RefusalKind;
