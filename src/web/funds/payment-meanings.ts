// The mark of each state of a payment.
import type { Payment } from '#contract/funds-lists.ts';
import type { Meaning } from '#web/ui/chip.tsx';

export const paymentMeanings: Readonly<Record<Payment['state'], Meaning>> = {
  listed: 'neutral',
  held: 'due',
  posted: 'due',
  paid: 'done',
  failed: 'over',
};
