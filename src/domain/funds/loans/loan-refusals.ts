// Expected "no"s of loans: who may, what the rules of the day allow, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noSuchLoan = {
  code: 'funds/no-such-loan',
  status: 404,
  message: {
    zh: '没有这笔贷款，或不在您的辖区、不是您银行的业务。请从贷款页打开。',
    en: 'There is no such loan, or it is not in your area or not of your bank. Open one from the loans page.',
  },
} as const satisfies RefusalKind;

export const noSuchBank = {
  code: 'funds/no-such-bank',
  status: 404,
  message: {
    zh: '没有这家合作银行。请从列表里选，或先登记合作协议。',
    en: 'There is no such bank here. Choose one from the list, or enter its agreement first.',
  },
} as const satisfies RefusalKind;

export const noBankOfYours = {
  code: 'funds/no-bank-of-yours',
  status: 403,
  message: {
    zh: '您的账号还没有对应的银行。请县扶贫办在贷款页的“合作银行”里登记您的账号。',
    en: 'Your account belongs to no bank yet. Ask the county office to enter it under “Banks” on the loans page.',
  },
} as const satisfies RefusalKind;

export const otherBank = {
  code: 'funds/other-bank',
  status: 403,
  message: {
    zh: '这笔贷款由{lender}办理，不是您能办的。请转给经办方。',
    en: '{lender} handles this loan, it is not yours to act on. Leave it to them.',
  },
} as const satisfies RefusalKind;

export const ownApplication = {
  code: 'funds/own-application',
  status: 403,
  message: {
    zh: '申请是您登记的，不能由您审批。请由另一人办理。',
    en: 'You entered this application and cannot decide it. Leave it to somebody else.',
  },
} as const satisfies RefusalKind;

export const loanActClosed = {
  code: 'funds/loan-act-closed',
  status: 409,
  message: {
    zh: '贷款现在是“{state}”，不能办“{act}”。请先看贷款的经过。',
    en: 'The loan is “{state}”: “{act}” is not open. Look at what was done with it first.',
  },
} as const satisfies RefusalKind;

export const noSuchHouseholdNo = {
  code: 'funds/no-such-household-no',
  status: 404,
  message: {
    zh: '辖区内没有户编号 {no}。请核对编号，或从户的页面申请。',
    en: 'There is no household {no} in your area. Check the number, or begin from the household’s page.',
  },
} as const satisfies RefusalKind;

export const noSuchProduct = {
  code: 'funds/no-such-product',
  status: 422,
  message: {
    zh: '{on} 生效的规则里没有贷款产品“{product}”。请选：{choices}。',
    en: 'The rules in force on {on} know no loan product “{product}”. Choose one of: {choices}.',
  },
} as const satisfies RefusalKind;

export const productEnded = {
  code: 'funds/product-ended',
  status: 422,
  message: {
    zh: '“{product}”自 {until} 起不得再办，{on} 不能申请。请改用户借、户用、户还的贷款。',
    en: '“{product}” may not be granted any more since {until}; it cannot be asked for on {on}. Use a loan the household uses itself.',
  },
} as const satisfies RefusalKind;

export const purposeNotAllowed = {
  code: 'funds/purpose-not-allowed',
  status: 422,
  message: {
    zh: '用途“{purpose}”不在规则的清单里。请选：{choices}。',
    en: 'The purpose “{purpose}” is not on the list of the rules. Choose one of: {choices}.',
  },
} as const satisfies RefusalKind;

export const notEligible = {
  code: 'funds/not-eligible',
  status: 422,
  message: {
    zh: '这户不符合“{product}”的条件：{reason}',
    en: 'The household does not meet the conditions of “{product}”: {reason}',
  },
} as const satisfies RefusalKind;

export const eligibilityUnknown = {
  code: 'funds/eligibility-unknown',
  status: 422,
  message: {
    zh: '还不能判断这户是否符合“{product}”的条件：{reason}请先补全户的资料。',
    en: 'Whether the household meets the conditions of “{product}” cannot be told: {reason} Complete its data first.',
  },
} as const satisfies RefusalKind;

export const overLoanCap = {
  code: 'funds/over-loan-cap',
  status: 422,
  message: {
    zh: '“{product}”每户最高 {cap} 元，这户到 {on} 起最多欠 {owed} 元，还可贷 {room} 元，不能贷 {asked} 元。',
    en: 'The cap of “{product}” is {cap} yuan a household; this one owes up to {owed} yuan from {on} on, so {room} yuan are left and {asked} cannot be lent.',
  },
} as const satisfies RefusalKind;

export const termTooLong = {
  code: 'funds/term-too-long',
  status: 422,
  message: {
    zh: '“{product}”期限最长 {most} 个月，不能是 {months} 个月。请缩短期限。',
    en: 'The longest term of “{product}” is {most} months, not {months}. Choose a shorter one.',
  },
} as const satisfies RefusalKind;

export const termNotGiven = {
  code: 'funds/term-not-given',
  status: 422,
  message: {
    zh: '{on} 生效的规则没有给出“{name}”，不能放款。请先在规则里补上。',
    en: 'The rules in force on {on} give no “{name}”; nothing can be lent. Complete the rules first.',
  },
} as const satisfies RefusalKind;

