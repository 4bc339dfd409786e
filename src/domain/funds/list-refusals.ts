// Expected "no"s of payment lists: files that cannot be read, lists that cannot be paid, answers of a bank
// that are not those of this list.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchList = {
  code: 'funds/no-such-list',
  status: 404,
  message: {
    zh: '没有这份支付名册，或不归您看。请从支付名册页打开。',
    en: 'There is no such payment list, or it is not yours to see. Open one from the page of lists.',
  },
} as const satisfies RefusalKind;

export const noSuchPayment = {
  code: 'funds/no-such-payment',
  status: 404,
  message: {
    zh: '没有这笔支付，或不是您家的。请从户卡的“到账”里打开。',
    en: 'There is no such payment, or it is not your household’s. Open one from the household’s page.',
  },
} as const satisfies RefusalKind;

export const noColumns = {
  code: 'funds/no-columns',
  status: 422,
  message: {
    zh: '表里找不到“户编号”和“金额”两列。请把表头写成这两个名称再上传。',
    en: 'The sheet has no columns “户编号” (household no) and “金额” (amount). Name them so and upload again.',
  },
} as const satisfies RefusalKind;

export const noAnswerColumns = {
  code: 'funds/no-answer-columns',
  status: 422,
  message: {
    zh: '回盘文件里找不到“序号”“金额”“结果”三列。请用导出的批量文件加上结果一列。',
    en: 'The bank’s file has no columns “序号” (no), “金额” (amount) and “结果” (result). Use the exported file and add the result.',
  },
} as const satisfies RefusalKind;

export const badRow = {
  code: 'funds/bad-row',
  status: 422,
  message: {
    zh: '第 {row} 行的“{field}”写成“{value}”，读不出来。整份没有收下，请改好这一行再上传。',
    en: 'Row {row}: “{value}” in “{field}” cannot be read. Nothing of the file was taken; mend this row and upload again.',
  },
} as const satisfies RefusalKind;

export const emptyList = {
  code: 'funds/empty-list',
  status: 422,
  message: {
    zh: '名册里没有可以支付的户。请检查文件，或先处理有问题的行。',
    en: 'No line of the list can be paid. Look at the file, or settle the lines with problems first.',
  },
} as const satisfies RefusalKind;

export const listNotReady = {
  code: 'funds/list-not-ready',
  status: 409,
  message: {
    zh: '名册现在是“{state}”，不能办这一步。请先完成前一步。',
    en: 'The list is “{state}” and this step cannot be done. Finish the step before it.',
  },
} as const satisfies RefusalKind;

export const listOverBudget = {
  code: 'funds/list-over-budget',
  status: 409,
  message: {
    zh: '名册共 {total} 元，“{purse}”到 {on} 只有 {balance} 元，差 {missing} 元。请先分配资金或减少名册。',
    en: 'The list is {total} yuan; “{purse}” holds {balance} yuan on {on}, {missing} yuan too little. Allocate more or shorten the list.',
  },
} as const satisfies RefusalKind;

export const unknownBenefit = {
  code: 'funds/unknown-benefit',
  status: 422,
  message: {
    zh: '规则里没有待遇“{benefit}”。请从列表中选，或不填。',
    en: 'The rules know no entitlement “{benefit}”. Choose one they list, or none.',
  },
} as const satisfies RefusalKind;

export const answerChanged = {
  code: 'funds/answer-changed',
  status: 422,
  message: {
    zh: '回盘第 {row} 行（序号 {position}）的{field}是 {given}，名册上是 {listed}。行被改过，整份没有收下，请向银行要原始回盘。',
    en: 'Row {row} of the answer (no {position}): {field} is {given}, on the list {listed}. The row was changed; nothing was taken. Ask the bank for its own file.',
  },
} as const satisfies RefusalKind;

export const answerStranger = {
  code: 'funds/answer-stranger',
  status: 422,
  message: {
    zh: '回盘第 {row} 行的序号 {position} 不在这份名册里，或出现了两次。整份没有收下，请核对是不是这份名册的回盘。',
    en: 'Row {row} of the answer names no {position}, which this list does not have or which stands twice. Nothing was taken; see whether the file belongs to this list.',
  },
} as const satisfies RefusalKind;

export const answerShort = {
  code: 'funds/answer-short',
  status: 422,
  message: {
    zh: '回盘有 {given} 行，名册发出 {listed} 行，少的第一行序号是 {position}。整份没有收下，请向银行补齐。',
    en: 'The answer has {given} rows, {listed} were sent; the first one missing is no {position}. Nothing was taken; ask the bank for the rest.',
  },
} as const satisfies RefusalKind;

export const answerTotal = {
  code: 'funds/answer-total',
  status: 422,
  message: {
    zh: '回盘写的合计是 {given} 元，各行相加是 {summed} 元。整份没有收下，请向银行核对。',
    en: 'The answer says {given} yuan in all; its rows add up to {summed}. Nothing was taken; ask the bank.',
  },
} as const satisfies RefusalKind;

export const wordGiven = {
  code: 'funds/word-given',
  status: 409,
  message: {
    zh: '这笔您已经回过话。如有变化，请告诉村里。',
    en: 'You have answered for this payment. If something changed, tell the village.',
  },
} as const satisfies RefusalKind;

export const notPaidYet = {
  code: 'funds/not-paid-yet',
  status: 409,
  message: {
    zh: '这笔还没有付出，付出以后再确认。',
    en: 'This was not paid out yet; answer once it was.',
  },
} as const satisfies RefusalKind;

export const nothingDisputed = {
  code: 'funds/nothing-disputed',
  status: 409,
  message: {
    zh: '这笔没有疑问要答复，或已经答复过。',
    en: 'Nothing about this payment waits for an answer.',
  },
} as const satisfies RefusalKind;

export const nothingFailed = {
  code: 'funds/nothing-failed',
  status: 409,
  message: {
    zh: '这份名册没有付失败的户，不用补付。',
    en: 'No payment of this list failed; nothing is to be paid again.',
  },
} as const satisfies RefusalKind;

export const wordOfOthers = {
  code: 'funds/word-of-others',
  status: 403,
  message: {
    zh: '收没收到只能由户自己说。请让这户用自己的账号确认或提出疑问。',
    en: 'Only the household itself can say whether money came. Let it confirm or dispute from its own account.',
  },
} as const satisfies RefusalKind;
