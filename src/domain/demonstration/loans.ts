// Invented loans of the demonstration county. Their number and their sum are the published ones (5,121 loans,
// 249 million yuan and something); who has one, from which day, for how long and how it went are not.

import { monthsAfter } from '#domain/funds/loans/principal.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { randomOf } from './random.ts';

export interface Borrower {
  readonly id: string;
  readonly area: string;
  readonly township: string;
  readonly labourers: number;
}

export interface InventedLoan {
  readonly borrower: Borrower;
  readonly isEntrusted: boolean;
  readonly purpose: string;
  readonly yuan: number;
  readonly months: number;
  readonly lentOn: PlainDate;
  readonly dueOn: PlainDate;
  /** Which of the banks lends it. */
  readonly bank: number;
  readonly repaidOn: PlainDate | null;
  readonly isChecked: boolean;
}

export const publishedLoans = 5121;
const directShare = 0.94;
const lastDay = plainDate('2016-09-29');
const firstDay = plainDate('2016-02-22');
const purposes = ['种养', '种养', '种养', '种养', '乡村旅游', '餐饮服务', '商品流通'] as const;
export const entrustedPurpose = '经农投公司承接，委托企业、合作社经营';
/** How many have less than the cap, and what: together they make the published sum. */
const smaller = [
  { yuan: 40_000, loans: 150 },
  { yuan: 30_000, loans: 141 },
  { yuan: 20_000, loans: 90 },
] as const;
const cap = 50_000;

/** How many households of each kind are asked for. */
export const borrowersAsked = {
  able: Math.round(publishedLoans * directShare),
  unable: publishedLoans - Math.round(publishedLoans * directShare),
} as const;

export function inventLoans(borrowers: readonly Borrower[], seed: string): readonly InventedLoan[] {
  const random = randomOf(`${seed} loans`);
  const amounts = amountsOf(borrowers.length);
  const span = 219;
  return borrowers.map((borrower, index): InventedLoan => {
    const isEntrusted = borrower.labourers === 0;
    // Lending gathered pace: more loans in the later months.
    const after = Math.floor(span * Math.sqrt(random.next()));
    const lentOn = addDays(firstDay, after > span ? span : after);
    const isShort = !isEntrusted && after < 66 && random.next() < 0.5;
    const months = isShort ? 6 : !isEntrusted && random.next() < 0.2 ? 12 : 36;
    const dueOn = monthsAfter(lentOn, months);
    const isDue = dueOn <= lastDay;
    const repays = isDue && random.next() < 0.72;
    return {
      borrower,
      isEntrusted,
      purpose: isEntrusted ? entrustedPurpose : (purposes[random.between(0, 6)] ?? '种养'),
      yuan: amounts[index] ?? cap,
      months,
      lentOn: lentOn > lastDay ? lastDay : lentOn,
      dueOn,
      bank: Math.min(2, Math.floor(random.next() * 4) % 3),
      repaidOn: repays ? addDays(dueOn, -random.between(0, 12)) : null,
      isChecked: random.next() < 0.64,
    };
  });
}

/** The small ones spread evenly among the rest. */
function amountsOf(count: number): readonly number[] {
  const small = smaller.flatMap(({ yuan, loans }) => Array.from({ length: loans }, () => yuan));
  const amounts = Array.from({ length: count }, () => cap);
  const step = Math.max(1, Math.floor(count / small.length));
  for (const [index, yuan] of small.entries()) {
    const place = index * step;
    if (place < count) amounts[place] = yuan;
  }
  return amounts;
}
