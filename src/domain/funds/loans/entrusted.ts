// Entrusted operation: the yearly return an operator owes a household, by its due days, and what is in
// arrears. Once a contract is settled nothing falls due after that day.
import type { Fen } from '#domain/kernel/fen.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { monthsAfter } from './principal.ts';

export const waysOut = ['ownUse', 'recovery'] as const;
export type WayOut = (typeof waysOut)[number];

export interface ReturnDue {
  readonly year: number;
  readonly dueOn: PlainDate;
  readonly due: Fen;
}

export interface EntrustedTerms {
  readonly principal: Fen;
  /** Per year, in millionths: 8 % is 80,000. */
  readonly yieldPpm: number;
  readonly from: PlainDate;
  /** The day the principal comes back. */
  readonly until: PlainDate;
}

/** A return for every whole year, due on its last day; a year that is not whole gives none. */
export function returnsOf({
  principal,
  yieldPpm,
  from,
  until,
}: EntrustedTerms): readonly ReturnDue[] {
  const due = (principal * BigInt(yieldPpm)) / 1_000_000n;
  const returns: ReturnDue[] = [];
  for (let year = 1; monthsAfter(from, year * 12) <= until; year += 1) {
    returns.push({ year, dueOn: monthsAfter(from, year * 12), due });
  }
  return returns;
}

export interface ReturnState extends ReturnDue {
  readonly paid: Fen;
}

/** What was due by a day and is not paid; a contract settled earlier owes nothing for later years. */
export function arrearsOn(
  returns: readonly ReturnState[],
  on: PlainDate,
  settledOn: PlainDate | null,
): Fen {
  return returns
    .filter(({ dueOn }) => dueOn <= on && (settledOn === null || dueOn <= settledOn))
    .reduce((sum, { due, paid }) => sum + due - paid, 0n);
}

/** A payment laid on the oldest unpaid years first; undefined where it is more than they ask. */
export function layOn(
  returns: readonly ReturnState[],
  amount: Fen,
): readonly { readonly year: number; readonly paid: Fen }[] | undefined {
  let left = amount;
  const laid = returns.flatMap(({ year, due, paid }) => {
    const part = left < due - paid ? left : due - paid;
    left -= part;
    return part > 0n ? [{ year, paid: paid + part }] : [];
  });
  return left > 0n ? undefined : laid;
}
