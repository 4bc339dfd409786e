// Acts of money in words of the audit trail. The names of all are in acts.ts.
export const fundsActs = {
  zh: {
    group_funds: '资金',
    subject_order: '资金业务',
    subject_entry: '一笔账',
    'act_funds.enter': '登记了一笔资金',
    'act_funds.answer': '审批了一笔资金',
    'act_funds.withdraw': '撤回了一笔资金',
    'act_funds.reverse': '冲销了一笔账',
    'act_funds.month': '结账或重开了账期',
  },
  en: {
    group_funds: 'Money',
    subject_order: 'Act of money',
    subject_entry: 'Entry',
    'act_funds.enter': 'Entered an act of money',
    'act_funds.answer': 'Answered an act of money',
    'act_funds.withdraw': 'Took back an act of money',
    'act_funds.reverse': 'Took back an entry',
    'act_funds.month': 'Closed a month or opened it again',
  },
} as const;
