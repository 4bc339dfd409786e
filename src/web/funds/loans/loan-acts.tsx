// Buttons of what may be done with a loan now; the first is the next step.
import { useState } from 'react';
import type { LoanDetail } from '#contract/funds-loans.ts';
import { useText } from '#web/text/catalogue.ts';
import {
  CheckSheet,
  ExtendSheet,
  RepaySheet,
  TakeBackSheet,
  WithdrawSheet,
} from './act-sheets.tsx';
import { ApproveSheet, LendSheet, RefuseLoanSheet, SignSheet } from './decide-sheets.tsx';
import { fundTexts } from './fund-texts.ts';
import { loanTexts } from './loan-texts.ts';
import { ClaimLossSheet, RecoverSheet } from './loss-sheets.tsx';

const sheets = {
  approve: ApproveSheet,
  refuse: RefuseLoanSheet,
  sign: SignSheet,
  lend: LendSheet,
  repay: RepaySheet,
  check: CheckSheet,
  extend: ExtendSheet,
  takeBack: TakeBackSheet,
  withdraw: WithdrawSheet,
  cover: ClaimLossSheet,
  recover: RecoverSheet,
} as const;
type Act = keyof typeof sheets;

const order: readonly Act[] = [
  'approve',
  'sign',
  'lend',
  'repay',
  'check',
  'extend',
  'cover',
  'recover',
  'refuse',
  'takeBack',
  'withdraw',
];

/** Steps back: never what the page asks one to do next. */
const backwards: ReadonlySet<Act> = new Set(['refuse', 'takeBack', 'withdraw']);

export function LoanActs({ loan }: { readonly loan: LoanDetail }) {
  const text = useText(loanTexts);
  const fund = useText(fundTexts);
  const [doing, setDoing] = useState<Act>();
  const open = order.filter(
    (act) =>
      loan.open.includes(act) &&
      (act !== 'cover' || (loan.daysLate ?? 0) > 0) &&
      (act !== 'takeBack' || loan.acts.at(-1)?.kind === 'repay' || hasRepaid(loan)),
  );
  const Doing = doing === undefined ? undefined : sheets[doing];
  if (open.length === 0) {
    return loan.closed === null ? null : <p className="small quiet">{text.pick(loan.closed)}</p>;
  }
  return (
    <div className="funds-acts no-print">
      {open.map((act, index) => (
        <button
          key={act}
          type="button"
          className={index === 0 && !backwards.has(act) ? 'button primary' : 'button'}
          onClick={() => setDoing(act)}
        >
          {act === 'cover'
            ? fund('claim')
            : act === 'recover'
              ? fund('recover')
              : text(`act_${act}`)}
        </button>
      ))}
      {Doing === undefined ? null : <Doing loan={loan} onClose={() => setDoing(undefined)} />}
    </div>
  );
}

/** Whether the latest movement of money was a repayment. */
function hasRepaid({ acts }: LoanDetail): boolean {
  return acts.filter(({ entry }) => entry !== null).at(-1)?.kind === 'repay';
}
