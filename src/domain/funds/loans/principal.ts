// What a household owes from day to day, and that it never owes more than the cap: not on the day of a new
// loan and not on any day after it, whatever was written down late.
import type { Fen } from '#domain/kernel/fen.ts';
import { daysInMonth, makePlainDate, type PlainDate } from '#domain/kernel/plain-date.ts';

export interface PrincipalChange {
  readonly on: PlainDate;
  /** A plus is lent, a minus is repaid. */
  readonly amount: Fen;
}

/** What is owed at the end of a day. */
export function owedOn(changes: readonly PrincipalChange[], day: PlainDate): Fen {
  return changes.reduce((sum, { on, amount }) => (on <= day ? sum + amount : sum), 0n);
}

/** The most that is owed at the end of any day from this one on. */
export function mostOwedFrom(changes: readonly PrincipalChange[], day: PlainDate): Fen {
  const days = [day, ...changes.map(({ on }) => on).filter((on) => on > day)];
  return days.reduce((most, on) => max(most, owedOn(changes, on)), 0n);
}

/** What may still be lent on a day under a cap; never below nothing. */
export function roomUnder(cap: Fen, changes: readonly PrincipalChange[], day: PlainDate): Fen {
  return max(0n, cap - mostOwedFrom(changes, day));
}

/** So many months later; the last day of the month where it has no such day. */
export function monthsAfter(day: PlainDate, months: number): PlainDate {
  const whole = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(whole / 12);
  const month = (whole % 12) + 1;
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month));
  const found = makePlainDate(year, month, date);
  if (found === undefined) throw new Error(`no day ${months} months after ${day}`);
  return found;
}

function max(left: Fen, right: Fen): Fen {
  return left > right ? left : right;
}
