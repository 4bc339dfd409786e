// Expected "no"s of the risk fund: claims, documents, what it holds, how far it may be stretched.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const notLateEnough = {
  code: 'funds/not-late-enough',
  status: 422,
  message: {
    zh: '这笔贷款逾期 {days} 天，逾期满 {after} 天才能申请风险补偿。请先催收。',
    en: 'The loan is {days} days late; the risk fund may be asked from {after} days on. Collect it first.',
  },
} as const satisfies RefusalKind;

export const noClaimDocument = {
  code: 'funds/no-claim-document',
  status: 422,
  message: {
    zh: '申请风险补偿要有材料。请先在贷款页上传催收记录、合同等，再申请。',
    en: 'A claim rests on documents. Hand in the dunning letters and the contract on the page of the loan, then claim.',
  },
} as const satisfies RefusalKind;

export const claimedAlready = {
  code: 'funds/claimed-already',
  status: 409,
  message: {
    zh: '这笔贷款的风险补偿正在审批。请等审批，或撤回后重新申请。',
    en: 'A claim for this loan waits for approval already. Wait for it, or take it back and claim again.',
  },
} as const satisfies RefusalKind;

export const claimOutdated = {
  code: 'funds/claim-outdated',
  status: 409,
  message: {
    zh: '申请时欠 {claimed} 元，现在欠 {owed} 元。请退回，让银行按现在的余额重新申请。',
    en: '{claimed} yuan were owed when it was claimed, {owed} are owed now. Refuse it and let the bank claim what is owed.',
  },
} as const satisfies RefusalKind;

export const fundTooSmall = {
  code: 'funds/fund-too-small',
  status: 409,
  message: {
    zh: '风险补偿基金只有 {holds} 元，要承担 {asked} 元。请先补充基金。',
    en: 'The risk fund holds {holds} yuan and would bear {asked}. Pay into the fund first.',
  },
} as const satisfies RefusalKind;

export const overLeverage = {
  code: 'funds/over-leverage',
  status: 409,
  message: {
    zh: '风险补偿基金 {fund} 元，最多撬动 {most} 倍；现有余额 {owed} 元，再放 {asked} 元就超过了。请先补充基金或等还款。',
    en: 'The risk fund of {fund} yuan may stand behind {most} times as much; {owed} yuan are owed and {asked} more pass that. Pay into the fund or wait for repayments.',
  },
} as const satisfies RefusalKind;

export const recoveredTooMuch = {
  code: 'funds/recovered-too-much',
  status: 422,
  message: {
    zh: '这笔损失还有 {open} 元没有追回，不能登记 {asked} 元。请核对金额。',
    en: '{open} yuan of this loss were not recovered yet; {asked} cannot be entered. Check the amount.',
  },
} as const satisfies RefusalKind;

export const recoveredBefore = {
  code: 'funds/recovered-before',
  status: 422,
  message: {
    zh: '{on} 早于代偿日 {covered}，还不是追回。请核对日期，代偿前的还款记作还款。',
    en: '{on} is before the loan was covered ({covered}): that was a repayment. Check the day.',
  },
} as const satisfies RefusalKind;

export const villageNeeded = {
  code: 'funds/village-needed',
  status: 422,
  message: {
    zh: '互助资金协会按村登记。请先选一个村。',
    en: 'Associations are entered by village. Choose a village first.',
  },
} as const satisfies RefusalKind;
