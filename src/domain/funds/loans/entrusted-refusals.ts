// Expected "no"s of entrusted operation: the date that forbids it, parties, returns, the way out.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const notEntrusted = {
  code: 'funds/not-entrusted',
  status: 422,
  message: {
    zh: '这笔贷款是“{product}”，不是委托经营，或还没有放款。',
    en: 'This loan is “{product}”: it is not entrusted, or was not lent yet.',
  },
} as const satisfies RefusalKind;

export const entrustedAlready = {
  code: 'funds/entrusted-already',
  status: 409,
  message: {
    zh: '这笔贷款已经有委托经营合同（{document}）。请在原合同上办理。',
    en: 'The loan has a contract of entrusted operation already ({document}). Act on that one.',
  },
} as const satisfies RefusalKind;

export const partiesMissing = {
  code: 'funds/parties-missing',
  status: 422,
  message: {
    zh: '规则要求写明 {count} 方：{names}。请按顺序各写一方。',
    en: 'The rules ask for {count} parties: {names}. Give each, in this order.',
  },
} as const satisfies RefusalKind;

export const noSuchContract = {
  code: 'funds/no-such-contract',
  status: 404,
  message: {
    zh: '这笔贷款没有委托经营合同，或不在您的辖区。',
    en: 'The loan has no contract of entrusted operation, or is not in your area.',
  },
} as const satisfies RefusalKind;

export const returnTooMuch = {
  code: 'funds/return-too-much',
  status: 422,
  message: {
    zh: '各年收益一共还差 {open} 元，不能登记 {asked} 元。请核对金额。',
    en: 'All years together lack {open} yuan of return; {asked} cannot be entered. Check the amount.',
  },
} as const satisfies RefusalKind;

export const windingClosed = {
  code: 'funds/winding-closed',
  status: 409,
  message: {
    zh: '这份合同已经办结（{on}），不能再改。',
    en: 'The contract was settled on {on} and cannot be changed any more.',
  },
} as const satisfies RefusalKind;

export const wayOutNeeded = {
  code: 'funds/way-out-needed',
  status: 422,
  message: {
    zh: '请先定下怎么清理：转为农户自用，或收回贷款。',
    en: 'Agree first how it is wound down: used by the household itself, or paid back.',
  },
} as const satisfies RefusalKind;

export const notRecoveredYet = {
  code: 'funds/not-recovered-yet',
  status: 409,
  message: {
    zh: '定的是收回贷款，还欠 {owed} 元。还清后才能办结。',
    en: 'The loan is to be paid back and {owed} yuan are owed. It can be settled once they are repaid.',
  },
} as const satisfies RefusalKind;
