// Where a loan stands, in a word with its mark; how late, in days.
import type { Loan } from '#contract/funds-loans.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { householdLoanTexts } from './household-loans-texts.ts';

const meanings: Readonly<Record<Loan['state'], Meaning>> = {
  applied: 'due',
  approved: 'due',
  signed: 'due',
  lent: 'neutral',
  settled: 'done',
  covered: 'over',
  refused: 'neutral',
  withdrawn: 'neutral',
};

const soonDays = 30;

export function LoanChip({ loan }: { readonly loan: Loan }) {
  const text = useText(householdLoanTexts);
  const { daysLate } = loan;
  if (daysLate !== null && daysLate > 0) {
    return <Chip meaning="over">{text('daysLate', { days: daysLate })}</Chip>;
  }
  if (daysLate !== null && -daysLate <= soonDays) {
    const left = daysLate === 0 ? text('dueToday') : text('daysLeft', { days: -daysLate });
    return <Chip meaning="due">{left}</Chip>;
  }
  return <Chip meaning={meanings[loan.state]}>{text(`state_${loan.state}`)}</Chip>;
}
