// States and acts of a loan in both languages, for sentences that refuse one.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { LoanAct, LoanState } from './loan.ts';

export const stateWords: Readonly<Record<LoanState, Bilingual>> = {
  applied: { zh: '已申请', en: 'applied' },
  approved: { zh: '已批准', en: 'approved' },
  signed: { zh: '已签约', en: 'signed' },
  lent: { zh: '已放款', en: 'lent' },
  settled: { zh: '已还清', en: 'repaid' },
  covered: { zh: '已代偿', en: 'covered by the risk fund' },
  refused: { zh: '银行未批', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export const actWords: Readonly<Record<LoanAct, Bilingual>> = {
  apply: { zh: '申请', en: 'application' },
  withdraw: { zh: '撤回', en: 'withdrawal' },
  refuse: { zh: '不批准', en: 'refusal' },
  approve: { zh: '批准', en: 'approval' },
  sign: { zh: '签约', en: 'contract' },
  lend: { zh: '放款', en: 'lending' },
  check: { zh: '用途检查', en: 'check of use' },
  extend: { zh: '展期', en: 'extension' },
  repay: { zh: '还款', en: 'repayment' },
  takeBack: { zh: '退回还款', en: 'repayment taken back' },
  cover: { zh: '代偿', en: 'cover by the risk fund' },
  recover: { zh: '追回', en: 'recovery' },
  entrust: { zh: '委托经营', en: 'entrusting' },
  return: { zh: '收益', en: 'return' },
  agree: { zh: '定清理办法', en: 'agreed way out' },
  settle: { zh: '办结', en: 'settling' },
};