export const moreThanAsked = {
  code: 'funds/more-than-asked',
  status: 422,
  message: {
    zh: '申请 {asked} 元，不能批 {approved} 元。请不超过申请额。',
    en: '{asked} yuan were asked for, {approved} cannot be granted. Grant no more than was asked for.',
  },
} as const satisfies RefusalKind;

export const repaidTooMuch = {
  code: 'funds/repaid-too-much',
  status: 422,
  message: {
    zh: '这笔贷款到 {on} 只欠 {owed} 元，不能还 {asked} 元。请核对金额。',
    en: 'On {on} the loan has {owed} yuan left to repay, not {asked}. Check the amount.',
  },
} as const satisfies RefusalKind;

export const dayBefore = {
  code: 'funds/day-before',
  status: 422,
  message: {
    zh: '{on} 早于 {earlier}（{what}）。请核对日期。',
    en: '{on} is before {earlier} ({what}). Check the day.',
  },
} as const satisfies RefusalKind;

export const extensionTooEarly = {
  code: 'funds/extension-too-early',
  status: 422,
  message: {
    zh: '展期后的到期日要晚于现在的 {due}。请填更晚的日子。',
    en: 'An extension ends after the present due day {due}. Give a later one.',
  },
} as const satisfies RefusalKind;

export const extensionTooLong = {
  code: 'funds/extension-too-long',
  status: 422,
  message: {
    zh: '展期到 {until} 超过了最长期限（{most}）。请不晚于这一天。',
    en: 'An extension to {until} passes the longest term ({most}). End it by then.',
  },
} as const satisfies RefusalKind;

export const nothingToTakeBack = {
  code: 'funds/nothing-to-take-back',
  status: 409,
  message: {
    zh: '这笔贷款没有可以退回的还款。只能退回最近一次还款。',
    en: 'The loan has no repayment to take back; only the latest one can be.',
  },
} as const satisfies RefusalKind;

export const loanEntry = {
  code: 'funds/loan-entry',
  status: 409,
  message: {
    zh: '这笔账是贷款或风险基金的业务，不能在这里冲销。请到贷款页办理。',
    en: 'This entry belongs to a loan or the risk fund and is not taken back here. Do it on the page of the loan.',
  },
} as const satisfies RefusalKind;

export const nothingToClaim = {
  code: 'funds/nothing-to-claim',
  status: 422,
  message: {
    zh: '{from} 到 {until} 没有可以申请的贴息：没有余额，或都申请过了。请换一个期间。',
    en: 'From {from} to {until} there is no interest to claim: nothing was owed, or it was claimed already. Choose another period.',
  },
} as const satisfies RefusalKind;

export const periodNotOver = {
  code: 'funds/period-not-over',
  status: 422,
  message: {
    zh: '贴息只能申请到今天（{today}）以前的日子。请把截止日改到今天或更早。',
    en: 'Interest can be claimed for days before today ({today}) only. End the period today or earlier.',
  },
} as const satisfies RefusalKind;

export const noSuchPaper = {
  code: 'funds/no-such-paper',
  status: 404,
  message: {
    zh: '没有这份申请，或不在您的辖区、不是您银行的业务。',
    en: 'There is no such claim, or it is not in your area or not of your bank.',
  },
} as const satisfies RefusalKind;

export const paperEnded = {
  code: 'funds/paper-ended',
  status: 409,
  message: {
    zh: '这份申请已经办结，不能再批或撤回。',
    en: 'This claim has ended and can neither be approved nor taken back.',
  },
} as const satisfies RefusalKind;

export const purseNeeded = {
  code: 'funds/purse-needed',
  status: 422,
  message: {
    zh: '请选一笔付款的资金：用途是“信贷风险补偿和贴息”、已下达的钱。',
    en: 'Choose the money it is paid from: allocated, for the risk fund and interest of loans.',
  },
} as const satisfies RefusalKind;

export const bankKnown = {
  code: 'funds/bank-known',
  status: 409,
  message: {
    zh: '“{name}”已经登记过。请在原来的一行里改。',
    en: '“{name}” is entered already. Change it in its own row.',
  },
} as const satisfies RefusalKind;

export const notABankAccount = {
  code: 'funds/not-a-bank-account',
  status: 422,
  message: {
    zh: '账号“{username}”不是本县的银行账号。请先在“账号”里建一个银行角色的账号。',
    en: 'The account “{username}” is no bank account of this county. Make one with the role of a bank first.',
  },
} as const satisfies RefusalKind;

export const operatorNeeded = {
  code: 'funds/operator-needed',
  status: 422,
  message: {
    zh: '“{product}”由企业或合作社承接，请写明经营单位。',
    en: 'A firm or co-operative takes over “{product}”: name the operator.',
  },
} as const satisfies RefusalKind;

export const reasonUnknown = {
  code: 'funds/reason-unknown',
  status: 422,
  message: {
    zh: '规则里没有原因“{reason}”。请选：{choices}。',
    en: 'The rules know no reason “{reason}”. Choose one of: {choices}.',
  },
} as const satisfies RefusalKind;
