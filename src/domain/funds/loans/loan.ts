// A loan and what can be done with it. Which act leads from where to where stands here once; the screens
// open the same acts the doors let through.
export const loanModes = ['credit', 'pooled', 'mutual', 'entrusted'] as const;
export type LoanMode = (typeof loanModes)[number];

export const loanStates = [
  'applied',
  'approved',
  'signed',
  'lent',
  'settled',
  'covered',
  'refused',
  'withdrawn',
] as const;
export type LoanState = (typeof loanStates)[number];

export const loanActs = [
  'apply',
  'withdraw',
  'refuse',
  'approve',
  'sign',
  'lend',
  'check',
  'extend',
  'repay',
  'takeBack',
  'cover',
  'recover',
  'entrust',
  'return',
  'agree',
  'settle',
] as const;
export type LoanAct = (typeof loanActs)[number];

export const usesFound = ['asStated', 'misused'] as const;
export type UseFound = (typeof usesFound)[number];

/** Where an act is open. What follows from it is decided by the act and, for a repayment, by what is left. */
const openIn: Readonly<Record<LoanAct, readonly LoanState[]>> = {
  apply: [],
  withdraw: ['applied', 'approved'],
  refuse: ['applied'],
  approve: ['applied'],
  sign: ['approved'],
  lend: ['signed'],
  check: ['lent'],
  extend: ['lent'],
  repay: ['lent'],
  takeBack: ['lent', 'settled'],
  cover: ['lent'],
  recover: ['covered'],
  // What is done with an entrusted contract is decided by the contract.
  entrust: [],
  return: [],
  agree: [],
  settle: [],
};

export function isOpen(act: LoanAct, state: LoanState): boolean {
  return openIn[act].includes(state);
}

/** What a bank may do with a loan that stands so. */
export function actsOpenIn(state: LoanState): readonly LoanAct[] {
  return loanActs.filter((act) => isOpen(act, state));
}
