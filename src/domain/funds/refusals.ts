// Expected "no"s of the ledger: which rule, and what to do instead.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const noDocument = {
  code: 'funds/no-document',
  status: 422,
  message: {
    zh: '没有填凭证号。每一笔都要有依据，请填文件号、发票号或名册号。',
    en: 'No document is named. Each posting needs one: give the number of the paper, invoice or list.',
  },
} as const satisfies RefusalKind;

export const tooFewLines = {
  code: 'funds/too-few-lines',
  status: 422,
  message: {
    zh: '一笔账至少两行：钱从哪里来，到哪里去。',
    en: 'A posting has at least two lines: where the money comes from and where it goes.',
  },
} as const satisfies RefusalKind;

export const zeroLine = {
  code: 'funds/zero-line',
  status: 422,
  message: {
    zh: '第 {line} 行金额是零。请填金额，或删去这一行。',
    en: 'Line {line} is nothing. Give an amount or take the line out.',
  },
} as const satisfies RefusalKind;

export const accountTwice = {
  code: 'funds/account-twice',
  status: 422,
  message: {
    zh: '第 {line} 行的账户前面已经有了。同一账户一笔只写一行，请合并金额。',
    en: 'The account of line {line} stands above already. One line an account: add the amounts up.',
  },
} as const satisfies RefusalKind;

export const unbalanced = {
  code: 'funds/unbalanced',
  status: 422,
  message: {
    zh: '各行相加不为零，差 {difference} 元。有来有去，两边必须相等。',
    en: 'The lines do not sum to nothing: they are {difference} yuan apart. What comes and what goes must be equal.',
  },
} as const satisfies RefusalKind;

export const sourceMixed = {
  code: 'funds/source-mixed',
  status: 422,
  message: {
    zh: '来源“{name}”的各行差 {difference} 元。整合使用的资金不改变来源渠道，请按来源分行。',
    en: 'The lines of the source “{name}” are {difference} yuan apart. Money that is put together keeps its channel: give a line for each source.',
  },
} as const satisfies RefusalKind;

export const purposeMixed = {
  code: 'funds/purpose-mixed',
  status: 422,
  message: {
    zh: '用途“{name}”的各行差 {difference} 元。专款专用；要改变用途，请凭批准文件办“调整用途”。',
    en: 'The lines of the use “{name}” are {difference} yuan apart. Money keeps its use; to change it, post a change of use with the document that allows it.',
  },
} as const satisfies RefusalKind;

export const overdrawn = {
  code: 'funds/overdrawn',
  status: 409,
  message: {
    zh: '“{account}”到 {on} 只有 {balance} 元，这笔要用 {asked} 元，差 {missing} 元。没有下达的钱不能支付，请先下达或减少金额。',
    en: '“{account}” holds {balance} yuan on {on}; this posting takes {asked} yuan, {missing} yuan too much. What was not allocated cannot be paid: allocate first or lower the amount.',
  },
} as const satisfies RefusalKind;

export const periodClosed = {
  code: 'funds/period-closed',
  status: 409,
  message: {
    zh: '{period} 的账已经结了，不能再记 {on} 的账。请记在未结的月份，或由县里写明理由重开。',
    en: '{period} is closed: nothing can be posted on {on}. Post in an open month, or let the county open it again with its reason.',
  },
} as const satisfies RefusalKind;

export const paidAlready = {
  code: 'funds/paid-already',
  status: 409,
  message: {
    zh: '凭证 {document} 在 {on} 已经记过同样金额（{amount} 元）的一笔。如确是另一笔，请写明理由再记。',
    en: 'Document {document} was posted already on {on} with the same amount ({amount} yuan). If this is another one, say why and post again.',
  },
} as const satisfies RefusalKind;

export const noSuchEntry = {
  code: 'funds/no-such-entry',
  status: 404,
  message: {
    zh: '没有这笔账，或不在您的辖区。请从资金页的明细里打开。',
    en: 'There is no such entry, or it is not in your area. Open one from the lines of the money page.',
  },
} as const satisfies RefusalKind;

export const noSuchAccount = {
  code: 'funds/no-such-account',
  status: 404,
  message: {
    zh: '没有这个账户，或不在您的辖区。请从资金页的明细里打开。',
    en: 'There is no such account, or it is not in your area. Open one from the lines of the money page.',
  },
} as const satisfies RefusalKind;

export const reversedAlready = {
  code: 'funds/reversed-already',
  status: 409,
  message: {
    zh: '这笔账已经冲销过，或本身就是冲销。请看它的另一笔。',
    en: 'This entry was taken back already, or is itself a reversal. Look at the other one.',
  },
} as const satisfies RefusalKind;

export const monthRunning = {
  code: 'funds/month-running',
  status: 409,
  message: {
    zh: '{month} 还没有过完，不能结账。请在下个月初再结。',
    en: '{month} is not over and cannot be closed. Close it at the beginning of the next month.',
  },
} as const satisfies RefusalKind;

export const monthAsItIs = {
  code: 'funds/month-as-it-is',
  status: 409,
  message: {
    zh: '{month} 已经是这个状态，不用再办。',
    en: '{month} is so already; nothing is to be done.',
  },
} as const satisfies RefusalKind;

export const ordersWait = {
  code: 'funds/orders-wait',
  status: 409,
  message: {
    zh: '{month} 还有 {count} 笔待批。请先批完或退回，再结账。',
    en: '{count} acts of {month} still wait. Approve or refuse them before the month is closed.',
  },
} as const satisfies RefusalKind;
