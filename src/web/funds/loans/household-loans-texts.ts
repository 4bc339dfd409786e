// Words of a household’s loans on its own page, and of where a loan stands.
import { catalogue } from '#web/text/catalogue.ts';

export const householdLoanWords = {
  zh: {
    ask: '登记申请',
    state_applied: '等银行答复',
    state_approved: '已批准',
    state_signed: '已签约',
    state_lent: '已放款',
    state_settled: '已还清',
    state_covered: '已代偿',
    state_refused: '银行未批',
    state_withdrawn: '已撤回',
    daysLate: '逾期 {days} 天',
    daysLeft: '还有 {days} 天',
    dueToday: '今天到期',
    householdLoans: '贷款',
    householdLoansNone: '没有申请过贷款。',
    householdLine: '{product}，{purpose}，{lender}',
    yuan: '{amount} 元',
    owes: '还欠 {amount} 元，{due} 到期',
  },
  en: {
    ask: 'Enter an application',
    state_applied: 'Waiting for the bank',
    state_approved: 'Approved',
    state_signed: 'Signed',
    state_lent: 'Lent',
    state_settled: 'Repaid',
    state_covered: 'Covered',
    state_refused: 'Refused',
    state_withdrawn: 'Withdrawn',
    daysLate: '{days} days late',
    daysLeft: '{days} days left',
    dueToday: 'Due today',
    householdLoans: 'Loans',
    householdLoansNone: 'It never asked for a loan.',
    householdLine: '{product}, {purpose}, {lender}',
    yuan: '{amount} yuan',
    owes: '{amount} yuan owed, due on {due}',
  },
} as const;

export const householdLoanTexts = catalogue('funds-household-loans', householdLoanWords);
