// Expected "no"s about offices of accounts.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchOffice = {
  code: 'access/no-such-office',
  status: 422,
  message: {
    zh: '{area} 生效的规则里没有职务“{office}”。请从列表中选择。',
    en: 'The rules in force in {area} know no office “{office}”. Choose one from the list.',
  },
} as const satisfies RefusalKind;

export const officeElsewhere = {
  code: 'access/office-elsewhere',
  status: 422,
  message: {
    zh: '{area} 不在这个账号的辖区里，不能在那里任职。请先改账号的辖区。',
    en: 'This account does not reach {area}, so it cannot hold an office there. Change its areas first.',
  },
} as const satisfies RefusalKind;

export const officeHeldAlready = {
  code: 'access/office-held-already',
  status: 409,
  message: {
    zh: '这个账号在这段时间里已经任“{office}”（从 {from} 起）。请先免去原来的。',
    en: 'The account holds the office “{office}” in that time already (from {from}). End that first.',
  },
} as const satisfies RefusalKind;

export const noSuchTenure = {
  code: 'access/no-such-tenure',
  status: 404,
  message: {
    zh: '没有这项任职，或它不在您的管辖范围内。',
    en: 'There is no such tenure of an office, or it is outside your jurisdiction.',
  },
} as const satisfies RefusalKind;

export const officeEndsTooEarly = {
  code: 'access/office-ends-too-early',
  status: 422,
  message: {
    zh: '任职从 {from} 开始，最后一天 {until} 不能更早。',
    en: 'The office began on {from}; its last day {until} cannot be earlier.',
  },
} as const satisfies RefusalKind;
